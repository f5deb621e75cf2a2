#pragma once

#include "document/organisation.hpp"
#include "exam/form.hpp"

#include <string>
#include <vector>

namespace sihu {

/// A paper that is to be printed.
struct PaperToPrint {
  const ExamForm* form = nullptr;
  const Person* person = nullptr;  ///< whose order of questions and options it has
  bool with_ids = false;           ///< behind each question its id, for who made the paper
};

/// Papers, one after the other, each with a sheet of its own for the answers, on which the paper is
/// named by quarter, person and form. As Markdown, or as a page of HTML whose papers and sheets
/// begin on new pages; nothing of a bank becomes markup. No paper says what is right, and ids,
/// which are the same on all papers and lead into a bank, only where they are asked for.
std::string paper_markdown(const std::vector<PaperToPrint>& papers,
                           const Organisation& organisation, Lang lang);
std::string paper_html(const std::vector<PaperToPrint>& papers, const Organisation& organisation,
                       Lang lang);

/// The heading of a section: `一、单选题（5 题，每题 2 分）`, with the marking rule where options
/// are several.
Phrase section_heading(const PaperSection& section, std::size_t index);

}  // namespace sihu
