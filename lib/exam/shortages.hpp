#pragma once

#include "exam/draw.hpp"
#include "wording/result.hpp"

#include <map>
#include <vector>

namespace sihu {

/// What the banks lack for the forms of a paper, gathered so that everything is said at once.
/// Those with the same lack are named together, in the order they were added.
class Shortages {
 public:
  /// \param cells what is drawn; must outlive this
  /// \param forms how many forms each branch has: of one alone the number is not said
  /// \param is_make_up questions that were asked the first time are not drawn again
  Shortages(const std::vector<DrawCell>& cells, int forms, bool is_make_up = false)
      : cells_(cells), forms_(forms), is_make_up_(is_make_up) {}

  /// \param name whom the form is drawn for
  /// \param form its number, from 1
  void add(const Phrase& name, int form, const std::vector<DrawShortage>& missing);

  bool any() const { return !lacking_.empty(); }

  /// `Kind::refused`, with a fault `too-few-questions` for each lack and advice behind the last.
  /// Something must be missing.
  Failure failure() const;

 private:
  struct Lack {
    int form;
    std::size_t cell;
    int missing;
    friend auto operator<=>(const Lack&, const Lack&) = default;
  };

  Phrase words(const Lack& what, const std::vector<Phrase>& names) const;

  const std::vector<DrawCell>& cells_;
  int forms_;
  bool is_make_up_;
  std::map<Lack, std::vector<Phrase>> lacking_;
};

}  // namespace sihu
