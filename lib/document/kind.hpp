#pragma once

#include "document/reader.hpp"

#include <string_view>

namespace sihu {

enum class DocumentKind {
  unknown,
  organisation,
  checklist,
  calendar,
  answers,
  plan,
  rubric,
  bank,
  paper,
  course,
  record_register
};

/// What a document says it is, by its keys (`sihu`, `calendar`, `answers`, `checklist`,
/// `plan`, `rubric`, `bank`, `paper`, `course`, `register`).
DocumentKind kind_by_keys(const Node& root);

/// What a document is by where it lies: `sihu.yaml`, in `checklists/`, `calendars/`, `plans/`,
/// `rubrics/`, `banks/`, `papers/`, `courses/` or `records/`.
DocumentKind kind_by_name(std::string_view name);

/// True, with a fault, when `root` says that it is another document than `expected`: then nothing
/// more is worth saying about it.
bool refuse_other_kind(Reader& reader, const Node& root, DocumentKind expected);

}  // namespace sihu
