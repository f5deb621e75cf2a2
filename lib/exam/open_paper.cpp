#include "exam/open_paper.hpp"

#include "base/sealed_box.hpp"

#include <utility>

namespace sihu {

PaperReading open_paper(const HandedPaper& handed, const ExamForm& form,
                        const SecretFor& secret_for) {
  const std::string subject = sitting_subject(handed.key, handed.person);
  std::optional<Responses> responses;
  if (handed.is_sealed()) {
    const auto secret = secret_for ? secret_for(handed.box_key) : std::nullopt;
    if (!secret) return {PaperReading::How::locked};
    const auto text = open_box(handed.text, sealed_paper_bytes(form), *secret);
    if (text) responses = read_boxed_responses(form, subject, *text);
  } else {
    responses = parse_responses(form, handed.text);
  }
  if (!responses) return {};
  return {PaperReading::How::open, std::move(*responses)};
}

}  // namespace sihu
