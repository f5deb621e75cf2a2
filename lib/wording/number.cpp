#include "wording/number.hpp"

namespace sihu {

Phrase counted(std::ptrdiff_t number, const char* noun) {
  const std::string digits = std::to_string(number);
  return {digits, digits + ' ' + noun + (number == 1 ? "" : "s")};
}

Phrase enumerated(const std::vector<Phrase>& names) {
  Phrase list;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool last = i + 1 == names.size();
    list.zh += (i == 0 ? "" : "、") + names[i].zh;
    list.en += (i == 0 ? "" : last ? " and " : ", ") + names[i].en;
  }
  return list;
}

}  // namespace sihu
