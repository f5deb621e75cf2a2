#pragma once

#include "document/lint.hpp"
#include "records/record_file.hpp"

#include <vector>

namespace sihu {

/// Whether a document is a table of a register: it lies in `records/` and is called `*.csv`.
bool is_record_file(std::string_view name);

/// `name` is a table of no register; `known` are the registers that there are.
Fault no_register_fault(const std::string& name, const std::vector<std::string>& known);

/// What is wrong with the tables of registers among `input.files`, by the registers and the
/// sihu.yaml that are there. A table of no register is a fault; nothing is said of those whose
/// register has faults itself (`lint` says which), nor without a sound sihu.yaml.
std::vector<Fault> lint_record_files(const LintInput& input);

}  // namespace sihu
