// sihu remind: tell people what waits for them, once per step.
#include "problem/reminder.hpp"
#include "report/reminder_digest.hpp"
#include "store/files_with.hpp"
#include "store/lock.hpp"
#include "store/program.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/output.hpp"
#include "tools/cli/problem_reading.hpp"
#include "wording/number.hpp"

#include <algorithm>
#include <chrono>

namespace sihu {
namespace {

struct RemindOptions {
  bool dry_run = false;
  std::string person;
  Output output;
};

void declare(Flags& flags, RemindOptions& options) {
  flags.flag("--dry-run", options.dry_run,
             {"只列出要提醒谁什么，什么都不发、不记",
              "list who would be told what; deliver and record nothing"});
  flags.text("--person", options.person, {"只提醒这个人", "this person alone"},
             Flags::What::person);
  declare_output(flags, options.output);
}

constexpr std::chrono::seconds patience{120};  // with one delivery
constexpr int as_far_as_anybody_looks = 3660;  // days; `remind: before:` decides

// Every open problem: a submission that waits is told of too, long before it is due.
Result<OpenReading> read_all_open(World& world) {
  return read_open_problems(world, true, [](Date today) {
    return OpenQuestion{today + as_far_as_anybody_looks, true};
  });
}

Result<std::set<ReminderMark>> told_before(const Workspace& workspace) {
  const auto files = read_files_with(workspace, "\tremind.told\t");
  if (!files) return tl::unexpected(files.error());
  std::set<ReminderMark> told;
  for (const LedgerFile& file : *files) told.merge(fold_reminders(file.events));
  return told;
}

Result<void> may_remind(const Person& person, Date today) {
  if (person.has_role(RoleName::committee, today)) return {};
  return fail(Kind::refused, "not-committee",
              phrase(Text{"提醒由委员会发出并记录，{0}在 {1} 不是委员会成员；--dry-run 谁都可以",
                          "the committee reminds and records it; {0} is no member of it on {1}. "
                          "Anybody may use --dry-run"},
                     person.name, to_string(today)));
}

Result<void> check_delivery(const RemindSettings& settings) {
  if (!settings.deliver.empty()) return {};
  return fail(
      Kind::input, "no-delivery",
      phrase(Text{"sihu.yaml 的 remind: 没有写怎样发送",
                  "sihu.yaml does not say how reminders are delivered"}),
      phrase(Text{"写上 remind: {{deliver: [sendmail, -t], message: mail, to: {{p003: …}}}}；"
                  "sihu lint --explain 有说明，--dry-run 只列出",
                  "write remind: {{deliver: [sendmail, -t], message: mail, to: {{p003: …}}}}; "
                  "see sihu lint --explain, or list them with --dry-run"}));
}

bool is_left_out(const RemindSettings& settings, const std::string& person) {
  const auto address = settings.addresses.find(person);
  return address != settings.addresses.end() && address->second.empty();
}

// The delivery needs an address, and sihu.yaml has none of this person.
bool lacks_address(const RemindSettings& settings, const std::string& person) {
  const bool needed =
      settings.as_mail || std::ranges::any_of(settings.deliver, [](const std::string& word) {
        return word.find("{address}") != std::string::npos;
      });
  return needed && !settings.addresses.contains(person);
}

// One run under way: who was told what is on disk before the next one is told.
class Reminding {
 public:
  Reminding(World& world, const OpenReading& reading, const RemindSettings& settings,
            const Author& author, const ListContext& context)
      : world_(world), reading_(reading), settings_(settings), author_(author), context_(context) {}

  Delivery deliver(const Digest& digest) {
    if (is_left_out(settings_, digest.person)) return Delivery::left_out;
    if (lacks_address(settings_, digest.person)) return complain_of_address(digest.person);
    if (gives_up()) return Delivery::failed;
    const auto address = settings_.addresses.find(digest.person);
    const std::string to = address != settings_.addresses.end() ? address->second : std::string();
    const auto end = run_program(call(digest, to));
    if (!end) return complain(digest.person, end.error().faults.front().what);
    hung_ = end->in_time ? 0 : hung_ + 1;
    if (!end->good) return complain(digest.person, what_it_said(*end));
    if (const auto recorded = record(digest); !recorded) {
      failure_ = recorded.error();
      return Delivery::failed;
    }
    return Delivery::sent;
  }

  /// What could not be recorded of what was sent: the run stops there.
  const std::optional<Failure>& failure() const { return failure_; }

 private:
  // One delivery may hang because of whom it is for. Where the next one does as well it is the
  // program, and each further one would take as long.
  bool gives_up() const { return hung_ > 1; }

  ProgramCall call(const Digest& digest, const std::string& address) {
    const Lang lang = context_.organisation.language.value_or(Lang::zh);
    message_ = settings_.as_mail ? digest_mail(digest, context_, settings_, address, lang)
                                 : digest_text(digest, context_, lang);
    ProgramCall call;
    for (std::string word : settings_.deliver) {
      replace(word, "{person}", digest.person);
      replace(word, "{address}", address);
      call.words.push_back(std::move(word));
    }
    // A path is from the workspace, as in any of its files: cron begins elsewhere.
    if (const std::filesystem::path program = call.words.front(); program.has_parent_path())
      call.words.front() = (reading_.workspace.root() / program).string();
    call.input = message_;
    call.patience = patience;
    call.environment = {"SIHU_PERSON=" + digest.person, "SIHU_ADDRESS=" + address,
                        "SIHU_SUBJECT=" + digest_subject(digest, context_).in(lang)};
    return call;
  }

  static void replace(std::string& word, std::string_view sign, const std::string& by) {
    for (auto at = word.find(sign); at != std::string::npos; at = word.find(sign, at + by.size()))
      word.replace(at, sign.size(), by);
  }

  Phrase what_it_said(const ProgramEnd& end) const {
    if (!end.in_time)
      return phrase(gives_up() ? Text{"{0} {1} 秒没有结束，停了它，其余的人这次不再试",
                                      "{0} did not end within {1} seconds and was ended; the "
                                      "others are not tried this time"}
                               : Text{"{0} {1} 秒没有结束，停了它",
                                      "{0} did not end within {1} seconds and was ended"},
                    settings_.deliver.front(), patience.count());
    std::string last = end.said;
    while (last.ends_with('\n')) last.pop_back();
    last = last.substr(last.rfind('\n') + 1);
    if (last.empty()) return phrase(Text{"{0} 没有成功", "{0} failed"}, settings_.deliver.front());
    return phrase(Text{"{0} 没有成功：{1}", "{0} failed: {1}"}, settings_.deliver.front(), last);
  }

  // Errors, also with `--quiet`: cron would else hear of a status alone.
  Delivery complain(const std::string& person, const Phrase& why) {
    report_failure(world_, fail(Kind::environment, "not-reminded",
                                phrase(Text{"没有提醒到{0}（{1}）：{2}；下次再发",
                                            "{0} ({1}) was not reminded: {2}; tried again next "
                                            "time"},
                                       person_name(context_.organisation, person), person, why))
                               .value());
    return Delivery::failed;
  }

  Delivery complain_of_address(const std::string& person) {
    report_failure(
        world_,
        fail(Kind::environment, "no-address",
             phrase(Text{"没有提醒到{0}（{1}）：sihu.yaml 的 remind: to: 没有这个人的地址；不必"
                         "提醒的写 none",
                         "{0} ({1}) was not reminded: remind: to: in sihu.yaml has no address; "
                         "write none where nobody is to be reminded"},
                    person_name(context_.organisation, person), person))
            .value());
    return Delivery::no_address;
  }

  Result<void> record(const Digest& digest) {
    const auto decide = [&](const Ledger&) -> Result<Decision> {
      return Decision{reminder_drafts(digest.person, digest.reminders), RoleName::committee, {}};
    };
    const auto receipt = reading_.workspace.record(author_, decide);
    if (!receipt) return tl::unexpected(receipt.error());
    return {};
  }

  World& world_;
  const OpenReading& reading_;
  const RemindSettings& settings_;
  const Author& author_;
  const ListContext& context_;
  std::string message_;
  std::optional<Failure> failure_;
  int hung_ = 0;  // deliveries in a row that did not end in time
};

Exit list(const std::vector<Digest>& digests, const std::map<std::string, Delivery>& deliveries,
          const ListContext& context, const RemindOptions& options, World& world) {
  if (digests.empty()) return Exit::done;
  return print_table(world, options.output, reminders_table(digests, deliveries, context));
}

// Messages are in the organisation's language, the list is in the reader's.
struct Contexts {
  const ListContext& message;
  const ListContext& list;
};

Exit remind(std::vector<Digest>& digests, const OpenReading& reading, const Contexts& contexts,
            const RemindSettings& settings, const RemindOptions& options, World& world) {
  const auto author = world.author(reading.workspace);
  if (!author) return report_failure(world, author.error());
  const Person& person = *reading.workspace.organisation().find_person(author->person);
  if (auto may = may_remind(person, recording_day(*author, reading.workspace)); !may)
    return report_failure(world, may.error());
  if (digests.empty()) return Exit::done;
  if (auto known = check_delivery(settings); !known) return report_failure(world, known.error());
  Reminding reminding(world, reading, settings, *author, contexts.message);
  std::map<std::string, Delivery> deliveries;
  world.heed_termination();  // who has the message is to be recorded first
  for (const Digest& digest : digests) {
    if (world.interrupted && world.interrupted()) break;
    deliveries[digest.person] = reminding.deliver(digest);
    if (reminding.failure()) break;
  }
  std::erase_if(digests, [&](const Digest& one) {
    return !deliveries.contains(one.person) || deliveries[one.person] == Delivery::left_out;
  });
  const Exit listed = list(digests, deliveries, contexts.list, options, world);
  if (reminding.failure()) {
    if (std::ranges::any_of(deliveries,
                            [](const auto& one) { return one.second == Delivery::sent; }))
      world.say_to_people(phrase(Text{"列为已发的都已记录，下面说的是没有记录的那一个",
                                      "who is listed as sent is recorded; what follows is about "
                                      "the one that is not"}));
    return report_failure(world, *reminding.failure());
  }
  if (listed != Exit::done) return listed;
  const bool all_told = std::ranges::all_of(deliveries, [](const auto& one) {
    return one.second == Delivery::sent || one.second == Delivery::left_out;
  });
  return all_told ? Exit::done : Exit::environment;
}

Exit run(const RemindOptions& options, World& world) {
  const auto reading = read_all_open(world);
  if (!reading) return report_failure(world, reading.error());
  const Workspace& workspace = reading->workspace;
  if (auto known = check_known_person(workspace.organisation(), options.person); !known)
    return report_failure(world, known.error());
  std::optional<Lock> alone;  // two at once would both tell what neither has recorded yet
  if (!options.dry_run) {
    auto taken = Lock::take(workspace.root() / ".sihu" / "lock.remind", lock_patience);
    if (!taken) return report_failure(world, taken.error());
    alone = std::move(*taken);
  }
  const auto told = told_before(workspace);
  if (!told) return report_failure(world, told.error());
  const RemindSettings settings = remind_settings(workspace.organisation_text());
  const ListContext context =
      list_context(workspace, reading->today, workspace.organisation().language.value_or(Lang::zh));
  const ListContext for_reader = list_context(workspace, reading->today, world.lang);
  const auto problems = reading->list();
  if (!problems) return report_failure(world, problems.error());
  auto digests =
      digests_of(reminders(*problems, *told, settings.before,
                           {workspace.organisation(), workspace.workdays(), reading->today}));
  std::erase_if(digests, [&](const Digest& one) {
    return !options.person.empty() && one.person != options.person;
  });
  if (!options.dry_run)
    return remind(digests, *reading, {context, for_reader}, settings, options, world);
  std::map<std::string, Delivery> planned;
  for (const Digest& digest : digests)
    planned[digest.person] = is_left_out(settings, digest.person)     ? Delivery::left_out
                             : lacks_address(settings, digest.person) ? Delivery::no_address
                                                                      : Delivery::planned;
  return list(digests, planned, for_reader, options, world);
}

}  // namespace

Command remind_command() {
  return make_command<RemindOptions>("remind",
                                     {"提醒：到了节点就告诉该办的人，每个节点一次",
                                      "tell people what waits for them, once per step"},
                                     {"$ sihu remind --dry-run\n$ sihu remind --as p900",
                                      "$ sihu remind --dry-run\n$ sihu remind --as p900"},
                                     declare, run);
}

}  // namespace sihu
