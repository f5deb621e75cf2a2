#include "exam/bank_formats.hpp"
#include "wording/render.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

void look_at(const sihu::Failure& failure) {
  for (const sihu::Fault& fault : failure.faults) sihu::render(fault, sihu::Lang::zh);
}

// What was read has to be a bank that sihu reads again, and that every format can write.
void use(sihu::ImportedBank read) {
  using namespace sihu;
  std::vector<ImportedBank> parts;
  parts.push_back(std::move(read));
  const Bank bank = joined_bank(std::move(parts), {"fuzz", "", ""});
  if (!load_bank(write_bank(bank), "fuzz.yaml")) std::abort();
  for (const BankFormat format :
       {BankFormat::gift, BankFormat::aiken, BankFormat::moodle, BankFormat::csv})
    write_bank_as(format, bank, Lang::en);
}

}  // namespace

// Any bytes as questions in each format: read, or faults that can be shown.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sihu;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  guess_bank_format("fuzz", text);
  for (const BankFormat format :
       {BankFormat::gift, BankFormat::aiken, BankFormat::moodle, BankFormat::csv}) {
    QuestionIds ids("fuzz", {"Q1"});
    auto read = read_bank_as(format, text, "fuzz", ids);
    if (read)
      use(std::move(*read));
    else
      look_at(read.error());
  }
  return 0;
}
