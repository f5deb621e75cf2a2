#pragma once

#include "wording/result.hpp"

#include <array>

namespace sihu {

/// Exit statuses, a contract with scripts. Where several apply: 70, 4, 3, 6, 5, 1.
enum class Exit : int {
  done = 0,
  bad_news = 1,
  usage = 2,
  input = 3,
  environment = 4,
  refused = 5,
  integrity = 6,
  bug = 70,
  interrupted = 130,
};

struct ExitMeaning {
  Exit exit;
  Text brief;    ///< for the list of all commands, one short line
  Text meaning;  ///< for the manual page
};

/// The one table from which help, README and tests speak.
inline constexpr std::array<ExitMeaning, 9> exit_meanings{{
    {Exit::done, {"完成", "done"}, {"完成", "done"}},
    {Exit::bad_news,
     {"完成，所问之事有坏消息", "done, with bad news"},
     {"完成，但所问之事有坏消息（due、lint、audit 及带 --fail-on 的命令），"
      "或有试题未导出（test bank export）",
      "done, with bad news (due, lint, audit, and whatever has --fail-on), or with questions left "
      "out (test bank export)"}},
    {Exit::usage, {"命令行有误", "wrong command line"}, {"命令行有误", "wrong command line"}},
    {Exit::input,
     {"输入有误，或没有所问的编号", "bad input, or something named that is not there"},
     {"输入有误（指明 文件:行:列），或工作区中没有该季度、支部、人员、编号",
      "bad input, said as file:line:column, or a quarter, branch, person or id that is not there"}},
    {Exit::environment,
     {"无法读、写或加锁", "could not read, write or lock"},
     {"无法读、写或加锁", "could not read, write or lock"}},
    {Exit::refused, {"规则不允许", "refused by a rule"}, {"规则不允许", "refused by a rule"}},
    {Exit::integrity,
     {"完整性不符，须由人处理", "integrity: something does not match or is forked"},
     {"完整性不符：校验链、封签、签名、佐证对不上，或有分叉、重号须由人处理",
      "integrity: chain, seal, signature or evidence does not match, or a fork or an id opened "
      "twice is to be settled"}},
    {Exit::bug,
     {"sihu 自身的错误，请报告", "a bug in sihu, please report"},
     {"sihu 自身的错误，请报告", "a bug in sihu, please report"}},
    {Exit::interrupted,
     {"被中断；已确认的内容都已保存", "interrupted; what was acknowledged is saved"},
     {"被中断；已确认的内容都已保存", "interrupted; what was acknowledged is saved"}},
}};

constexpr Exit exit_for(Kind kind) {
  switch (kind) {
    case Kind::usage:
      return Exit::usage;
    case Kind::input:
      return Exit::input;
    case Kind::environment:
      return Exit::environment;
    case Kind::refused:
      return Exit::refused;
    case Kind::integrity:
      return Exit::integrity;
  }
  return Exit::bug;
}

}  // namespace sihu
