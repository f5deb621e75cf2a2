#include "report/look_back_list.hpp"

#include "base/utf8.hpp"
#include "report/coded.hpp"

#include <algorithm>

namespace sihu {
namespace {

Coded reason_for(const LookedBack& one) {
  if (one.always) return {"critical", phrase(Text{"严重，必查", "critical: always"})};
  return {"drawn", phrase(Text{"抽中", "drawn"})};
}

std::vector<Value> looked_back_row(const LookedBack& one, const ListContext& context) {
  const Problem& problem = *one.problem;
  return {problem.id,
          problem.branch,
          branch_phrase(context.organisation, problem.branch),
          problem.item,
          title_of(problem, context),
          coded(problem.severity),
          problem.closed ? Value(*problem.closed) : Value(),
          problem.closed_by,
          person_name(context.organisation, problem.closed_by),
          reason_for(one)};
}

}  // namespace

Table look_back_table(const LookBackDraw& draw, const ListContext& context) {
  const auto left = Column::Align::left;
  Table table{phrase(Text{"回头看", "Look-back"}),
              {{"id", {"问题编号", "id"}},
               {"branch", {"支部编号", "branch id"}, left, false},
               {"branch_name", {"责任支部", "branch"}, left, true, 8},
               {"item", {"条目", "item"}},
               {"title", {"事项", "title"}, left, true, 10},
               {"severity", {"程度", "severity"}},
               {"closed", {"销号日期", "closed"}},
               {"closed_by", {"销号人编号", "closed by (id)"}, left, false},
               {"closed_by_name", {"销号人", "closed by"}, left, true, 6},
               {"why", {"为何", "why"}}},
              {}};
  for (const LookedBack& one : draw.drawn) table.rows.push_back(looked_back_row(one, context));
  return table;
}

std::vector<Phrase> look_back_notes(const LookBackDraw& draw, int share, const std::string& seed) {
  const auto always = std::ranges::count(draw.drawn, true, &LookedBack::always);
  return {
      phrase(
          Text{"已销号 {0} 个：严重的 {1} 个全查，其余每支部抽 {2}%（不足一个按一个），抽中 {3} 个",
               "{0} closed: {1} critical, all of them looked at; of the others {2} % of each "
               "branch, rounded up: {3} drawn"},
          draw.closed, always, share, std::ssize(draw.drawn) - always),
      phrase(Text{"种子：{0}。同一种子抽的总是同样的；每支部抽中的是 SHA-256(种子/问题编号) 最小的",
                  "seed: {0}. The same seed always draws the same: in each branch those whose "
                  "SHA-256(SEED/ID) is smallest"},
             visible(seed)),
      phrase(Text{"由销号人以外的人去看；没有改好的，用 sihu rectify reopen 重开",
                  "somebody other than who closed it looks; what is not mended is opened again by "
                  "sihu rectify reopen"})};
}

}  // namespace sihu
