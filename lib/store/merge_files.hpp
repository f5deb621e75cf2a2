#pragma once

#include "store/arrivals.hpp"
#include "store/lock.hpp"
#include "store/merge_group.hpp"
#include "store/staging.hpp"

#include <map>
#include <vector>

namespace sihu {

/// The ledger files of a merge. In this order: `gather`, `lock`, `prepare`, and then, unless it is
/// only tried, `flush` and `place`.
class FileMerge {
 public:
  FileMerge(std::filesystem::path root, std::string organisation, Staging& staging)
      : root_(std::move(root)), organisation_(std::move(organisation)), staging_(staging) {}

  /// Reads the ends of all files that arrive and of their copies here; nothing is said twice.
  Result<void> gather(const std::vector<Arrival>& arrivals);

  /// The locks of the devices whose files may change and who may be writing here.
  Result<void> lock();

  /// Copies what is new into the staging folder, decides, and checks every line of what is kept.
  Result<void> prepare();

  /// Quarters that arrive and of which no file is here.
  std::vector<Quarter> absent_quarters();
  /// Forgets what arrives of a quarter.
  void drop_quarter(Quarter quarter);

  Result<void> flush() const;
  Result<void> place();

  const std::map<std::string, FileGroup>& groups() const { return groups_; }
  /// On files that arrive and have no line at all.
  const std::vector<Fault>& notes() const { return notes_; }

 private:
  Result<void> add_arrival(const Arrival& arrival);
  Result<const std::vector<std::string>*> names_in(const std::filesystem::path& folder);
  Result<void> add_stored(FileGroup& group);
  void drop_extracts_alone();
  Result<void> stage(FileGroup& group);
  Result<void> stage_moves(FileGroup& group);
  Result<void> keep_tail(const FileGroup& group, const std::string& name,
                         const FileCopy* successor) const;
  Result<void> replace(const FileGroup& group, const std::string& name, const FileCopy& by) const;
  Result<void> place_group(const FileGroup& group);

  std::filesystem::path root_;
  std::string organisation_;
  Staging& staging_;
  std::map<std::string, FileGroup> groups_;
  std::map<std::string, Lock> locks_;
  std::map<std::string, std::vector<std::string>> listings_;
  std::vector<Fault> notes_;
};

}  // namespace sihu
