#pragma once

#ifndef NCURSES_NOMACROS
#define NCURSES_NOMACROS  // they would change the names of other libraries
#endif
#include <curses.h>

namespace sihu {

/// The functions of ncursesw that we use, loaded when a screen is first opened (see LoadedLibrary);
/// linked into the program that is one file.
struct Libncursesw {
  decltype(&::newterm) new_terminal = nullptr;
  decltype(&::delscreen) drop = nullptr;
  decltype(&::endwin) end = nullptr;
  decltype(&::raw) raw = nullptr;
  decltype(&::noecho) no_echo = nullptr;
  decltype(&::nonl) no_newline = nullptr;
  decltype(&::keypad) keypad = nullptr;
  decltype(&::set_escdelay) escape_delay = nullptr;
  decltype(&::define_key) define_key = nullptr;
  decltype(&::wget_wch) get = nullptr;
  decltype(&::wtimeout) timeout = nullptr;
  decltype(&::wmove) move = nullptr;
  decltype(&::waddnwstr) add = nullptr;
  decltype(&::wattr_set) set_tone = nullptr;
  decltype(&::werase) erase = nullptr;
  decltype(&::wrefresh) refresh = nullptr;
  decltype(&::clearok) clear_next = nullptr;
  decltype(&::curs_set) cursor = nullptr;
  decltype(&::resizeterm) resize = nullptr;
  decltype(&::start_color) start_color = nullptr;
  decltype(&::use_default_colors) default_colors = nullptr;
  decltype(&::has_colors) has_colors = nullptr;
  decltype(&::init_pair) color_pair = nullptr;
  decltype(&::tigetstr) capability = nullptr;
  WINDOW** window = nullptr;  ///< of the terminal that was opened last
};

/// Nothing where this machine has no ncursesw, or not this one.
const Libncursesw* libncursesw();

}  // namespace sihu
