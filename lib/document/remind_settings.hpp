#pragma once

#include "calendar/limit.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// `remind:` of sihu.yaml: how `sihu remind` reaches people, and how early.
struct RemindSettings {
  /// A program and its arguments, which gets a message on its standard input; no shell reads them.
  /// `{person}` and `{address}` in them stand for whom it is for. Empty: nothing is delivered.
  std::vector<std::string> deliver;
  bool as_mail = false;  ///< `message: mail`: with the headers of a mail; else text alone
  std::string from;      ///< of a mail; empty: whatever the program puts there
  Limit before{Limit::Unit::workdays, 3};  ///< how long before the due date the owner is told
  /// Where people are reached, by their ids; empty (`none`): nowhere, and they are not to be told.
  std::map<std::string, std::string> addresses;
};

/// The settings in the text of a sihu.yaml that `load_organisation` read without a fault; only who
/// reminds needs them.
RemindSettings remind_settings(std::string_view organisation_text);

}  // namespace sihu
