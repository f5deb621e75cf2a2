#pragma once

#include "report/id_places.hpp"
#include "store/event_stream.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// An id as somebody typed it, and what it may mean in the ledger: a word of a line or its check, a
/// line by `FILE:LINE`, a seal by its fingerprint or a beginning of it, a device, a quarter, an
/// inspection or an item of it (`26Q4/zb05/dues`).
struct AskedId {
  std::string text;
  std::string file;         ///< `ledger/2026Q4/zb03.k7m2qx.tsv`; empty: names no line of a file
  std::uint32_t line = 0;   ///< of that file
  std::string fingerprint;  ///< eight hex digits or more, without dashes; empty: can be none
};

AskedId read_asked_id(std::string_view typed);

/// Looks for an id in the lines of a ledger, one after the other.
class LedgerSearch {
 public:
  LedgerSearch(AskedId id, const Zone& zone, const Redactions& redactions);

  void take(const StreamedLine& line);

  /// Seals of that fingerprint, the files of that device, the quarter as a whole, the inspection.
  std::vector<IdPlace> things() const;
  /// The lines that have it, or that it names.
  const std::vector<IdPlace>& lines() const { return lines_; }

 private:
  bool means(const StreamedLine& line) const;
  bool take_seal(const StreamedLine& line);  // whether it closes one that is meant
  std::vector<IdPlace> files_of_device() const;
  std::vector<IdPlace> whole_quarter() const;
  std::vector<IdPlace> inspection() const;  // by the subject of its lines

  AskedId id_;
  const Zone& zone_;
  const Redactions& redactions_;
  std::string device_;   // `.k7m2qx`; empty: can be no device
  std::string quarter_;  // `ledger/2026Q4/`; empty: can be no quarter
  std::map<std::string, std::ptrdiff_t, std::less<>> counts_;  // lines of its files
  std::vector<IdPlace> seals_;
  std::vector<IdPlace> lines_;
};

}  // namespace sihu
