#pragma once

#include "calendar/period.hpp"
#include "wording/result.hpp"

#include <string>
#include <string_view>

namespace sihu {

/// What a ledger file says of itself in its first line.
struct Header {
  std::string organisation;
  Quarter quarter;
  std::string branch;  ///< the device's home; `hq` for the committee's
  std::string device;  ///< six letters and digits without look-alikes

  friend bool operator==(const Header&, const Header&) = default;
};

/// `2026Q4/zb03.k7m2qx.tsv`, below `ledger/`.
std::string ledger_file_name(const Header& header);

/// The header line without its check and LF.
std::string write_header(const Header& header);

/// Reads a header line (check included, no LF), or says what is wrong at `name:1`: no ledger at
/// all, one that a program put into another spelling (`rewritten_first_line`), a newer format, or
/// not what `write_header` writes. The check itself is not compared.
Result<Header> read_header(std::string_view line, std::string_view name);

}  // namespace sihu
