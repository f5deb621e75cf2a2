#include "tools/cli/command.hpp"

// sihu test bank: questions to and from other programs.
namespace sihu {

GroupWords test_bank_group() {
  return {{"题库与其他程序互换：GIFT、Aiken、Moodle XML、CSV",
           "question banks to and from other programs: GIFT, Aiken, Moodle XML, CSV"},
          Text{"$ sihu test bank export party-work --format moodle -o 题库.xml\n"
               "$ sihu test bank import 题库.xml --id party-work-2 --topic orglife --author zb05",
               "$ sihu test bank export party-work --format moodle -o bank.xml\n"
               "$ sihu test bank import bank.xml --id party-work-2 --topic orglife --author zb05"}};
}

}  // namespace sihu
