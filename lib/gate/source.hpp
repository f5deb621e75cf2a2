#pragma once

#include "base/place.hpp"
#include "wording/fault.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// A text and its name, from which faults get their place and the line they quote.
///
/// The text must outlive the source. Lines end in a line feed; a carriage return before it does not
/// belong to the line.
class Source {
 public:
  Source(std::string_view text, std::string_view name);

  std::string_view text() const { return text_; }
  const std::string& name() const { return name_; }

  /// Where the byte `offset` stands. Everything before it in its line must be UTF-8.
  Place place(std::size_t offset) const;

  /// The line as it was written, without its end; empty if there is no such line.
  std::string_view line(int number) const;

  /// A fault at `place` which quotes the line there and underlines `width` characters. Lines that
  /// are longer than a reader wants to see are cut behind the place, or not quoted at all.
  Fault fault(const Place& place, int width, std::string name, Phrase what, Phrase hint = {}) const;

 private:
  std::string_view text_;
  std::string name_;
  std::vector<std::size_t> starts_;  // where each line begins
};

/// Gives places of one text from its front to its back. `Source::place` counts from the start of
/// the line each time, which is slow where a text of megabytes is one line.
class ForwardPlaces {
 public:
  explicit ForwardPlaces(const Source& source) : source_(source), last_{source.name(), 1, 1} {}

  /// Where the byte `offset` stands; quick when it is not before the one asked for last.
  Place at(std::size_t offset);

 private:
  const Source& source_;
  std::size_t last_offset_ = 0;
  Place last_;
};

/// The first faults of a file, all of them errors or all of them warnings; if there were more, one
/// that says how many.
std::vector<Fault> capped(std::vector<Fault> faults, std::size_t most = 200);

}  // namespace sihu
