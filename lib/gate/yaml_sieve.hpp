#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// What of a YAML text has to be read a second time: thousands of rows such as
/// `  - {id: zb01, name: 一}` that stand one under the other and differ in their words alone are
/// read alike by every program, so that the first speaks for all.
///
/// Words are letters, digits, `_ . /` and Chinese characters; all else in two rows must be the
/// same, their brackets and quotes closed. `null` is no word. Where such rows are no rows but text
/// in a block, leaving some out shows as a difference, and then everything has to be read.
class YamlSieve {
 public:
  explicit YamlSieve(std::string_view text);
  /// Leaves nothing out.
  static YamlSieve all_of(std::string_view text);

  const std::string& text() const { return text_; }   ///< what is left
  std::size_t left_out() const { return left_out_; }  ///< lines
  bool leaves_out(int line) const {
    const auto at = static_cast<std::size_t>(line);
    return at < is_out_.size() && is_out_[at];
  }

 private:
  YamlSieve() = default;

  std::string text_;
  std::vector<bool> is_out_;  // by line, from 1
  std::size_t left_out_ = 0;
};

}  // namespace sihu
