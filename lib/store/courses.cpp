#include "store/courses.hpp"

#include "base/sha256.hpp"
#include "store/files.hpp"
#include "wording/nearest.hpp"

#include <algorithm>
#include <iterator>

namespace sihu {
namespace {

constexpr const char* courses_folder = "courses";
constexpr std::string_view course_ending = ".yaml";
constexpr std::uint64_t most_course_bytes = 64u * 1024 * 1024;  // the YAML gate allows far less

Result<std::vector<std::string>> course_ids(const Workspace& workspace) {
  auto ids = list_inside(workspace.root(), courses_folder, course_ending);
  if (ids)
    for (std::string& id : *ids) id.resize(id.size() - course_ending.size());
  return ids;
}

Result<KeptCourse> load_kept(const Workspace& workspace, const std::string& id) {
  const std::string name = std::string(courses_folder) + "/" + id + std::string(course_ending);
  const auto file = path_inside(workspace.root(), name);
  if (!file) return tl::unexpected(file.error());
  auto text = read_file(*file, name, most_course_bytes);
  if (!text) return tl::unexpected(text.error());
  auto course = load_course(*text, name);
  if (!course) return tl::unexpected(course.error());
  std::string digest = sha256_hex(*text);
  return KeptCourse{std::move(*course), std::move(*text), std::move(digest)};
}

tl::unexpected<Failure> unknown_course(std::string_view id, const std::vector<std::string>& ids) {
  const auto meant = nearest(id, ids);
  return fail(Kind::input, "unknown-course",
              phrase(Text{"courses/ 里没有 {0}", "there is no {0} in courses/"}, id),
              meant ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *meant)
              : ids.empty()
                  ? phrase(Text{"照 sihu init 给的样子写一个", "write one as sihu init gives it"})
                  : Phrase{});
}

}  // namespace

Result<KeptCourse> read_course(const Workspace& workspace, std::string_view id) {
  const auto ids = course_ids(workspace);
  if (!ids) return tl::unexpected(ids.error());
  if (std::ranges::find(*ids, id) == ids->end()) return unknown_course(id, *ids);
  return load_kept(workspace, std::string(id));
}

Result<std::vector<KeptCourse>> read_courses(const Workspace& workspace) {
  const auto ids = course_ids(workspace);
  if (!ids) return tl::unexpected(ids.error());
  std::vector<KeptCourse> courses;
  Failure failure{Kind::input, {}};
  for (const std::string& id : *ids) {
    auto kept = load_kept(workspace, id);
    if (kept) {
      courses.push_back(std::move(*kept));
    } else if (kept.error().kind != Kind::input) {
      return tl::unexpected(kept.error());
    } else {
      std::ranges::move(kept.error().faults, std::back_inserter(failure.faults));
    }
  }
  if (!failure.faults.empty()) return tl::unexpected(std::move(failure));
  return courses;
}

}  // namespace sihu
