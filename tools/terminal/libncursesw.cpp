#include "tools/terminal/libncursesw.hpp"

#ifndef SIHU_STATIC
#include "store/loaded_library.hpp"
#endif

namespace sihu {
namespace {

#ifdef SIHU_STATIC

bool load(Libncursesw& all) {
  all.new_terminal = &::newterm;
  all.drop = &::delscreen;
  all.end = &::endwin;
  all.raw = &::raw;
  all.no_echo = &::noecho;
  all.no_newline = &::nonl;
  all.keypad = &::keypad;
  all.escape_delay = &::set_escdelay;
  all.define_key = &::define_key;
  all.get = &::wget_wch;
  all.timeout = &::wtimeout;
  all.move = &::wmove;
  all.add = &::waddnwstr;
  all.set_tone = &::wattr_set;
  all.erase = &::werase;
  all.refresh = &::wrefresh;
  all.clear_next = &::clearok;
  all.cursor = &::curs_set;
  all.resize = &::resizeterm;
  all.start_color = &::start_color;
  all.default_colors = &::use_default_colors;
  all.has_colors = &::has_colors;
  all.color_pair = &::init_pair;
  all.capability = &::tigetstr;
  all.window = &::stdscr;
  return true;
}

#else

bool load(Libncursesw& all) {
  LoadedLibrary found("libncursesw.so.6");
  found.give(all.new_terminal, "newterm");
  found.give(all.drop, "delscreen");
  found.give(all.end, "endwin");
  found.give(all.raw, "raw");
  found.give(all.no_echo, "noecho");
  found.give(all.no_newline, "nonl");
  found.give(all.keypad, "keypad");
  found.give(all.escape_delay, "set_escdelay");
  found.give(all.define_key, "define_key");
  found.give(all.get, "wget_wch");
  found.give(all.timeout, "wtimeout");
  found.give(all.move, "wmove");
  found.give(all.add, "waddnwstr");
  found.give(all.set_tone, "wattr_set");
  found.give(all.erase, "werase");
  found.give(all.refresh, "wrefresh");
  found.give(all.clear_next, "clearok");
  found.give(all.cursor, "curs_set");
  found.give(all.resize, "resizeterm");
  found.give(all.start_color, "start_color");
  found.give(all.default_colors, "use_default_colors");
  found.give(all.has_colors, "has_colors");
  found.give(all.color_pair, "init_pair");
  found.give(all.capability, "tigetstr");
  found.give(all.window, "stdscr");
  return found.complete();
}

#endif

}  // namespace

const Libncursesw* libncursesw() {
  static Libncursesw all;
  static const bool loaded = load(all);
  return loaded ? &all : nullptr;
}

}  // namespace sihu
