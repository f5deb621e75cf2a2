#include "store/verify_lives.hpp"

#include "store/files.hpp"
#include "store/threads.hpp"

#include <algorithm>
#include <utility>

namespace sihu {
namespace {

constexpr std::size_t block_size = 256;

// Of a 64-bit hash the first eight bits.
std::size_t pool_of(std::uint64_t subject) {
  return subject >> 56;
}

// Judges the lives of one pool, each a run of facts with one subject.
void judge(std::vector<LifeFact>& facts, std::vector<std::uint64_t>& unusual) {
  std::ranges::sort(facts, {}, &LifeFact::subject);
  for (auto begin = facts.begin(); begin != facts.end();) {
    const auto end = std::find_if(
        begin, facts.end(), [&](const LifeFact& fact) { return fact.subject != begin->subject; });
    if (!is_usual_life({begin, end})) unusual.push_back(begin->subject);
    begin = end;
  }
}

bool is_among(const PlainLine& line, const Subjects& subjects) {
  const bool has_life = line.name.starts_with("problem.") || line.name.starts_with("review.") ||
                        line.name.starts_with("check.");
  return has_life && subjects.contains(subject_hash(line.subject));
}

}  // namespace

void LifePools::add(const std::vector<LifeFact>& facts) {
  for (const LifeFact& fact : facts) {
    std::vector<Block>& pool = pools_[pool_of(fact.subject)];
    if (pool.empty() || pool.back().size() == block_size) pool.emplace_back().reserve(block_size);
    pool.back().push_back(fact);
  }
}

void LifePools::drain(std::size_t pool, std::vector<LifeFact>& into) {
  for (const Block& block : std::exchange(pools_[pool], {}))
    into.insert(into.end(), block.begin(), block.end());
}

Subjects unusual_subjects(const std::vector<LifePools*>& pools) {
  const std::size_t threads = threads_for(LifePools::count);
  std::vector<std::vector<LifeFact>> facts(threads);
  std::vector<std::vector<std::uint64_t>> unusual(threads);
  share_out(LifePools::count, threads, [&](std::size_t pool, std::size_t thread) {
    facts[thread].clear();
    for (LifePools* one : pools) one->drain(pool, facts[thread]);
    judge(facts[thread], unusual[thread]);
  });
  Subjects subjects;
  for (const auto& some : unusual) subjects.insert(some.begin(), some.end());
  return subjects;
}

std::vector<PlacedLine> lines_about(const Subjects& subjects, const std::filesystem::path& root,
                                    const std::vector<std::optional<Result<PassedFile>>>& files) {
  std::vector<PlacedLine> lines;
  std::string buffer;
  for (std::uint32_t i = 0; i < files.size() && !subjects.empty(); ++i) {
    if (!*files[i]) continue;
    const PassedFile& file = **files[i];
    const auto text = read_file_into(buffer, root / file.name, file.name);
    if (!text) continue;
    visit_lines(text->substr(0, file.whole_bytes),
                [&](const PlainLine& line, std::string_view bytes, std::uint32_t number) {
                  if (is_among(line, subjects)) lines.push_back({std::string(bytes), i, number});
                });
  }
  return lines;
}

}  // namespace sihu
