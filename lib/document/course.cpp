#include "document/course.hpp"

#include "document/kind.hpp"
#include "document/reader.hpp"
#include "gate/encoding.hpp"

namespace sihu {
namespace {

const Rational longest_session = 200;

std::optional<CourseKind> read_kind(Reader& reader, const Node& node, std::string_view key) {
  const auto word =
      reader.choice(node, key, {"exchange", "onboarding", "on-the-job", "visit", "mentoring"});
  return word ? parse_course_kind(*word) : std::nullopt;
}

std::optional<Rational> read_session_hours(Reader& reader, const Node& node, std::string_view key) {
  auto hours = reader.positive(node, key);
  if (!hours || *hours <= longest_session) return hours;
  reader.fault(node, "out-of-range",
               phrase(Text{"一次至多 {0} 学时，实际是 {1}", "at most {0} hours at once, found {1}"},
                      longest_session.shortest(), hours->shortest()));
  return std::nullopt;
}

std::optional<SourceStatus> read_source_status(Reader& reader, const Node& node,
                                               std::string_view key) {
  const auto word =
      reader.choice(node, key, {"verified", "quoted", "unverified", "local", "disputed"});
  return word ? parse_source_status(*word) : std::nullopt;
}

void read_course_basis(Reader& reader, const Node& list, CourseFile& into) {
  for (const Node& node : reader.list(list, "basis")) {
    const Keys keys(reader, node, "basis", {"law", "article", "status"});
    Basis basis;
    keys.read("article", basis.article, &Reader::phrase);
    keys.read("status", basis.status, [&](const Node& at, std::string_view key) {
      return read_source_status(reader, at, key);
    });
    if (!keys.require("law", basis.law, &Reader::word)) continue;
    basis.title = same(basis.law);
    into.basis.push_back(std::move(basis));
  }
}

void read_course(Reader& reader, const Node& root, CourseFile& into) {
  const Keys keys(
      reader, root, "course",
      {"course", "version", "title", "topic", "kind", "hours", "material", "items", "basis"});
  into.place = root.place;
  keys.require("course", into.id, &Reader::id);
  keys.require("version", into.version, &Reader::word);
  keys.require("title", into.title, &Reader::phrase);
  keys.require("topic", into.topic, &Reader::word);
  keys.require("kind", into.kind,
               [&](const Node& at, std::string_view key) { return read_kind(reader, at, key); });
  keys.require("hours", into.hours, [&](const Node& at, std::string_view key) {
    return read_session_hours(reader, at, key);
  });
  keys.read("material", into.material, &Reader::phrases);
  keys.read("items", into.items, &Reader::item_ids);
  if (const Node* basis = keys.find("basis")) read_course_basis(reader, *basis, into);
}

}  // namespace

Result<CourseFile> load_course(std::string_view text, std::string_view name) {
  const Source source(without_bom(text), name);
  Reader reader(source);
  CourseFile course;
  const auto root = reader.document();
  if (root && !refuse_other_kind(reader, *root, DocumentKind::course))
    read_course(reader, *root, course);
  if (!reader.clean()) return fail(Kind::input, reader.take_faults());
  return course;
}

}  // namespace sihu
