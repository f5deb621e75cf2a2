#pragma once

#include "check/offer.hpp"
#include "check/score.hpp"

#include <map>
#include <string>
#include <vector>

namespace sihu {

/// A file of answers ready to fill in, with the items that are asked at the branch.
///
/// As YAML with what each item asks in comments, or as CSV with the columns `title standard max`
/// for the reader. Results are empty: an earlier quarter's result and what the branch's records say
/// stand beside the item, as text.
/// Both are read back by `load_answers`. The CSV has a byte-order mark and CRLF, as spreadsheets
/// like it.
struct FormScene {
  const CheckKey& key;
  const ScoreBasis& basis;
  const std::map<std::string, PreviousAnswer>& previous;
  const RecordOffers& offers;
};

/// How the form is read back: the command to type, but for the file.
std::string form_command(const CheckKey& key);

/// What is known of the item before it is answered, a line each: the answer of an earlier quarter,
/// what the branch's records say, with their rows, and the answer that follows from them.
std::vector<Phrase> form_notes(const FormScene& scene, const Item& item);

std::string yaml_form(const FormScene& scene, Lang lang);
std::string csv_form(const FormScene& scene, Lang lang);

}  // namespace sihu
