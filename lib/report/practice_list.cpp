#include "report/practice_list.hpp"

#include "report/catalogue.hpp"

namespace sihu {

Table practice_table(const std::vector<Practice>& practices, const Organisation& organisation,
                     const ItemTitle& title) {
  const auto left = Column::Align::left;
  Table table{phrase(Text{"好做法", "Good practices"}),
              {{"on", {"日期", "day"}},
               {"branch", {"支部编号", "branch id"}, left, false},
               {"branch_name", {"支部", "branch"}, left, true, 8},
               {"item", {"条目", "item"}},
               {"title", {"内容", "title"}, left, true, 8},
               {"note", {"做法", "what they do"}, left, true, 12},
               {"evidence", {"佐证", "evidence"}, left, false},
               {"by", {"登记人编号", "by id"}, left, false},
               {"by_name", {"登记人", "by"}}},
              {}};
  for (const Practice& practice : practices)
    table.rows.push_back({practice.on, practice.branch,
                          branch_phrase(organisation, practice.branch), practice.item,
                          title(practice.item), practice.note, practice.evidence, practice.by,
                          person_name(organisation, practice.by)});
  return table;
}

}  // namespace sihu
