#include "store/records.hpp"

#include "records/records_lint.hpp"
#include "store/files.hpp"

#include <algorithm>
#include <iterator>

namespace sihu {
namespace {

constexpr const char* records_folder = "records";
constexpr std::uint64_t most_record_bytes = 64u * 1024 * 1024;

Result<std::string> read_inside_records(const Workspace& workspace, const std::string& name) {
  const auto file = path_inside(workspace.root(), name);
  if (!file) return tl::unexpected(file.error());
  return read_file(*file, name, most_record_bytes);
}

class RecordsReading {
 public:
  explicit RecordsReading(const Workspace& workspace) : workspace_(workspace) {}

  Result<RecordsRead> read() {
    const auto names = list_inside(workspace_.root(), records_folder, "");
    if (!names) return tl::unexpected(names.error());
    for (const std::string& name : *names)
      if (name.ends_with(".yaml")) read_register(name);
    for (const std::string& name : *names)
      if (name.ends_with(".csv")) read_table(name);
    if (unreadable_) return tl::unexpected(std::move(*unreadable_));
    for (const auto& [id, table] : read_.tables)
      read_.faults.insert(read_.faults.end(), table.faults.begin(), table.faults.end());
    return std::move(read_);
  }

 private:
  void take(Failure failure) {
    if (failure.kind == Kind::input)
      std::ranges::move(failure.faults, std::back_inserter(read_.faults));
    else if (!unreadable_)
      unreadable_ = std::move(failure);
  }

  void read_register(const std::string& name) {
    const std::string shown = std::string(records_folder) + "/" + name;
    const std::string stem = name.substr(0, name.size() - 5);
    known_.push_back(stem);
    const auto text = read_inside_records(workspace_, shown);
    if (!text) return take(text.error());
    auto declared = load_register(*text, shown);
    if (!declared) return take(declared.error());
    RecordTable table;
    table.declared = std::move(*declared);
    read_.tables.emplace(stem, std::move(table));
  }

  void read_table(const std::string& name) {
    const std::string shown = std::string(records_folder) + "/" + name;
    const std::string id = parse_record_name(name).records;
    if (std::ranges::find(known_, id) == known_.end()) {
      read_.faults.push_back(no_register_fault(shown, known_));
      return;
    }
    const auto table = read_.tables.find(id);
    if (table == read_.tables.end()) return;
    const auto text = read_inside_records(workspace_, shown);
    if (text) return add_record_file(*text, shown, workspace_.organisation(), table->second);
    if (text.error().kind != Kind::input) return take(text.error());
    // Rows that can't be read are no rows that are missing.
    for (Fault fault : text.error().faults) {
      fault.place.file = shown;
      table->second.faults.push_back(std::move(fault));
    }
    table->second.broken.insert(parse_record_name(name).branch);
  }

  const Workspace& workspace_;
  RecordsRead read_;
  std::vector<std::string> known_;  // every register, also one with faults
  std::optional<Failure> unreadable_;
};

}  // namespace

Result<RecordsRead> read_records(const Workspace& workspace) {
  return RecordsReading(workspace).read();
}

}  // namespace sihu
