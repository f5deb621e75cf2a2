#pragma once

#include "document/reader.hpp"

namespace sihu {

/// Checks what can be said of a file of answers without its checklist: keys, words, numbers, and
/// what a result needs beside it. `check` judges the rest.
void check_answers_shape(Reader& reader, const Node& root);

}  // namespace sihu
