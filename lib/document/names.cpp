// The words of documents, and what people read instead of them.
#include "document/course.hpp"
#include "document/organisation.hpp"

#include <array>

namespace sihu {
namespace {

struct Name {
  std::string_view word;
  Text wording;
};

constexpr std::array<Name, 4> severities{{{"minor", {"轻微", "minor"}},
                                          {"general", {"一般", "general"}},
                                          {"serious", {"较重", "serious"}},
                                          {"critical", {"严重", "critical"}}}};

constexpr std::array<Name, 5> roles{{{"member", {"成员", "member"}},
                                     {"secretary", {"书记", "secretary"}},
                                     {"inspector", {"检查人", "inspector"}},
                                     {"leader", {"检查组长", "team leader"}},
                                     {"committee", {"委员会", "committee"}}}};

constexpr std::array<Name, 6> statuses{{{"none", {"未注明", "not stated"}},
                                        {"verified", {"已核对", "verified"}},
                                        {"quoted", {"转引", "quoted"}},
                                        {"unverified", {"未核对", "unverified"}},
                                        {"local", {"单位约定", "local rule"}},
                                        {"disputed", {"读法不一", "disputed"}}}};

constexpr std::array<Name, 5> methods{
    {{"mean", {"平均", "mean"}},
     {"trimmed", {"去掉一个最高分、一个最低分", "without the highest and the lowest"}},
     {"median", {"中位数", "median"}},
     {"classes", {"按类别加权", "weighted by class of reviewer"}},
     {"severity", {"校正评分人宽严", "corrected for leniency"}}}};

constexpr std::array<Name, 5> course_kinds{{{"exchange", {"交流研讨", "exchange"}},
                                            {"onboarding", {"岗前培训", "on-boarding"}},
                                            {"on-the-job", {"岗位培训", "on the job"}},
                                            {"visit", {"考察学习", "study visit"}},
                                            {"mentoring", {"传帮带", "mentoring"}}}};

template <class Enum, std::size_t count>
std::optional<Enum> parse(const std::array<Name, count>& names, std::string_view text) {
  for (std::size_t i = 0; i < count; ++i)
    if (names[i].word == text) return static_cast<Enum>(i);
  return std::nullopt;
}

template <class Enum, std::size_t count>
const Name& name_of(const std::array<Name, count>& names, Enum value) {
  return names.at(static_cast<std::size_t>(value));
}

}  // namespace

std::optional<Severity> parse_severity(std::string_view text) {
  return parse<Severity>(severities, text);
}
std::string_view to_string(Severity severity) {
  return name_of(severities, severity).word;
}
const Text& wording(Severity severity) {
  return name_of(severities, severity).wording;
}

std::optional<RoleName> parse_role(std::string_view text) {
  return parse<RoleName>(roles, text);
}
std::string_view to_string(RoleName role) {
  return name_of(roles, role).word;
}
const Text& wording(RoleName role) {
  return name_of(roles, role).wording;
}

std::optional<SourceStatus> parse_source_status(std::string_view text) {
  return parse<SourceStatus>(statuses, text);
}
std::string_view to_string(SourceStatus status) {
  return name_of(statuses, status).word;
}
const Text& wording(SourceStatus status) {
  return name_of(statuses, status).wording;
}

std::optional<ReviewMethod> parse_review_method(std::string_view text) {
  return parse<ReviewMethod>(methods, text);
}
std::string_view to_string(ReviewMethod method) {
  return name_of(methods, method).word;
}
const Text& wording(ReviewMethod method) {
  return name_of(methods, method).wording;
}

std::optional<CourseKind> parse_course_kind(std::string_view text) {
  return parse<CourseKind>(course_kinds, text);
}
std::string_view to_string(CourseKind kind) {
  return name_of(course_kinds, kind).word;
}
const Text& wording(CourseKind kind) {
  return name_of(course_kinds, kind).wording;
}

}  // namespace sihu
