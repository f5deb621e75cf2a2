#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// `answer` as blanks are compared (填空): full-width letters, digits and signs are taken for their
/// half-width twins (`１／２` for `1/2`), small letters for capitals, Chinese points and quotes for
/// plain ones; blanks, wherever they stand, and a point at the end do not count. What is no UTF-8
/// is left as it is.
std::string normal_answer(std::string_view answer);

/// Whether `answer` is one of `accepted`, both compared as `normal_answer` says. Nothing but blanks
/// is accepted never.
bool accepts(const std::vector<std::string>& accepted, std::string_view answer);

}  // namespace sihu
