#include "ledger/chain.hpp"

#include "base/sha256.hpp"

namespace sihu {

std::string chain_check(std::string_view previous, std::string_view line_without_check) {
  return sha256_hex({previous, line_without_check}).substr(0, check_digits);
}

std::string_view check_of(std::string_view line) {
  return line.substr(line.rfind('\t') + 1);
}

}  // namespace sihu
