#pragma once

#include "report/todo_list.hpp"

namespace sihu {

/// What has to be said beside the table of what there is to learn: where it comes from, how
/// teachers are chosen, what nobody does well enough to teach.
std::vector<Phrase> todo_words(const LearnTodo& todo);

}  // namespace sihu
