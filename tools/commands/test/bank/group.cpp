#include "wording/text.hpp"

// sihu test bank: questions to and from other programs.
namespace sihu {

Text test_bank_group() {
  return {"题库与其他程序互换：GIFT、Aiken、Moodle XML、CSV",
          "question banks to and from other programs: GIFT, Aiken, Moodle XML, CSV"};
}

}  // namespace sihu
