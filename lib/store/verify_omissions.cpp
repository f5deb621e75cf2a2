#include "store/verify_omissions.hpp"

namespace sihu {
namespace {

Fault note(const FewLines& omitted, const std::string& extract) {
  return {.place = Place{"sihu.yaml"},
          .name = "extract",
          .what = phrase(Text{"本工作区是给 {0} 的摘录，略去了 {1} 行；完整的台账不在这里",
                              "this workspace is an extract for {0}, {1} lines are left out; the "
                              "whole ledger is elsewhere"},
                         extract, omitted.count()),
          .warning = true};
}

Fault fault(const FewLines& omitted, const std::vector<std::string>& files) {
  const PlacedLine& first = omitted.first().front();
  return {.place = Place{files[first.file], static_cast<int>(first.number), 0},
          .name = "line-omitted",
          .what = phrase(Text{"这里有一行被略去（共 {0} 行）：文件是摘录，不是原件",
                              "a line is left out here ({0} in all): the file is an extract, not "
                              "the original"},
                         omitted.count()),
          .hint = phrase(Text{"从备份或其他副本恢复该文件", "restore the file from a copy"})};
}

}  // namespace

void check_omissions(const FewLines& omitted, const std::vector<std::string>& files,
                     const std::string& extract, Verification& found) {
  if (omitted.count() == 0) return;
  if (extract.empty())
    found.faults.push_back(fault(omitted, files));
  else
    found.notes.push_back(note(omitted, extract));
}

}  // namespace sihu
