#pragma once

#include "document/organisation.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// The text of a sihu.yaml with `people` written behind those it has, everything else byte for byte
/// as it was, comments too. Read again before it is given: it has the same people as before and
/// these, and no fault.
///
/// `Kind::input`: `people:` is not a list with a person a line (`- {…}`), or the result would have
/// faults, which are said.
Result<std::string> with_people(std::string_view text, const std::vector<Person>& people);

/// A person as an entry of `people:`, on one line, without the `- `: id, name, branch, roles, duty
/// and since.
std::string person_entry(const Person& person);

}  // namespace sihu
