#include "statistics/copied_text.hpp"

#include "audit/tests.hpp"
#include "base/utf8.hpp"
#include "ledger/redaction.hpp"
#include "problem/problem_id.hpp"
#include "problem/state.hpp"
#include "wording/letters.hpp"
#include "wording/number.hpp"
#include "wording/width.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace sihu {
namespace {

constexpr std::size_t long_enough = 8;  // letters
// Of rectifying, everybody has the same few things to say.
constexpr std::size_t long_enough_of_rectifying = 16;

// All texts with the same letters.
struct SameText {
  std::string letters;
  std::vector<const AuditText*> texts;
  std::set<std::string_view> branches;
};

std::vector<SameText> gather_same(const std::vector<AuditText>& texts) {
  std::map<std::string, SameText> by_letters;
  for (const AuditText& text : texts) {
    std::string letters = letters_of(text.text);
    if (letters.empty()) continue;
    SameText& same_text = by_letters[letters];
    same_text.letters = std::move(letters);
    same_text.texts.push_back(&text);
    same_text.branches.insert(text.branch);
  }
  std::vector<SameText> list;
  for (auto& [letters, same_text] : by_letters) list.push_back(std::move(same_text));
  return list;
}

// Texts that are nearly the same, by way of others if need be, in groups.
class Families {
 public:
  explicit Families(std::size_t count) : parent_(count), least_(count, 1) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }

  std::size_t head(std::size_t member) {
    while (parent_[member] != member) member = parent_[member] = parent_[parent_[member]];
    return member;
  }

  void join(std::size_t a, std::size_t b, double similarity) {
    const auto [low, high] = std::minmax({head(a), head(b)});
    parent_[high] = low;
    least_[low] = std::min({least_[low], least_[high], similarity});
  }

  double least_similarity(std::size_t member) { return least_[head(member)]; }

 private:
  std::vector<std::size_t> parent_;
  std::vector<double> least_;
};

// One of each is compared with one of each other: a text that stands at many branches is of none
// of them alone.
Families find_families(const std::vector<SameText>& list) {
  std::map<std::string_view, std::size_t> numbers;
  for (const SameText& one : list) numbers.emplace(*one.branches.begin(), numbers.size());
  std::vector<WrittenText> written;
  for (std::size_t i = 0; i < list.size(); ++i)
    written.push_back(
        {list[i].branches.size() > 1 ? numbers.size() + i : numbers.at(*list[i].branches.begin()),
         list[i].letters});
  Families families(list.size());
  for (const CopiedText& pair : find_copied(written))
    families.join(pair.first, pair.second, pair.similarity);
  return families;
}

Phrase id_list(const std::set<std::string_view>& ids) {
  return listed_briefly({ids.begin(), ids.end()});
}

// The texts, and about which branches they are.
struct Written {
  std::vector<const AuditText*> texts;
  std::set<std::string_view> branches;
};

Written written_in(const std::vector<const SameText*>& members) {
  Written written;
  for (const SameText* member : members) {
    written.texts.insert(written.texts.end(), member->texts.begin(), member->texts.end());
    written.branches.insert(member->branches.begin(), member->branches.end());
  }
  return written;
}

Phrase words_for(const Written& written, bool identical) {
  const std::string quoted = in_brief(written.texts.front()->text);
  const Text same_words{
      "请看这段文字：{0} 处除标点数字外写得一样（{1}）：“{2}”，是怎么来的？",
      "Look at these words, the same but for digits and punctuation in {0} places "
      "({1}): \"{2}\". How did they come about?"};
  const Text near_words{
      "请看这段文字：{0} 处写得几乎一样（{1}）：“{2}”，是怎么来的？",
      "Look at these words, nearly the same in {0} places ({1}): \"{2}\". How did "
      "they come about?"};
  return phrase(identical ? same_words : near_words, written.texts.size(),
                id_list(written.branches), quoted);
}

Question question_about(const std::vector<const SameText*>& members, double similarity) {
  const Written written = written_in(members);
  Question question;
  question.test = AuditTest::copied_text;
  question.about = About::branches;
  question.statistic = decimal(similarity, 2);
  for (const AuditText* text : written.texts) {
    question.items.push_back(text->about);
    question.entries.push_back(text->entry);
  }
  question.ids.assign(written.branches.begin(), written.branches.end());
  question.n = written.texts.size();
  question.words = words_for(written, members.size() == 1);
  put_in_order(question);
  return question;
}

bool is_long(const SameText& text) {
  return count_code_points(text.letters) >= long_enough;
}

void add_problem_note(std::vector<AuditText>& texts, const Entry& entry, std::size_t number) {
  const auto id = parse_problem_id(entry.event.subject);
  if (!id || entry.event.name != "problem.submit") return;
  const auto note = entry.event.get("note");
  const bool says_more = count_code_points(letters_of(note)) >= long_enough_of_rectifying;
  if (says_more && note.find(hidden_text) == std::string_view::npos)
    texts.push_back({id->branch, entry.event.subject, std::string(note), number});
}

}  // namespace

std::vector<AuditText> texts_of(const std::vector<AuditVisit>& visits, const Ledger& ledger,
                                const Zone& zone, Quarter quarter) {
  std::vector<AuditText> texts;
  for (const AuditVisit* visit : visits_between(visits, quarter, quarter))
    for (const VisitItem* item : answered_in(*visit))
      if (!item->note.empty())
        texts.push_back({visit->check.branch, subject_of(*visit, *item), item->note, item->entry});
  for (std::size_t i = 0; i < ledger.entries.size(); ++i)
    if (Quarter::of(day_of(ledger.entries[i].event, zone)) == quarter)
      add_problem_note(texts, ledger.entries[i], i);
  return texts;
}

TestResult ask_copied_texts(const std::vector<AuditText>& texts) {
  auto list = gather_same(texts);
  const auto is_short = [](const SameText& text) { return !is_long(text); };
  const auto repeated = std::ranges::count_if(
      list, [&](const SameText& text) { return is_short(text) && text.branches.size() > 1; });
  std::erase_if(list, is_short);
  Families families = find_families(list);
  std::map<std::size_t, std::vector<const SameText*>> groups;
  for (std::size_t i = 0; i < list.size(); ++i) groups[families.head(i)].push_back(&list[i]);
  TestResult result;
  result.test = AuditTest::copied_text;
  result.looked_at = texts.size();
  result.over = phrase(Text{"问题和整改的说明", "words about findings and rectifying"});
  if (texts.size() < 2)
    result.too_little =
        phrase(Text{"查完的检查里说明文字不到两段", "finished checks have fewer than two texts"});
  for (const auto& [head, members] : groups) {
    const bool several = members.size() > 1 || members.front()->branches.size() > 1;
    if (several)
      result.questions.push_back(question_about(members, families.least_similarity(head)));
  }
  std::ranges::stable_sort(result.questions, std::ranges::greater{}, &Question::n);
  if (repeated > 0)
    result.remark = phrase(Text{"另有 {0} 段不到 {1} 个字的话在几个支部都一样，平常话难免",
                                "plain words that several branches have, not asked about: {0} of "
                                "fewer than {1} letters"},
                           counted(repeated, "text"), long_enough);
  return result;
}

}  // namespace sihu
