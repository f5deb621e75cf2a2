#include "check/key.hpp"

namespace sihu {

namespace {

// The part of `text` up to the next slash, which is taken off with it.
std::string_view take_part(std::string_view& text) {
  const auto slash = text.find('/');
  const auto part = text.substr(0, slash);
  text = slash == std::string_view::npos ? std::string_view{} : text.substr(slash + 1);
  return part;
}

}  // namespace

bool is_beside(const CheckKey& one, const CheckKey& other) {
  return one.quarter == other.quarter && one.branch == other.branch &&
         one.checklist == other.checklist && !one.self && !other.self;
}

std::string subject_of(const CheckKey& key) {
  auto subject = to_short_string(key.quarter) + "/" + key.branch + "/" + key.checklist;
  if (key.self) subject += "+" + std::string(self_name);
  if (!key.by.empty()) subject += "+" + key.by;
  return subject;
}

std::string subject_of(const CheckKey& key, std::string_view item) {
  return subject_of(key) + "/" + std::string(item);
}

std::string settle_command(const CheckKey& key, std::string_view item) {
  return "sihu check settle " + key.branch + " " + std::string(item) + " --checklist " +
         key.checklist + " --quarter " + to_string(key.quarter) +
         (key.by.empty() ? "" : " --by " + key.by) + " --result … --note …";
}

std::optional<CheckSubject> parse_check_subject(std::string_view subject) {
  const auto quarter = parse_short_quarter(take_part(subject));
  const auto branch = take_part(subject);
  auto checklist = take_part(subject);
  if (!quarter || branch.empty() || subject.find('/') != std::string_view::npos)
    return std::nullopt;
  const auto plus = checklist.find('+');
  const bool marked = plus != std::string_view::npos;
  std::string by(marked ? checklist.substr(plus + 1) : "");
  if (marked) checklist = checklist.substr(0, plus);
  if (checklist.empty() || (marked && by.empty())) return std::nullopt;
  const bool self = by == self_name;
  if (self) by.clear();
  return CheckSubject{{*quarter, std::string(branch), std::string(checklist), self, std::move(by)},
                      std::string(subject)};
}

}  // namespace sihu
