#include "store/libxlsxwriter.hpp"

#ifndef SIHU_STATIC
#include "store/loaded_library.hpp"
#endif

namespace sihu {

#ifdef SIHU_STATIC

const Libxlsxwriter* libxlsxwriter() {
  return nullptr;
}

#else

namespace {

bool load(Libxlsxwriter& all) {
  // Version 4 of its interface: what Debian's package libxlsxwriter4 has.
  LoadedLibrary found("libxlsxwriter.so.4");
  found.give(all.new_workbook, "workbook_new_opt");
  found.give(all.add_worksheet, "workbook_add_worksheet");
  found.give(all.add_format, "workbook_add_format");
  found.give(all.set_properties, "workbook_set_properties");
  found.give(all.close, "workbook_close");
  found.give(all.error_words, "lxw_strerror");
  found.give(all.set_font_name, "format_set_font_name");
  found.give(all.set_font_size, "format_set_font_size");
  found.give(all.set_bold, "format_set_bold");
  found.give(all.set_text_wrap, "format_set_text_wrap");
  found.give(all.set_align, "format_set_align");
  found.give(all.set_border, "format_set_border");
  found.give(all.set_background, "format_set_bg_color");
  found.give(all.set_number_format, "format_set_num_format");
  found.give(all.write_string, "worksheet_write_string");
  found.give(all.write_number, "worksheet_write_number");
  found.give(all.write_blank, "worksheet_write_blank");
  found.give(all.set_row, "worksheet_set_row");
  found.give(all.set_default_row, "worksheet_set_default_row");
  found.give(all.set_column, "worksheet_set_column");
  found.give(all.freeze_panes, "worksheet_freeze_panes");
  found.give(all.set_filter, "worksheet_autofilter");
  found.give(all.set_validation, "worksheet_data_validation_range");
  found.give(all.set_landscape, "worksheet_set_landscape");
  found.give(all.set_paper, "worksheet_set_paper");
  found.give(all.set_margins, "worksheet_set_margins");
  found.give(all.fit_to_pages, "worksheet_fit_to_pages");
  found.give(all.repeat_rows, "worksheet_repeat_rows");
  found.give(all.set_header, "worksheet_set_header");
  found.give(all.set_footer, "worksheet_set_footer");
  return found.complete();
}

}  // namespace

const Libxlsxwriter* libxlsxwriter() {
  static Libxlsxwriter all;
  static const bool loaded = load(all);
  return loaded ? &all : nullptr;
}

#endif

}  // namespace sihu
