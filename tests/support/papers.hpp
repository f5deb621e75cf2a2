#pragma once

#include "document/bank.hpp"
#include "exam/draw.hpp"
#include "support/reference.hpp"

#include <string>
#include <vector>

namespace sihu::test {

/// A question with options A to `last`; `key` says which are right.
inline BankQuestion choice_question(std::string id, QuestionKind kind, const std::string& key,
                                    char last = 'D') {
  BankQuestion question;
  question.id = std::move(id);
  question.kind = kind;
  question.stem = same(question.id + "?");
  question.key = key;
  question.topic = "fire";
  for (char letter = 'A'; letter <= last; ++letter)
    question.choices.push_back({std::string(1, letter), same(std::string("option ") + letter)});
  return question;
}

inline QuestionKind reference_kind(const std::string& type) {
  if (type == "multi") return QuestionKind::multiple;
  return type == "judge" ? QuestionKind::judge : QuestionKind::single;
}

/// The bank of the reference papers.
inline std::vector<PoolQuestion> reference_pool() {
  std::vector<PoolQuestion> pool;
  for (const Node& node : read_reference("exam/reference/paper_bank.json").items)
    pool.push_back({at(node, "id").text, reference_kind(at(node, "type").text),
                    at(node, "topic").text, 1, *Rational::parse(at(node, "difficulty").text),
                    std::stoi(at(node, "last_used").text)});
  return pool;
}

inline std::vector<DrawCell> reference_cells() {
  std::vector<DrawCell> cells;
  for (const Node& cell : at(read_reference("exam/reference/paper.json"), "blueprint").items)
    cells.push_back({reference_kind(cell.items[1].text), cell.items[0].text, std::nullopt,
                     std::stoi(cell.items[2].text)});
  return cells;
}

inline std::string in_one_line(const Node& list) {
  std::string line;
  for (const Node& item : list.items) line += item.text + ' ';
  return line;
}

}  // namespace sihu::test
