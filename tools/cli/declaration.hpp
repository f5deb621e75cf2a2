#pragma once

#include "tools/cli/flags.hpp"
#include "wording/fault.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// One flag, option or positional argument, as parser, help, completion and man page read it.
struct Declaration {
  std::vector<std::string> names;  ///< `-o`, `--output`; or `BRANCH`
  Text help;
  Flags::What what = Flags::What::text;
  bool takes_value = true;
  bool repeated = false;
  bool required = false;
  std::vector<std::string> choices = {};
  std::string standard = {};  ///< the value when it is left out, for help; may be empty
  /// Converts and stores what was typed (for a flag: nothing); a fault when it is no such value.
  std::function<std::optional<Fault>(const std::vector<std::string>&)> accept;

  bool positional() const { return !names.front().starts_with('-'); }
  const std::string& name() const { return names.back(); }
  bool answers_to(std::string_view typed) const;
  /// What stands for its value in help: `DATE`, 日期, `auto|always|never`.
  Phrase placeholder() const;
  /// What messages call it: the option as typed; an argument as in help, 季度, not `QUARTER`.
  Phrase called() const;
};

/// `Flags` that remembers what was declared.
class DeclaredFlags : public Flags {
 public:
  const std::vector<Declaration>& list() const { return list_; }

  void flag(std::string_view name, bool& into, Text help) override;
  void text(std::string_view name, std::string& into, Text help, What what) override;
  void text(std::string_view name, std::optional<std::string>& into, Text help) override;
  void texts(std::string_view name, std::vector<std::string>& into, Text help, What what) override;
  void integer(std::string_view name, int& into, Text help, int least, int most) override;
  void date(std::string_view name, std::optional<Date>& into, Text help) override;
  void quarter(std::string_view name, std::optional<Quarter>& into, Text help) override;
  void choice(std::string_view name, std::string& into, std::vector<std::string> choices,
              Text help) override;
  void optional_from_here() override { positionals_required_ = false; }
  void required() override { list_.back().required = true; }

 private:
  Declaration& add(std::string_view names, Text help, What what);

  std::vector<Declaration> list_;
  bool positionals_required_ = true;
};

}  // namespace sihu
