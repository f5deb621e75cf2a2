#include "records/records_lint.hpp"

#include "wording/nearest.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <optional>

namespace sihu {
namespace {

using Declared = std::map<std::string, std::optional<Register>, std::less<>>;

// Every register by the name of its file; nothing stands for one with faults.
Declared registers_in(const LintInput& input) {
  Declared registers;
  for (const auto* files : {&input.files, &input.context})
    for (const LintFile& file : *files) {
      if (!file.name.starts_with("records/") || !file.name.ends_with(".yaml")) continue;
      auto loaded = load_register(file.text, file.name);
      const std::string stem = file.name.substr(8, file.name.size() - 8 - 5);
      registers[stem] = loaded ? std::optional(std::move(*loaded)) : std::nullopt;
    }
  return registers;
}

std::optional<Organisation> sound_organisation(const LintInput& input) {
  for (const auto* files : {&input.files, &input.context})
    for (const LintFile& file : *files)
      if (file.name == "sihu.yaml")
        if (auto loaded = load_organisation(file.text, file.name)) return std::move(*loaded);
  return std::nullopt;
}

}  // namespace

bool is_record_file(std::string_view name) {
  return (name.starts_with("records/") || name.find("/records/") != std::string_view::npos) &&
         name.ends_with(".csv");
}

Fault no_register_fault(const std::string& name, const std::vector<std::string>& known) {
  const auto meant = nearest(parse_record_name(name).records, known);
  return {{name, 0, 0},
          "no-register",
          phrase(Text{"没有 records/{0}.yaml，不知道这个表是什么台账",
                      "there is no records/{0}.yaml to say what this table is"},
                 parse_record_name(name).records),
          meant ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *meant) : Phrase{}};
}

std::vector<Fault> lint_record_files(const LintInput& input) {
  std::vector<Fault> faults;
  if (std::ranges::none_of(input.files,
                           [](const LintFile& file) { return is_record_file(file.name); }))
    return faults;
  const Declared registers = registers_in(input);
  const auto organisation = sound_organisation(input);
  std::vector<std::string> known;
  for (const auto& [id, declared] : registers) known.push_back(id);
  for (const LintFile& file : input.files) {
    if (!is_record_file(file.name)) continue;
    const auto found = registers.find(parse_record_name(file.name).records);
    if (found == registers.end()) {
      faults.push_back(no_register_fault(file.name, known));
    } else if (found->second && organisation) {
      auto rows = read_record_file(file.text, file.name, *found->second, *organisation);
      std::ranges::move(rows.faults, std::back_inserter(faults));
    }
  }
  return faults;
}

}  // namespace sihu
