#include "audit/explain.hpp"

#include "statistics/double_inspection.hpp"

#include <optional>
#include <utility>

namespace sihu {
namespace {

struct Explained {
  Text asks;
  Text statistic;
  Text formula;
  Text needs;
  Text limits;
  Text source;
};

const Explained& counts_explained(AuditTest test) {
  static constexpr Explained formality{
      {"这名检查人是不是只走过场？三项都只数个数：放过率（先看这个）、查出数、过于干净的检查表",
       "Does this inspector only go through the motions? Three counts: what was passed and found "
       "by the next (first), how much is found, sheets that are too clean"},
      {"三种迹象里有几种；n：答过的条目数", "how many of the three signs; n: items answered"},
      {"放过率：x 个放过、t = x + 自己查出的，p = P(二项(t, 别人的放过率) ≥ x)。查出数：p = "
       "P(泊松(E) ≤ 查出数)，E 由别人在同样地方的查出率算出，向总平均收拢 20 "
       "项。干净：每项按别人的查出率（各加半次），p = P(泊松二项 ≤ "
       "查出数)。三项各自在全体检查人（检查表）里校正",
       "Misses: x passed of t = x + found, p = P(Bin(t, the others' rate) >= x). Findings: p = "
       "P(Poisson(E) <= found), E from others' rates at the same places, drawn towards the mean by "
       "20 items. Clean: each item at the others' rate (half a case added to each side), p = "
       "P(Poisson-binomial <= found). Each corrected among all inspectors, or sheets"},
      {"四个季度里至少 3 名检查人查过别人也查过的地方",
       "3 inspectors, within four quarters, at places that others have seen too"},
      {"只有一种迹象不点名：老实检查的人也会碰上。干净的检查表不知道支部好不好，所以从不单算",
       "One sign names nobody: it happens to honest people. A clean sheet does not know how good "
       "the branch is, so it never counts alone"},
      {"漏斗图 Spiegelhalter 2005；多重比较 Benjamini–Hochberg 1995",
       "Funnel: Spiegelhalter 2005; many comparisons: Benjamini and Hochberg 1995"}};
  static constexpr Explained missed{
      {"上次放过的条目，这次别人查出、并说当时就有（existed: "
       "yes）？同季几个支部各自检查的，一个放过、"
       "另一个查出的？只说检查和条目，不点检查人的名",
       "Which items were passed, and the next inspector found them and said that they had been "
       "there (existed: yes)? Which were passed by one and found by another, where several "
       "branches "
       "inspected for themselves in the quarter? Names checks and items, no inspector"},
      {"放过的条目数 x；n：放过的加上当时查出的 t",
       "items missed x; n: those and what was found, t"},
      {"p = P(二项(t, π) ≥ x)，π =（别的检查人放过的 + ½）÷（别的检查人的 t + "
       "1），四个季度；在本季度跟着查过的检查里校正。各自检查的另算 π",
       "p = P(Bin(t, pi) >= x), pi = (missed by other inspectors + 1/2) / (their t + 1), over four "
       "quarters; corrected among the checks followed up this quarter. Inspections made beside "
       "each "
       "other have a pi of their own"},
      {"本季度别人再查过，或几个支部各自查过；别处至少 10 个问题",
       "a check that somebody else followed up this quarter, or made beside it, and 10 faults "
       "elsewhere"},
      {"说不清何时有的（unknown "
       "或没写）不计，但报数；早在问题清单上、没整改的算支部的，不算检查人的；整改报来之后才放过的"
       "不计",
       "Faults that nobody can date (unknown, or not said) are left out and counted; what was on "
       "the problem list already and not rectified is the branch's doing, not the inspector's; "
       "what was passed once it had been handed in is left out"},
      {"二项分布精确尾概率；多重比较 Benjamini–Hochberg 1995",
       "Exact binomial tail; many comparisons: Benjamini and Hochberg 1995"}};
  return test == AuditTest::formality ? formality : missed;
}

const Explained& marks_explained(AuditTest test) {
  static constexpr Explained leniency{
      {"扣除支部好坏之后，这名检查人给分比别人高还是低？",
       "Branches allowed for, does this inspector mark higher or lower than the others?"},
      {"高出的分数（百分制），负数是偏严；n：检查次数",
       "points above the others, of 100; below 0: severe; n: inspections"},
      {"最小二乘：分数 = 支部水平 + 检查人宽严 + 剩余，宽严之和为 0；t = 宽严 ÷ "
       "标准误，双侧；在全体检查人里校正。够得上问的人里 |t| 最大的逐个移出，其余的平均作比较"
       "（至少留一半），免得一个人手松，别人都显得手紧",
       "Least squares: score = level of the branch + leniency of the inspector + rest, leniencies "
       "adding up to 0; t = leniency / standard error, two-sided; corrected among all inspectors. "
       "Of those worth a question the one with the greatest |t| is taken out of the mean that all "
       "are compared with, one by one, down to half of all: one lenient inspector must not make "
       "the others look severe"},
      {"本半年至少 3 名检查人，检查关系连成一片，自由度至少 5 且不少于支部数的一半",
       "3 inspectors of the half-year tied together by visits, and degrees of freedom of at least "
       "5 and half the branches"},
      {"不到 3 分的差别不问；支部在两季之间变好变坏会混进来",
       "Less than 3 points is not asked about; branches that changed between two quarters get "
       "mixed in"},
      {"两因素加法模型；多重比较 Benjamini–Hochberg 1995；3 分是本工具定的",
       "Two-way additive model; Benjamini and Hochberg 1995; the 3 points are sihu's choice"}};
  static constexpr Explained reciprocity{
      {"两个支部互查时，是不是都对对方格外宽？",
       "When two branches inspected each other, was each kinder to the other than to the rest?"},
      {"这一对的得分，以标准差计；n：两者之间的检查次数",
       "the pair's score in standard deviations; n: inspections between the two"},
      {"剩余 e 来自宽严的最小二乘；系数 Σ e·f ÷ ½Σ(e² + f²)；p：把剩余随机打乱 1999 "
       "次，种子取自季度；一对的得分 (e + f) ÷ (√(1/n₁ + 1/n₂)·s)",
       "Residuals e of the least squares for leniency; coefficient sum e f / half the sum of (e^2 "
       "+ f^2); p: residuals shuffled 1999 times, the seed from the quarter; a pair's score (e + "
       "f) / (sqrt(1/n1 + 1/n2) s)"},
      {"八个季度里至少 3 对互相查过", "3 pairs that inspected each other within eight quarters"},
      {"所有的对合在一起只检验一次，p 就是 q；单独一对的往来可能看不出",
       "All pairs are one test, so q is p; a single pair may stay unseen"},
      {"社会关系模型 Warner、Kenny、Stoto 1979；置换检验",
       "Social relations model: Warner, Kenny and Stoto 1979; permutation test"}};
  static constexpr Explained straight_line{
      {"扣了分的条目是不是一路同分，没有逐项看？",
       "Do the items that lost points have one mark in a row, as if nobody had looked at each?"},
      {"最长的连续同分；n：按程度给分且扣了分的条目",
       "the longest run of one mark; n: graded items that lost points"},
      {"把这份表自己的分打乱次序，p = 出现这么长或更长的比例；全都一样时，p = "
       "本季度各份表上这些条目得这个分的比例之积；在本季度的表里校正",
       "The sheet's own marks in any order: p is how often so long a run comes; where all are "
       "alike, p is the product of how often these items get that mark on this quarter's sheets; "
       "corrected among the sheets of the quarter"},
      {"一份表上至少 10 项", "10 such items on a sheet"},
      {"满分连成一串不算：条目达标没什么可疑，太干净由走过场那一项管",
       "Full marks in a row do not count: items that are met are nothing to wonder at, and sheets "
       "that are too clean are another test's"},
      {"置换检验；多重比较 Benjamini–Hochberg 1995",
       "Permutation test; many comparisons: Benjamini and Hochberg 1995"}};
  return test == AuditTest::leniency      ? leniency
         : test == AuditTest::reciprocity ? reciprocity
                                          : straight_line;
}

const Explained& relations_explained(AuditTest test) {
  static constexpr Explained discrimination{
      {"这名检查人给好的支部和差的支部打的分有没有区别？",
       "Does this inspector tell good branches from poor ones?"},
      {"斜率：别人看来差 1 分，这名检查人差几分；n：检查次数",
       "slope: by how much these scores differ where others differ by a point; n: inspections"},
      {"支部水平 x = 别人给它的分（各扣去宽严）的平均；斜率 b = Σ(x − x̄)(y − ȳ) ÷ Σ(x − x̄)²；t "
       "=（其余检查人合起来的斜率 − b）÷ "
       "标准误，剩余方差由全体合起来估计，单侧；在全体检查人里校正",
       "Level x of a branch: mean of what others gave it, each less the own leniency; slope b = "
       "sum (x - mean x)(y - mean y) / sum (x - mean x)^2; t = (slope of all other inspectors "
       "together - b) / standard error, the residual variance of all, one-sided; corrected among "
       "all inspectors"},
      {"四个季度里查过 4 次别人也查过的支部；宽严分得开",
       "4 inspections, within four quarters, of branches that others inspected too; leniency can "
       "be told from worth"},
      {"所查的支部本来就差不多时，斜率不说明什么，所以还要和别人的斜率比；支部在几季里变好变坏会混"
       "进来",
       "Where the branches are alike a slope says little, which is why it is held against the "
       "others'; branches that changed between quarters get mixed in"},
      {"斜率 0.3 和 4 次是本工具定的；多重比较 Benjamini–Hochberg 1995",
       "The .3 and the 4 inspections are sihu's choice; Benjamini and Hochberg 1995"}};
  static constexpr Explained full_round{
      {"每个支部都查过其他每个支部以后，互相给的分是不是成对偏高或偏低？",
       "Once every branch has inspected every other, do scores go by pairs?"},
      {"两个支部互相给的分，扣除各自的宽严和好坏后，对内的相关；n：对数",
       "the correlation, within pairs, of what is left of both scores when leniency and worth are "
       "taken off; n: pairs"},
      {"社会关系模型的闭式解；MSb = 2Σ((g + h)/2)² ÷ (d − 1)，MSw = ½Σ(g − h)² ÷ d，d = (n − 1)(n "
       "− "
       "2)/2；相关 = (MSb − MSw) ÷ (MSb + MSw)，p = P(F(d − 1, d) ≥ MSb ÷ MSw)",
       "The social relations model in closed form; MSb = 2 sum((g + h)/2)^2 / (d - 1), MSw = "
       "sum(g - h)^2 / 2d, d = (n - 1)(n - 2)/2; correlation (MSb - MSw) / (MSb + MSw), p = P(F(d "
       "- 1, d) >= MSb / MSw)"},
      {"八个季度里 4 个以上支部两两都互相查过；查过几次的取平均",
       "four branches or more that all inspected each other within eight quarters; of several "
       "inspections the mean"},
      {"所有的对合在一起只检验一次，p 就是 q；点出的三对是剩余最大的，不是逐对检验的；"
       "一对支部一同变好变坏也会这样",
       "All pairs are one test, so q is p; the three pairs it names have most left over, and were "
       "not tested one by one; two branches that get better or worse together look like this too"},
      {"Warner、Kenny、Stoto 1979", "Warner, Kenny and Stoto 1979"}};
  return test == AuditTest::discrimination ? discrimination : full_round;
}

// How much to look at a second time, where that is what settles a question.
std::optional<Phrase> advice_for(AuditTest test) {
  if (test != AuditTest::formality && test != AuditTest::missed) return std::nullopt;
  return phrase(
      Text{"委员会复查可定真假。一处毛病若出现在 5%、10%、20% 的检查表里，随机复查 {0}、{1}、{2} "
           "份，有 95% 的把握至少碰上一次；等检查表交齐再抽",
           "A second look by the committee settles it. Of a fault on 5, 10 or 20 % of the sheets, "
           "{0}, {1} or {2} sheets drawn at random show one with a probability of 95 %; draw when "
           "all sheets are in"},
      sheets_to_recheck(0.05), sheets_to_recheck(0.10), sheets_to_recheck(0.20));
}

const Explained& work_explained(AuditTest test) {
  static constexpr Explained pace{
      {"这次检查答得是不是太快，来不及看？",
       "Was this check answered too fast for anybody to look?"},
      {"每项秒数；n：有用时的条目", "seconds an item; n: items with a time"},
      {"z = 0.6745 ×（ln 每项秒数 − 中位数）÷ 中位绝对差，四个季度；p 按自由度 0.37·次数 − 1 的 t "
       "分布；在本季度的检查里校正",
       "z = 0.6745 (ln seconds an item - median) / median absolute deviation, over four quarters; "
       "p by Student's t with 0.37 times their number, less 1, degrees of freedom; corrected among "
       "the checks of this quarter"},
      {"至少 10 次逐项作答的检查，每次至少 5 项有用时（took）",
       "10 checks answered item by item, each with 5 items that have a time (took)"},
      {"用文件一次录入的没有用时，看不出快慢",
       "What came from a file has no times and can't be judged"},
      {"Iglewicz、Hoaglin 1993；0.37 是中位绝对差的效率，Rousseeuw、Croux 1993",
       "Iglewicz and Hoaglin 1993; .37 is the efficiency of the median deviation: Rousseeuw and "
       "Croux 1993"}};
  static constexpr Explained two_places{
      {"同一个人是不是同时在两个支部作答？", "Was one person answering at two branches at once?"},
      {"重叠的分钟数；n：次数", "minutes in common; n: times"},
      {"同一次检查里逐项作答相隔不到 30 "
       "分钟的算一段，从第一题出现到最后一题答完；两段不在一个支部而重叠就问",
       "Answers of a check less than 30 minutes apart are one sitting, from the first question to "
       "the last answer; two that overlap at different branches are asked about"},
      {"逐项作答、有用时的检查", "checks answered item by item, with their times"},
      {"是事实，不是概率；机器时钟错了也会这样",
       "A fact, no chance; a wrong clock looks like this too"},
      {"本工具的规则", "sihu's own rule"}};
  static constexpr Explained copied_text{
      {"写给不同支部的话是不是一样？", "Are words about different branches the same?"},
      {"最不像的两段有多像，0 到 1；n：几段", "how alike the least alike are, 0 to 1; n: texts"},
      {"只在本季度的文字里互相比；去掉空格、数字、标点，全角变半角，大小写不分；"
       "相邻两字的集合，交集 ÷ 并集",
       "Texts of the quarter, compared with each other and not with earlier quarters; blanks, "
       "digits and punctuation taken away, full width and capitals levelled; sets of pairs of "
       "neighbouring letters, common ones over all"},
      {"两段以上", "two texts"},
      {"不到 8 个字的常用话只报数；整改说明不到 16 个字的、备注照抄检查表条文的不算",
       "Plain words of fewer than 8 letters are only counted; words about rectifying of fewer than "
       "16, and what repeats the checklist, do not count"},
      {"Jaccard 1901", "Jaccard 1901"}};
  return test == AuditTest::pace ? pace : test == AuditTest::two_places ? two_places : copied_text;
}

const Explained& dates_explained(AuditTest test) {
  static constexpr Explained late_entry{
      {"说是早就做了，是不是过了很久才录（补录）？",
       "Was work said to be of an earlier day recorded long after it?"},
      {"晚了几天；n：行数", "days in between; n: lines"},
      {"录入那天（机器时钟）减去 on=", "the day of recording, by the machine's clock, less on="},
      {"不需要", "nothing"},
      {"补录是允许的，理由一并列出；从别处带回来录的也在内",
       "Recording later is allowed, and the reason stands beside it; so does what was brought back "
       "from a journey"},
      {"本工具的规则：3 天", "sihu's own rule: 3 days"}};
  static constexpr Explained impossible_order{
      {"是不是还没查出就整改、还没报来就销号？",
       "Was something rectified before it was found, or closed before it was submitted?"},
      {"最多早几天；n：步数", "days, at most; n: steps"},
      {"步骤的日期（on=，否则录入那天）早于它所依据的那一步",
       "the day of a step (on=, else that of recording) is before that of what it rests on"},
      {"不需要", "nothing"},
      {"是事实，不是概率；多半是日期写错", "A fact, no chance; mostly a slip of the pen"},
      {"本工具的规则", "sihu's own rule"}};
  static constexpr Explained clock{
      {"记这些行的时候，机器时钟是不是倒拨了？", "Had the machine's clock been set back?"},
      {"最多早几分钟；n：行数", "minutes, at most; n: lines"},
      {"行首的时刻减去 clock=，大于 1 分钟", "the line's instant less clock=, more than a minute"},
      {"不需要", "nothing"},
      {"时钟曾经走快、后来拨正，也会这样",
       "A clock that was fast and was put right looks like this too"},
      {"台账的规则，见 lib/ledger/README.md", "The ledger's rule, lib/ledger/README.md"}};
  return test == AuditTest::late_entry         ? late_entry
         : test == AuditTest::impossible_order ? impossible_order
                                               : clock;
}

const Explained& explained(AuditTest test) {
  switch (test) {
    case AuditTest::formality:
    case AuditTest::missed:
      return counts_explained(test);
    case AuditTest::leniency:
    case AuditTest::reciprocity:
    case AuditTest::straight_line:
      return marks_explained(test);
    case AuditTest::discrimination:
    case AuditTest::full_round:
      return relations_explained(test);
    case AuditTest::pace:
    case AuditTest::two_places:
    case AuditTest::copied_text:
      return work_explained(test);
    case AuditTest::late_entry:
    case AuditTest::impossible_order:
    case AuditTest::clock:
      break;
  }
  return dates_explained(test);
}

}  // namespace

std::vector<AuditTestPart> explain_audit_test(AuditTest test) {
  const Explained& about = explained(test);
  std::vector<AuditTestPart> parts{
      {"asks", phrase(Text{"问什么", "asks"}), phrase(about.asks)},
      {"statistic", phrase(Text{"统计量", "statistic"}), phrase(about.statistic)},
      {"formula", phrase(Text{"怎么算", "formula"}), phrase(about.formula)},
      {"threshold", phrase(Text{"何时问", "asked when"}), same(std::string(threshold_of(test)))},
      {"needs", phrase(Text{"要有", "needs"}), phrase(about.needs)},
      {"limits", phrase(Text{"局限", "limits"}), phrase(about.limits)}};
  if (auto advice = advice_for(test))
    parts.push_back({"advice", phrase(Text{"怎么办", "advice"}), std::move(*advice)});
  parts.push_back({"source", phrase(Text{"出处", "source"}), phrase(about.source)});
  return parts;
}

}  // namespace sihu
