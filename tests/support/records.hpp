#pragma once

#include "records/compute.hpp"

#include <string>
#include <string_view>

namespace sihu::test {

// Two branches with registers of meetings, dues and remittances, in memory.

inline Organisation records_organisation() {
  return *load_organisation(
      "sihu: 1\norganisation: {id: demo, name: 示例}\nbranches:\n"
      "  - {id: zb01, name: {zh: 第一党支部, en: Branch 1}}\n"
      "  - {id: zb05, name: {zh: 第五党支部, en: Branch 5}}\n"
      "people:\n  - {id: p005, name: 戊五, branch: zb05, roles: [secretary]}\n",
      "sihu.yaml");
}

inline Register meetings_register() {
  return *load_register(
      "register: meetings\nversion: '1'\ntitle: 会议\ndate: held\ncolumns:\n"
      "  - {id: held, kind: date, heading: {zh: 日期, en: date}}\n"
      "  - {id: kind, kind: choice, heading: {zh: 类别, en: kind}, required: true, choices: "
      "[{zh: 支委会, en: committee}, {zh: 党员大会, en: general}]}\n"
      "  - {id: expected, kind: number, heading: {zh: 应到, en: expected}}\n"
      "  - {id: present, kind: number, heading: {zh: 实到, en: present}}\n"
      "  - {id: minutes, kind: date, heading: {zh: 记录完成, en: minutes}}\n"
      "  - {id: signed, kind: yes-no, heading: {zh: 签字, en: signed}}\n",
      "records/meetings.yaml");
}

inline Register dues_register() {
  return *load_register(
      "register: dues\nversion: '1'\ntitle: 党费\ndate: month\ncolumns:\n"
      "  - {id: month, kind: month, heading: {zh: 月份, en: month}}\n"
      "  - {id: base, kind: money, heading: {zh: 基数, en: base}}\n"
      "  - {id: paid, kind: money, heading: {zh: 实交, en: paid}}\n"
      "  - {id: paid-on, kind: date, heading: {zh: 交纳日期, en: paid on}}\n",
      "records/dues.yaml");
}

/// A register with the rows of one table; it must be free of faults, or `table.faults` says them.
inline RecordTable table_of(Register declared, std::string_view csv) {
  RecordTable table;
  table.declared = std::move(declared);
  add_record_file(csv, "records/" + table.declared.id + ".csv", records_organisation(), table);
  return table;
}

/// What `rule` comes to at zb05 in 2026Q4 up to `day`.
inline ComputedResult computed_on(const RecordTables& tables, const std::string& rule, Date day,
                                  const std::optional<Date>& asked_before = {}) {
  const Organisation organisation = records_organisation();
  const Workdays workdays;
  const auto computed = parse_computed("{" + rule + "}");
  return compute(computed.value(),
                 {tables, organisation, workdays, "zb05", {2026, 4}, day, asked_before});
}

}  // namespace sihu::test
