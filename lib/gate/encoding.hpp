#pragma once

#include "gate/source.hpp"
#include "wording/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// How the bytes of a text file are encoded.
enum class Encoding { utf8, gb18030 };

/// `bytes` as UTF-8. With `utf8` a byte-order mark is dropped and anything that is not UTF-8 is a
/// fault that names the likely encoding and the option to give (`--encoding gb18030`). With
/// `gb18030` what is UTF-8 throughout, three characters or more, is a fault: it would be read as
/// other words.
Result<std::string> decode(std::string_view bytes, Encoding encoding, std::string_view name);

/// The same for a text whose reader looks for `check_characters`: where it is UTF-8 but for a few
/// bytes, U+FFFF stands in the place of each, so that all of them are found in one run, with
/// whatever else is wrong.
Result<std::string> decode_marking(std::string_view bytes, Encoding encoding,
                                   std::string_view name);

/// `text`, which is UTF-8, in `encoding`.
Result<std::string> encode(std::string_view text, Encoding encoding);

/// `text` without a leading byte-order mark.
std::string_view without_bom(std::string_view text);

/// What keeps `source` from being a text of characters that can be written down: another encoding
/// than UTF-8 (named, with what converts it), NUL and other control characters, separators that
/// only some programs take for line ends. Empty when there is nothing; `most` at most.
std::vector<Fault> check_characters(const Source& source, std::size_t most = 20);

/// `text`, which is UTF-8, without what `check_characters` refuses.
std::string without_refused_characters(std::string_view text);

}  // namespace sihu
