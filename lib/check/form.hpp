#pragma once

#include "check/score.hpp"

#include <map>
#include <string>

namespace sihu {

/// A file of answers ready to fill in, with the items that are asked at the branch.
///
/// As YAML with what each item asks in comments, or as CSV with the columns `title standard max`
/// for the reader. Results are empty: an earlier quarter's result stands beside the item, as text.
/// Both are read back by `load_answers`. The CSV has a byte-order mark and CRLF, as spreadsheets
/// like it.
struct FormScene {
  const CheckKey& key;
  const ScoreBasis& basis;
  const std::map<std::string, PreviousAnswer>& previous;
};

/// How the form is read back: the command to type, but for the file.
std::string form_command(const CheckKey& key);

/// What was answered to the item in an earlier quarter, in words; empty: nothing.
Phrase form_last_time(const FormScene& scene, const Item& item);

std::string yaml_form(const FormScene& scene, Lang lang);
std::string csv_form(const FormScene& scene, Lang lang);

}  // namespace sihu
