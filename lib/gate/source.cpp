#include "gate/source.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace sihu {
namespace {

constexpr int longest_excerpt = 160;  // characters

// The byte behind the first `count` characters, or the end.
std::size_t behind(std::string_view text, int count) {
  std::size_t at = 0;
  for (int i = 0; i < count && at < text.size(); ++i) next_code_point(text, at);
  return at;
}

std::string shortened(std::string_view line, int column, int width) {
  if (find_invalid_utf8(line)) return {};
  const std::size_t end = behind(line, longest_excerpt);
  if (end == line.size()) return std::string(line);
  if (column + width > longest_excerpt) return {};
  return std::string(line.substr(0, end)) + "…";
}

}  // namespace

Source::Source(std::string_view text, std::string_view name) : text_(text), name_(name) {
  starts_.push_back(0);
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    starts_.push_back(at + 1);
}

Place Source::place(std::size_t offset) const {
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const std::size_t start = *std::prev(next);
  const std::size_t before = count_code_points(text_.substr(start, offset - start));
  return {name_, static_cast<int>(next - starts_.begin()), static_cast<int>(before) + 1};
}

std::string_view Source::line(int number) const {
  if (number < 1 || static_cast<std::size_t>(number) > starts_.size()) return {};
  const std::size_t start = starts_[static_cast<std::size_t>(number) - 1];
  std::string_view line = text_.substr(start, text_.find('\n', start) - start);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

Fault Source::fault(const Place& place, int width, std::string name, Phrase what,
                    Phrase hint) const {
  Fault fault{place, std::move(name), std::move(what), std::move(hint)};
  // Places of another file (a checklist that this one extends) have no line here.
  if (place.file == name_ && place.column > 0) {
    fault.excerpt = shortened(line(place.line), place.column, width);
    fault.width = width;
  }
  return fault;
}

Place ForwardPlaces::at(std::size_t offset) {
  const std::string_view text = source_.text();
  if (offset < last_offset_) {
    last_ = source_.place(offset);
  } else {
    const std::string_view between = text.substr(last_offset_, offset - last_offset_);
    if (between.find('\n') == std::string_view::npos)
      last_.column += static_cast<int>(count_code_points(between));
    else
      last_ = source_.place(offset);
  }
  last_offset_ = offset;
  return last_;
}

std::vector<Fault> capped(std::vector<Fault> faults, std::size_t most) {
  if (faults.size() <= most) return faults;
  const std::size_t more = faults.size() - most;
  const std::string file = faults.front().place.file;
  faults.resize(most);
  faults.push_back(
      {{file, 0, 0}, "and-more", phrase(Text{"另有 {0} 处错误未列出", "and {0} more"}, more)});
  return faults;
}

}  // namespace sihu
