#pragma once

#include "exam/answers.hpp"
#include "exam/short_answers.hpp"

namespace sihu {

/// What could be read of a paper that was handed in.
struct PaperReading {
  enum class How {
    open,
    locked,   ///< sealed to a key that is not at hand
    damaged,  ///< no answers to the form, whatever the key
  };
  How how = How::damaged;
  Responses responses = {};  ///< of an open one
};

/// Opens a paper that was handed in; `secret_for` is asked only for a sealed one.
PaperReading open_paper(const HandedPaper& handed, const ExamForm& form,
                        const SecretFor& secret_for);

}  // namespace sihu
