#include "tools/cli/world.hpp"

#include "base/utf8.hpp"
#include "document/extract.hpp"
#include "gate/encoding.hpp"
#include "store/files.hpp"
#include "store/ledger_files.hpp"
#include "store/system_error.hpp"
#include "store/xlsx_read.hpp"
#include "tools/cli/evidence_links.hpp"
#include "tools/cli/values.hpp"
#include "wording/render.hpp"
#include "wording/width.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <istream>
#include <iterator>
#include <ostream>
#include <set>

namespace sihu {
namespace {

namespace fs = std::filesystem;

std::string host_name() {
  std::array<char, 256> name{};
  ::gethostname(name.data(), name.size() - 1);
  return name.data();
}

Phrase how_to_find_a_workspace() {
  return phrase(Text{"用 sihu init 目录 新建一个，或用 -C 目录 指明",
                     "make one with sihu init DIR, or name it with -C DIR"});
}

// A folder that may not be looked into is not one without a sihu.yaml.
Result<void> check_readable(const fs::path& folder) {
  const auto there = look_at(folder / "sihu.yaml", folder.string());
  if (!there) return tl::unexpected(there.error());
  return {};
}

Result<fs::path> find_root(const World& world) {
  const auto readable = check_readable(world.workspace_given.value_or(world.directory));
  if (!readable) return tl::unexpected(readable.error());
  if (world.workspace_given) {
    std::error_code error;
    if (fs::exists(*world.workspace_given / "sihu.yaml", error)) return *world.workspace_given;
    return fail(
        Kind::environment, "no-workspace",
        phrase(Text{"{0} 中没有 sihu.yaml，不是工作区", "{0} has no sihu.yaml, so is no workspace"},
               world.workspace_given->string()),
        how_to_find_a_workspace());
  }
  if (const auto found = Workspace::find(world.directory)) return *found;
  return fail(
      Kind::environment, "no-workspace",
      phrase(Text{"此处及上级目录中都没有 sihu.yaml", "no sihu.yaml here or in a parent folder"}),
      how_to_find_a_workspace());
}

// No answer file and no document is nearly as long.
constexpr std::size_t longest_input = 64u << 20;

// Not only regular files: `<(…)` and /dev/stdin are read too.
Result<std::string> read_all(const std::string& file) {
  const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  const auto failed = [&](int error) {
    return system_failure("cannot-read", phrase(Text{"无法读 {0}", "cannot read {0}"}, file),
                          error);
  };
  if (!descriptor) return failed(errno);
  std::string text;
  std::string piece(65536, '\0');
  while (text.size() <= longest_input) {
    const ssize_t count = ::read(descriptor.number(), piece.data(), piece.size());
    if (count == 0) return text;
    if (count > 0)
      text.append(piece, 0, static_cast<std::size_t>(count));
    else if (errno != EINTR)
      return failed(errno);
  }
  return fail(Kind::input, "too-large",
              phrase(Text{"{0} 超过 64 MB", "{0} is larger than 64 MB"}, file));
}

// A device or a pipe is written into; renaming something over /dev/null would be a disaster.
Result<void> write_through(const fs::path& file, const Produce& produce) {
  const Descriptor descriptor(::open(file.c_str(), O_WRONLY | O_CLOEXEC));
  bool good = static_cast<bool>(descriptor);
  int error = errno;
  Result<void> produced;
  const Sink sink = [&](std::string_view data) {
    while (good && !data.empty()) {
      const ssize_t count = ::write(descriptor.number(), data.data(), data.size());
      if (count > 0)
        data.remove_prefix(static_cast<std::size_t>(count));
      else
        good = (error = errno) == EINTR;
    }
    return good;
  };
  if (good) produced = produce(sink);
  if (good) return produced;
  return system_failure("cannot-write",
                        phrase(Text{"无法写 {0}", "cannot write {0}"}, file.string()), error);
}

// A device whose file is forked never writes again: its id then, and nobody's else.
Result<std::string> forked_device(World& world, const Workspace& workspace,
                                  const LocalState& state) {
  if (!state.device) return std::string();
  const auto forked = is_forked(workspace.root(), state.device->id);
  if (!forked) return tl::unexpected(forked.error());
  if (!*forked) return std::string();
  world.say_to_people(
      phrase(Text{"设备 {0} 的台账有分叉，从此改用新的设备号",
                  "the file of device {0} is forked; from now on this is a new device"},
             state.device->id));
  return state.device->id;
}

Result<Device> find_device(World& world, const Workspace& workspace, const Person& person) {
  const std::string home = person.branch.empty() ? "hq" : person.branch;
  if (!world.device_given.empty()) {
    if (is_device_id(world.device_given)) return Device{world.device_given, home};
    return fail(Kind::usage, "not-a-device",
                phrase(Text{"SIHU_DEVICE 应为六位设备号（小写字母 a 到 z、数字 2 到 9，不用 i、l、"
                            "o），实际为 \"{0}\"",
                            "SIHU_DEVICE should be a device id: six small letters and digits, "
                            "without 0, 1, i, l, o; found \"{0}\""},
                       world.device_given));
  }
  const auto state = load_local_state(world.state_home, workspace.root());
  if (!state) return tl::unexpected(state.error());
  const auto retired = forked_device(world, workspace, *state);
  if (!retired) return tl::unexpected(retired.error());
  if (state->device && retired->empty()) return *state->device;
  return mint_device(world.state_home, workspace.root(), home, *retired);
}

Result<const Person*> find_person(const Workspace& workspace, const std::string& id) {
  if (const Person* person = workspace.organisation().find_person(id)) return person;
  std::vector<std::string> known;
  for (const Person& person : workspace.organisation().people) known.push_back(person.id);
  return fail(Kind::input, "unknown-person",
              phrase(Text{"sihu.yaml 中没有人员 \"{0}\"", "sihu.yaml has no person \"{0}\""}, id),
              did_you_mean(id, known));
}

Result<const Person*> find_author(const World& world, const Workspace& workspace) {
  std::string id = world.person_given;
  if (id.empty()) {
    auto state = load_local_state(world.state_home, workspace.root());
    if (!state) return tl::unexpected(state.error());
    id = state->person;
  }
  if (id.empty())
    return fail(
        Kind::usage, "nobody-named", phrase(Text{"不知道你是谁", "who you are is not known"}),
        phrase(Text{"先运行一次 sihu me 人员编号，以后就记住了；或每次用 --as 人员编号 说明，"
                    "或设环境变量 SIHU_AS",
                    "sihu me PERSON remembers it; or say it each time with --as PERSON, or "
                    "set SIHU_AS"}));
  return find_person(workspace, id);
}

// The documents, the ledger and the evidence of the workspace that `path` lies in.
bool belongs_to_workspace(const fs::path& path) {
  const auto root = Workspace::find(path.parent_path());
  if (!root) return false;
  std::error_code unknown;
  const fs::path below = path.lexically_relative(fs::weakly_canonical(*root, unknown));
  if (below.empty()) return false;
  static const std::set<fs::path> own{"sihu.yaml", "ledger", "evidence", "checklists", "calendars",
                                      "rubrics",   "plans",  "banks",    "papers",     "courses"};
  return own.contains(*below.begin());
}

tl::unexpected<Failure> would_destroy(const std::string& file) {
  return fail(Kind::usage, "not-an-output",
              phrase(Text{"{0} 是工作区自己的文件，不能用作输出",
                          "{0} belongs to the workspace itself and can't be an output"},
                     file));
}

tl::unexpected<Failure> cannot_follow(const std::string& file, int error) {
  return system_failure("cannot-write", phrase(Text{"无法写 {0}", "cannot write {0}"}, file),
                        error);
}

// A place that is reached by /dev, and not one to keep files in.
bool is_device_path(const std::string& file) {
  return file.starts_with("/dev/") && !file.starts_with("/dev/shm/");
}

}  // namespace

Result<Workspace> World::open_workspace(bool quickly) {
  const auto root = find_root(*this);
  if (!root) return tl::unexpected(root.error());
  auto workspace = quickly ? Workspace::open_quickly(*root) : Workspace::open(*root);
  if (workspace && !seal_given.empty()) workspace = workspace->as_sealed(seal_given);
  if (!workspace) return workspace;
  if (!lang_given && workspace->organisation().language) lang = *workspace->organisation().language;
  if (!warnings_said && !quiet) {
    err << render_some(workspace->warnings(), lang);
    if (const std::string branch = extract_branch(workspace->organisation_text()); !branch.empty())
      say_to_people(phrase(Text{"这里只有 {0} 的材料；整个单位的结果在完整的工作区里",
                                "only what is {0}'s is here; the results of all are in the whole "
                                "workspace"},
                           branch));
  }
  warnings_said = true;
  if (links) {
    evidence_folder = workspace->root() / "evidence";
    evidence_address = folder_address(host_name(), evidence_folder.string());
  }
  // Also where nothing is recorded: a name mistyped in a recipe should not wait for that.
  if (!person_given.empty())
    if (const auto known = find_person(*workspace, person_given); !known)
      return tl::unexpected(known.error());
  return workspace;
}

Result<Instant> World::now(const Workspace& workspace) const {
  if (now_given.empty()) return workspace.sealed() ? workspace.sealed()->at : clock();
  const auto given = parse_time(now_given, workspace.zone());
  // Due dates reach ten years ahead, and ids have two digits for a year.
  if (given && workspace.zone().date_of(*given).year() < 2100) return *given;
  if (given)
    return fail(Kind::usage, "not-a-time",
                phrase(Text{"--now: 时间应早于 2100 年，实际为 \"{0}\"",
                            "--now: expected a time before the year 2100, found \"{0}\""},
                       now_given));
  const auto fault = check_time("--now", now_given);
  return fail(Kind::usage, {fault.value_or(Fault{{}, "not-a-time", same(now_given)})});
}

Result<Date> World::today(const Workspace& workspace) const {
  const auto instant = now(workspace);
  if (!instant) return tl::unexpected(instant.error());
  return workspace.zone().date_of(*instant);
}

Result<const Person*> World::person(const Workspace& workspace) const {
  return find_author(*this, workspace);
}

Result<Author> World::author(const Workspace& workspace) {
  const auto person = find_author(*this, workspace);
  if (!person) return tl::unexpected(person.error());
  auto device = find_device(*this, workspace, **person);
  if (!device) return tl::unexpected(device.error());
  Author author{(*person)->id, *device, clock(), {}};
  auto key = signing_key(config_home, **person, workspace.zone().date_of(author.clock));
  if (!key) return tl::unexpected(key.error());
  author.key = std::move(*key);
  if (now_given.empty()) return author;
  const auto pretended = now(workspace);
  if (!pretended) return tl::unexpected(pretended.error());
  author.pretended = *pretended;
  return author;
}

Result<std::string> World::read_input(const std::string& file_or_dash) {
  if (file_or_dash != "-") return read_all((directory / file_or_dash).string());
  std::string text{std::istreambuf_iterator<char>(in), {}};
  // Half an input must never pass for the whole.
  if (interrupted && interrupted())
    return fail(Kind::environment, "interrupted",
                phrase(Text{"读入时被中断", "interrupted while reading"}));
  return text;
}

Result<InputText> World::read_text(const std::string& file_or_dash, std::string_view encoding) {
  const auto bytes = read_input(file_or_dash);
  if (!bytes) return tl::unexpected(bytes.error());
  std::string name = file_or_dash == "-" ? "<stdin>" : file_or_dash;
  if (auto possible = check_is_text(*bytes, name); !possible)
    return tl::unexpected(possible.error());
  auto text =
      decode_marking(*bytes, encoding == "gb18030" ? Encoding::gb18030 : Encoding::utf8, name);
  if (!text) return tl::unexpected(text.error());
  return InputText{std::move(name), std::move(*text)};
}

Result<void> World::write_output(const std::string& file, std::string_view data) {
  return stream_output(file, [data](const Sink& sink) {
    sink(data);
    return Result<void>{};
  });
}

Result<void> World::stream_output(const std::string& file, const Produce& produce) {
  if (file.empty() || file == "-" || file == "/dev/stdout")
    return produce([this](std::string_view data) { return static_cast<bool>(out << data); });
  std::error_code unknown;
  const fs::path path = fs::weakly_canonical(directory / file, unknown);
  if (unknown) return cannot_follow(file, unknown.value());
  if (belongs_to_workspace(path)) return would_destroy(file);
  // What is no plain file, or is reached by /dev, is not ours to replace.
  const fs::file_status status = fs::status(path, unknown);
  const bool device = is_device_path((directory / file).string());
  if (device || (fs::exists(status) && !fs::is_regular_file(status)))
    return write_through(directory / file, produce);
  return write_file_atomically(path, produce, file);
}

void World::show(const Phrase& text) {
  std::string_view words = text.in(lang);
  if (words.ends_with('\n')) words.remove_suffix(1);
  if (text.in(lang).empty()) return;
  err << (in_terminal ? within(words, columns) : std::string(words)) << '\n';
}

void World::say_to_people(const Phrase& phrase) {
  if (quiet) return;
  const std::string words = visible(phrase.in(lang));
  err << (err_terminal ? within(words, columns) : words) << '\n';
}

void World::say_recorded(std::string_view lines) {
  *recorded = true;
  if (!quiet) out << lines;
}

}  // namespace sihu
