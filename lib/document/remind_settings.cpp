#include "document/remind_settings.hpp"

#include "document/organisation_parts.hpp"
#include "gate/encoding.hpp"

#include <algorithm>

namespace sihu {
namespace {

// One line of a mail's head or one argument: a line end would begin another.
std::optional<std::string> read_line(Reader& reader, const Node& node, std::string_view key) {
  auto text = reader.phrase(node, key);
  if (!text) return std::nullopt;
  const bool is_plain = std::ranges::none_of(
      text->zh, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; });
  if (is_plain && !text->zh.empty()) return std::move(text->zh);
  reader.fault(node, "bad-value",
               phrase(Text{"{0} 应是一行文字", "{0} should be one line of text"}, key));
  return std::nullopt;
}

void read_deliver(Reader& reader, const Node& node, std::vector<std::string>& into) {
  if (!node.is_sequence()) {
    reader.wrong_type(
        node, "deliver", phrase(Text{"程序和参数的列表", "a list, the program and its arguments"}),
        phrase(Text{"如 [sendmail, -t]；不经过 shell", "as [sendmail, -t]; no shell reads it"}));
    return;
  }
  for (const Node& one : node.items)
    if (auto argument = read_line(reader, one, "deliver")) into.push_back(std::move(*argument));
  if (node.items.empty())
    reader.fault(node, "empty-list",
                 phrase(Text{"{0} 至少要有一个", "{0} needs at least one"}, "deliver"));
}

void read_addresses(Reader& reader, const Node& node, const std::vector<Person>& people,
                    std::map<std::string, std::string>& into) {
  if (!node.is_map()) {
    reader.wrong_type(
        node, "to",
        phrase(Text{"映射，如 {{p003: sun@example.org}}", "a map, as {{p003: sun@example.org}}"}));
    return;
  }
  std::vector<std::string> known;
  for (const Person& person : people) known.push_back(person.id);
  for (const auto& [key, value] : node.entries) {
    auto address = read_line(reader, value, "to");
    if (!known.empty() && std::ranges::find(known, key.text) == known.end())
      reader.unknown(key, "unknown-person",
                     phrase(Text{"没有编号为 {0} 的人员", "there is no person {0}"}, key.text),
                     known);
    else if (address)
      into[key.text] = *address == "none" ? std::string() : std::move(*address);
  }
}

}  // namespace

void read_remind(Reader& reader, const Node& node, const std::vector<Person>& people,
                 RemindSettings& into) {
  const Keys keys(reader, node, "remind", {"deliver", "message", "from", "before", "to"});
  if (!keys) return;
  if (const Node* deliver = keys.find("deliver")) read_deliver(reader, *deliver, into.deliver);
  std::string message = "text";
  keys.read("message", message, [&](const Node& at, std::string_view key) {
    return reader.choice(at, key, {"text", "mail"});
  });
  into.as_mail = message == "mail";
  keys.read("from", into.from,
            [&](const Node& at, std::string_view key) { return read_line(reader, at, key); });
  keys.read("before", into.before,
            [&](const Node& at, std::string_view key) { return reader.limit(at, key); });
  if (const Node* to = keys.find("to")) read_addresses(reader, *to, people, into.addresses);
}

RemindSettings remind_settings(std::string_view organisation_text) {
  const Source source(without_bom(organisation_text), "sihu.yaml");
  Reader reader(source);
  RemindSettings settings;
  if (const auto root = reader.document())
    if (const Node* remind = root->find("remind")) read_remind(reader, *remind, {}, settings);
  return settings;
}

}  // namespace sihu
