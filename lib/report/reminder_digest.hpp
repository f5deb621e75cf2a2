#pragma once

#include "document/remind_settings.hpp"
#include "problem/reminder.hpp"
#include "report/catalogue.hpp"
#include "report/table.hpp"

#include <map>
#include <string>
#include <vector>

namespace sihu {

/// The reminders of one person, one digest.
struct Digest {
  std::string person;
  std::vector<Reminder> reminders;
};

/// `reminders`, which are in the order of people, person by person.
std::vector<Digest> digests_of(std::vector<Reminder> reminders);

/// What came of a digest: `would-be-sent sent failed no-address not-reminded`.
enum class Delivery { planned, sent, failed, no_address, left_out };
std::string_view to_string(Delivery delivery);
const Text& wording(Delivery delivery);

/// What the message is called: how many things the person has to do, how many of them are overdue,
/// and how many others have to put right (`press` of `next_command`).
Phrase digest_subject(const Digest& digest, const ListContext& context);

/// The message in plain text: each problem with how late it is, what comes next and by whom, and
/// the command of `next_command`; of nothing else.
std::string digest_text(const Digest& digest, const ListContext& context, Lang lang);

/// The same as a mail (RFC 5322, UTF-8, the subject in encoded words by RFC 2047), LF at line ends
/// as programs that send mail take it.
std::string digest_mail(const Digest& digest, const ListContext& context,
                        const RemindSettings& settings, const std::string& address, Lang lang);

/// A line for each person and problem. Stable keys: `person person_name id branch branch_name title
/// step by days_overdue state`.
Table reminders_table(const std::vector<Digest>& digests,
                      const std::map<std::string, Delivery>& deliveries,
                      const ListContext& context);

}  // namespace sihu
