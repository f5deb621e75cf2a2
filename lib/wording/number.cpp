#include "wording/number.hpp"

#include <algorithm>

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

Phrase listed_briefly(const std::vector<std::string>& names) {
  constexpr std::size_t most = 5;
  std::vector<Phrase> some;
  for (std::size_t i = 0; i < std::min(names.size(), most); ++i) some.push_back(same(names[i]));
  const Phrase list = enumerated(some);
  if (names.size() <= most) return list;
  return phrase(Text{"{0}，另有 {1} 个", "{0} and {1} more"}, list, names.size() - most);
}

}  // namespace sihu
