#pragma once

#include "report/bulletin_document.hpp"
#include "report/filled.hpp"

namespace sihu {

/// What a bulletin's text is filled with: every name of `bulletin_names`, lists with theirs.
Filling bulletin_fields(const BulletinParts& parts, Lang lang);

}  // namespace sihu
