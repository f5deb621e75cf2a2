#include <cstddef>
#include <cstdint>
#include <string_view>

#include "document/calendar_file.hpp"
#include "document/checklist.hpp"
#include "document/organisation.hpp"
#include "gate/csv.hpp"
#include "gate/json.hpp"
#include "gate/yaml.hpp"
#include "wording/render.hpp"

namespace {

template <class T>
void look_at(const sihu::Result<T>& result) {
  if (result) return;
  for (const sihu::Fault& fault : result.error().faults) sihu::render(fault, sihu::Lang::zh);
}

}  // namespace

// Any bytes as a document of each kind: loaded, or faults that can be shown.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sihu;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  look_at(read_yaml(text, "fuzz.yaml"));
  look_at(read_json(text, "fuzz.json"));
  look_at(load_organisation(text, "sihu.yaml"));
  look_at(load_calendar(text, "calendar.yaml"));
  const auto no_other = [](std::string_view) -> Result<std::string> {
    return fail(Kind::input, "unknown-checklist", phrase(Text{"没有", "none"}));
  };
  look_at(load_checklist(text, "checklist.yaml", no_other));
  if (const auto decoded = decode(text, Encoding::utf8, "fuzz.csv"))
    look_at(read_csv(*decoded, "fuzz.csv"));
  look_at(decode(text, Encoding::gb18030, "fuzz.csv"));
  return 0;
}
