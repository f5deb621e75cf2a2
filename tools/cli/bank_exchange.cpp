#include "tools/cli/bank_exchange.hpp"

namespace sihu {
namespace {

Phrase place_of(const ExchangeLoss& loss, const std::string& name) {
  const std::string place = loss.place.line > 0 ? to_string(loss.place) : name;
  return same(loss.question.empty() ? place : place + ": " + loss.question);
}

}  // namespace

std::vector<std::string> bank_format_words() {
  return {"gift", "aiken", "moodle", "csv"};
}

std::size_t say_losses(World& world, const std::vector<ExchangeLoss>& losses,
                       const std::string& name) {
  std::size_t left_out = 0;
  for (const ExchangeLoss& loss : losses) {
    left_out += loss.left_out ? 1 : 0;
    const Phrase where = place_of(loss, name);
    world.say_to_people(
        loss.left_out
            ? phrase(Text{"{0}: {1}；整题没有带过去", "{0}: {1}; left out"}, where, loss.what)
            : phrase(Text{"{0}: 丢失 {1}", "{0}: lost: {1}"}, where, loss.what));
  }
  return left_out;
}

}  // namespace sihu
