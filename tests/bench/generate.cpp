// A workspace as large as one wants, for measuring: the same bytes for the same size, always.
// usage: generate PROBLEMS FOLDER          a workspace
//        generate --more FOLDER            1 000 lines more, in 20 of its files
//
// 200 branches inspect each other over the eight quarters of 2024 and 2025. A branch's device opens
// problems elsewhere, the inspected branch's own submits, a committee's device verifies: each life
// is spread over three files, with real chains. 90 of 100 problems are closed, 3 are overdue on
// 2026-01-01. Beside the workspace: `state.csv` and `events.csv` for the peers, `facts` for the
// answer that everybody has to give.
#include "base/sha256.hpp"
#include "ledger/chain.hpp"
#include "ledger/header.hpp"
#include "ledger/line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <vector>

using namespace sihu;

namespace {

constexpr int branches = 200;
constexpr int committee_devices = 8;
constexpr std::int64_t day_ms = 86'400'000;

// splitmix64: a fixed sequence, the same on every machine.
class Chance {
 public:
  int below(int limit) {
    const auto limits = static_cast<std::uint64_t>(limit);
    return static_cast<int>(((next() >> 32) * limits) >> 32);
  }

 private:
  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15u;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }
  std::uint64_t state_ = 20261012;
};

struct Known {
  const char* item;
  const char* title;
  const char* found;
  const char* severity;
  const char* rule;
};
constexpr Known items[] = {
    {"DF-02", "按月足额收缴", "八月、九月党费未按月收缴，收据与台账对不上", "general", "15d"},
    {"ZZ-03", "每月召开支部委员会", "六月、七月没有支委会记录，签到表缺两人", "general", "10wd"},
    {"GK-04", "公开时效", "上季度党务公开逾期公示，公示栏未见日期", "minor", "3wd"},
    {"RH-01", "党建业务四同", "年度计划与业务工作两张皮，缺同部署的记录", "general", "10wd"},
    {"FZ-05", "发展党员公示", "两名发展对象公示不足五个工作日，缺照片", "serious", "15wd"},
    {"LZ-02", "廉政谈话", "新任职三人未做任前谈话，台账后补", "serious", "15wd"},
    {"XX-06", "个人自学记录", "抽查五本学习笔记，三本日期与会议记录不符", "minor", "3wd"},
    {"ZT-01", "主题党日", "十月主题党日没有方案，现场照片与上年相同", "general", "10wd"},
};
constexpr int item_count = std::size(items);

std::string branch_id(int branch) {
  return fmt::format("zb{:03}", branch + 1);
}

// Ids of devices are of 31 letters without look-alikes; `first` tells branches and committee apart.
std::string device_id(char first, int number) {
  static constexpr std::string_view letters = "23456789abcdefghjkmnpqrstuvwxyz";
  std::string id(1, first);
  auto rest = static_cast<std::size_t>(number) * 99'991 + 1'234'567;
  for (int i = 0; i < 5; ++i, rest /= letters.size()) id += letters[rest % letters.size()];
  return id;
}

struct Device {
  std::string id;
  std::string home;
  int problems = 0;
};

struct Life {
  int branch = 0;
  int opener = 0;
  int verifier = 0;
  int item = 0;
  int serial = 0;
  std::string id;
  std::string last_check;
  Date opened;
  Date due;
  bool overdue = false;
  std::string status = "open";
  int extensions = 0;
  std::int64_t last_ms = 0;
};

enum class Kind { open, assign, extend, grant, submit, verify, reopen };

struct Step {
  std::int64_t at = 0;  // milliseconds since 1970
  std::uint32_t life = 0;
  Kind kind = Kind::open;
  Date due = {};
};

struct Out {
  std::string name;
  std::FILE* file = nullptr;
  std::string check;
  std::int64_t last_ms = 0;
};

class Generator {
 public:
  /// With at most `overdue` problems overdue.
  Generator(int problems, std::filesystem::path folder, int overdue)
      : folder_(std::move(folder)),
        overdue_left_(overdue),
        lives_(static_cast<std::size_t>(problems)) {}

  void run() {
    std::filesystem::create_directories(folder_ / "workspace");
    write_organisation();
    for (int i = 0; i < branches; ++i) devices_.push_back({device_id('b', i), branch_id(i)});
    for (int i = 0; i < committee_devices; ++i) devices_.push_back({device_id('h', i), "hq"});
    for (std::uint32_t i = 0; i < lives_.size(); ++i) plan(i);
    std::ranges::stable_sort(steps_, {}, &Step::at);
    number();
    events_ = open_csv("events.csv", "at,person,event,subject,due\n");
    for (const Step& step : steps_) write(step);
    for (auto& [key, out] : outs_) std::fclose(out.file);
    std::fclose(events_);
    write_state();
  }

 private:
  std::FILE* open_csv(const char* name, const char* head) {
    std::FILE* file = std::fopen((folder_ / name).c_str(), "wb");
    std::fputs(head, file);
    return file;
  }

  void write_organisation() {
    std::string text =
        "sihu: 1\norganisation: {id: bench, name: 演练单位}\nlanguage: zh\n"
        "timezone: Asia/Shanghai\npractice: true\nbranches:\n";
    for (int i = 0; i < branches; ++i)
      text += fmt::format("  - {{id: {}, name: 第{}党支部}}\n", branch_id(i), i + 1);
    text += "people:\n";
    for (int i = 0; i < branches; ++i)
      text += fmt::format(
          "  - {{id: p{0:03}1, name: 甲{0}, branch: {1}, roles: [secretary]}}\n"
          "  - {{id: p{0:03}2, name: 乙{0}, branch: {1}, roles: [inspector]}}\n",
          i + 1, branch_id(i));
    for (int i = 0; i < committee_devices; ++i)
      text += fmt::format("  - {{id: p9{0:02}, name: 丙{0}, roles: [committee]}}\n", i);
    text += "rectification:\n  extensions: {most: 2, days: 60, by: [committee]}\n";
    std::ofstream(folder_ / "workspace" / "sihu.yaml", std::ios::binary) << text;
    const std::string digest = sha256_hex(text);
    std::filesystem::create_directories(folder_ / "workspace" / "evidence");
    std::ofstream(folder_ / "workspace" / "evidence" / (digest + ".yaml"), std::ios::binary)
        << text;
    organisation_ = digest.substr(0, 16);
  }

  void add(std::uint32_t life, std::int64_t at, Kind kind, Date due = {}) {
    steps_.push_back({at, life, kind, due});
  }

  // In office hours of that day, UTC 01:00 to 09:00.
  std::int64_t moment(Date day) {
    return (day - Date()) * day_ms + 3'600'000 + chance_.below(8 * 3'600'000);
  }

  void plan(std::uint32_t index) {
    static constexpr Date first(2024, 1, 1);
    static constexpr Date today(2026, 1, 1);
    Life& life = lives_[index];
    life.branch = chance_.below(branches);
    life.opener = (life.branch + 1 + chance_.below(branches - 1)) % branches;
    life.verifier = branches + chance_.below(committee_devices);
    life.item = chance_.below(item_count);
    const int lot = chance_.below(1000);
    life.overdue = lot >= 900 && lot < 930 && overdue_left_-- > 0;
    if (lot < 900) {
      life.opened = first + chance_.below(640);
      life.due = life.opened + 20 + chance_.below(71);
      return plan_closed(index, life, today);
    }
    if (life.overdue) {
      life.opened = first + 400 + chance_.below(270);
      life.due = std::min(life.opened + 20 + chance_.below(60), today - 1 - chance_.below(30));
    } else {
      life.opened = today - 1 - chance_.below(80);
      life.due = today + chance_.below(90);
    }
    plan_open(index, life, today);
  }

  std::int64_t begin(std::uint32_t index, const Life& life) {
    const auto at = moment(life.opened);
    add(index, at, Kind::open, life.due);
    add(index, at + 600'000 + chance_.below(80'000'000), Kind::assign);
    return at;
  }

  void extend(std::uint32_t index, Life& life, std::int64_t at) {
    life.due = life.due + 30;
    life.extensions = 1;
    add(index, at, Kind::extend, life.due);
    add(index, at + 3'600'000, Kind::grant, life.due);
  }

  void plan_open(std::uint32_t index, Life& life, Date today) {
    const auto at = begin(index, life);
    const auto end = (today - Date()) * day_ms - 20'000'000;
    if (!life.overdue && chance_.below(100) < 15)
      extend(index, life, std::min(at + 100'000'000, end));
    if (chance_.below(100) < 40 && !life.overdue) {
      add(index, std::min(at + 200'000'000, end + 10'000'000), Kind::submit);
      life.status = "submitted";
    }
  }

  void plan_closed(std::uint32_t index, Life& life, Date today) {
    const auto at = begin(index, life);
    Date last = life.opened + 1;
    if (chance_.below(100) < 20) {
      last = std::max(life.due - 5, last + 1);
      extend(index, life, moment(last));
    }
    const bool late = chance_.below(100) < 12;
    Date done = late ? life.due + 1 + chance_.below(20) : life.due - chance_.below(15);
    done = std::max(std::min(done, today - 12), last + 1);
    const auto submitted = std::max(moment(done), at + 90'000'000);
    const auto verified = submitted + 1'800'000 + chance_.below(5'000'000);
    add(index, submitted, Kind::submit);
    add(index, verified, Kind::verify);
    life.status = "closed";
    if (chance_.below(100) >= 6) return;
    add(index, verified + day_ms, Kind::reopen, life.due + 60);
    add(index, verified + 2 * day_ms, Kind::submit);
    add(index, verified + 2 * day_ms + 3'600'000, Kind::verify);
    life.due = life.due + 60;
  }

  // Serials follow the order in which a device opens.
  void number() {
    for (const Step& step : steps_) {
      if (step.kind != Kind::open) continue;
      Life& life = lives_[step.life];
      Device& device = devices_[static_cast<std::size_t>(life.opener)];
      life.serial = ++device.problems;
      const auto day = life.opened;
      life.id = fmt::format("{:02}Q{}-{}-{}-{}", day.year() % 100, (day.month() + 2) / 3,
                            branch_id(life.branch), device.id, life.serial);
    }
  }

  static Date local_day(std::int64_t ms) {
    return Date() + static_cast<int>((ms + 28'800'000) / day_ms);
  }

  Out& out_for(int device, std::int64_t at) {
    const Date day = local_day(at);
    const int quarter = day.year() * 4 + static_cast<int>((day.month() - 1) / 3);
    Out& out = outs_[{quarter, device}];
    if (out.file) return out;
    const Device& whose = devices_[static_cast<std::size_t>(device)];
    const Header header{"bench", Quarter::of(day), whose.home, whose.id};
    const auto path = folder_ / "workspace" / "ledger" / ledger_file_name(header);
    std::filesystem::create_directories(path.parent_path());
    out.file = std::fopen(path.c_str(), "wb");
    const std::string line = write_header(header);
    out.check = chain_check("", line);
    fmt::print(out.file, "{}\t{}\n", line, out.check);
    return out;
  }

  int device_of(const Life& life, Kind kind) const {
    switch (kind) {
      case Kind::open:
        return life.opener;
      case Kind::assign:
      case Kind::extend:
      case Kind::submit:
        return life.branch;
      case Kind::grant:
      case Kind::verify:
      case Kind::reopen:
        break;
    }
    return life.verifier;
  }

  static std::string person_of(int device, Kind kind) {
    if (device >= branches) return fmt::format("p9{:02}", device - branches);
    return fmt::format("p{:03}{}", device + 1, kind == Kind::open ? 2 : 1);
  }

  void write(const Step& step) {
    static constexpr const char* names[] = {"problem.open",  "problem.assign", "problem.extend",
                                            "problem.grant", "problem.submit", "problem.verify",
                                            "problem.reopen"};
    Life& life = lives_[step.life];
    const int device = device_of(life, step.kind);
    Out& out = out_for(device, step.at);
    const auto at = std::max({step.at, out.last_ms + 1, life.last_ms + 1});
    out.last_ms = life.last_ms = at;
    Event event{Instant{at}, person_of(device, step.kind),  names[static_cast<int>(step.kind)],
                life.id,     fields_of(step, life, device), {}};
    const std::string body = spell(event);
    out.check = chain_check(out.check, body);
    life.last_check = out.check;
    fmt::print(out.file, "{}\t{}\n", body, out.check);
    fmt::print(events_, "{},{},{},{},{}\n", to_string(event.at), event.person, event.name,
               event.subject, event.get("due"));
  }

  // An item of its own: what is found twice of one item at a branch in a quarter is one problem.
  std::string item_of(const Life& life) const {
    return fmt::format("{}-{}", items[life.item].item, &life - lives_.data());
  }

  std::vector<Field> fields_of(const Step& step, const Life& life, int device) {
    std::vector<Field> fields;
    const auto& known = items[life.item];
    if (step.kind == Kind::open)
      fields = {{"item", item_of(life)},
                {"checklist", "basics"},
                {"rule", known.rule},
                {"severity", known.severity},
                {"due", to_string(step.due)},
                {"branch", branch_id(life.branch)},
                {"owner", fmt::format("p{:03}1", life.branch + 1)},
                {"title", known.title},
                {"text", known.found}};
    if (step.kind == Kind::assign) fields = {{"to", fmt::format("p{:03}2", life.branch + 1)}};
    if (step.kind == Kind::extend)
      fields = {{"due", to_string(step.due)}, {"note", "银行对账单未到，月底补齐"}};
    if (step.kind == Kind::grant || step.kind == Kind::reopen)
      fields = {{"due", to_string(step.due)}, {"note", "情况属实"}};
    if (step.kind == Kind::submit) fields = {{"note", "已逐人核对并补收，收据附后"}};
    if (step.kind == Kind::verify) fields = {{"note", "查阅补充材料，已整改到位"}};
    if (step.kind != Kind::open) fields.push_back({"after", life.last_check});
    fields.push_back({"role", device >= branches        ? "committee"
                              : step.kind == Kind::open ? "inspector"
                                                        : "secretary"});
    fields.push_back({"org", organisation_});
    return fields;
  }

  // For `ledger`: a transaction per problem, its second date the due date, `!` while it is open.
  void write_entry(std::FILE* journal, const Life& life) const {
    const auto slashes = [](Date date) {
      std::string text = to_string(date);
      std::ranges::replace(text, '-', '/');
      return text;
    };
    const bool pending = life.status == "open";
    fmt::print(journal, "{}={} {} ({}) {}\n    Problem:{}:{}  1 prob\n    Found\n\n",
               slashes(life.opened), slashes(life.due), pending ? '!' : '*', life.id,
               items[life.item].found, branch_id(life.branch), life.status);
  }

  void write_state() {
    std::FILE* state = open_csv(
        "state.csv", "id,branch,status,opened,due,extensions,severity,item,title,owner,text\n");
    std::FILE* journal = open_csv("journal", "");
    int overdue = 0;
    int open = 0;
    for (const Life& life : lives_) {
      write_entry(journal, life);
      const auto& known = items[life.item];
      fmt::print(state, "{},{},{},{},{},{},{},{},{},p{:03}2,{}\n", life.id, branch_id(life.branch),
                 life.status, to_string(life.opened), to_string(life.due), life.extensions,
                 known.severity, item_of(life), known.title, life.branch + 1, known.found);
      open += life.status != "closed";
      overdue += life.overdue;
    }
    std::fclose(state);
    std::fclose(journal);
    std::ofstream(folder_ / "facts") << fmt::format("problems {}\nevents {}\nopen {}\noverdue {}\n",
                                                    lives_.size(), steps_.size(), open, overdue);
  }

  std::filesystem::path folder_;
  int overdue_left_;
  Chance chance_;
  std::string organisation_;
  std::vector<Device> devices_;
  std::vector<Life> lives_;
  std::vector<Step> steps_;
  std::map<std::pair<int, int>, Out> outs_;
  std::FILE* events_ = nullptr;
};

// Opens 25 problems in each of 20 files and assigns them: what a day brings.
int add_lines(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "workspace/ledger/2025Q4"))
    if (entry.path().filename().string().starts_with("zb")) files.push_back(entry.path());
  std::ranges::sort(files);
  for (int i = 0; i < 20; ++i) {
    std::ifstream in(files[static_cast<std::size_t>(i) * 9], std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const std::string device =
        files[static_cast<std::size_t>(i) * 9].stem().extension().string().substr(1);
    std::string check = text.substr(text.size() - 17, 16);
    const std::size_t last = text.rfind('\n', text.size() - 2) + 1;
    Instant at = *Instant::parse(text.substr(last, 24));
    std::ofstream out(files[static_cast<std::size_t>(i) * 9], std::ios::binary | std::ios::app);
    const auto say = [&](Event event) {
      event.at = at = at + 1;
      const std::string body = spell(event);
      check = chain_check(check, body);
      out << body << '\t' << check << '\n';
    };
    for (int k = 1; k <= 25; ++k) {
      const std::string id = fmt::format("25Q4-zb001-{}-{}", device, 1'000'000 + k);
      say({{},
           "p0012",
           "problem.open",
           id,
           {{"item", fmt::format("{}-{}-{}", items[0].item, device, k)},
            {"checklist", "basics"},
            {"rule", "15d"},
            {"severity", "general"},
            {"due", "2025-12-20"},
            {"branch", "zb001"},
            {"owner", "p0011"},
            {"title", items[0].title},
            {"text", items[0].found}},
           {}});
      say({{}, "p0011", "problem.assign", id, {{"to", "p0012"}, {"after", check}}, {}});
    }
  }
  return 0;
}

}  // namespace

int main(int count, char** words) {
  if (count < 3 || count > 4)
    return std::fputs("usage: generate PROBLEMS FOLDER [OVERDUE] | generate --more FOLDER\n",
                      stderr),
           2;
  if (std::string_view(words[1]) == "--more") return add_lines(words[2]);
  const int problems = std::atoi(words[1]);
  Generator(problems, words[2], count == 4 ? std::atoi(words[3]) : problems).run();
  return 0;
}
