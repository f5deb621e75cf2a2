#pragma once

#include "check/form.hpp"
#include "report/briefing.hpp"

namespace sihu {

/// A form of answers as a workbook: a row an item with the columns of `answer_sheet_columns`, the
/// results to choose from a list, and how to fill it in as notes (a sheet of their own, which is
/// not read back). What was filled in is read by `load_answers`.
Briefing answer_form(const FormScene& scene);

}  // namespace sihu
