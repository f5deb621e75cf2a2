// A stranger's program: when a problem with a limit of fifteen days, opened on a given day, is due.
#include <iostream>
#include <sihu/calendar/date.hpp>
#include <sihu/calendar/period.hpp>
#include <sihu/wording/width.hpp>

int main(int argc, char** argv) {
  const auto opened = argc > 1 ? sihu::Date::parse(argv[1]) : std::nullopt;
  if (!opened) {
    std::cerr << "usage: stranger YYYY-MM-DD\n";
    return 2;
  }
  std::cout << sihu::to_string(sihu::Quarter::of(*opened)) << ' '
            << sihu::pad_right("第五党支部", 12) << sihu::to_string(*opened + 15) << '\n';
  return 0;
}
