#pragma once

#include <xlsxwriter.h>

namespace sihu {

/// The functions of libxlsxwriter that we use, loaded when the first XLSX file is written (see
/// LoadedLibrary).
struct Libxlsxwriter {
  decltype(&::workbook_new_opt) new_workbook = nullptr;
  decltype(&::workbook_add_worksheet) add_worksheet = nullptr;
  decltype(&::workbook_add_format) add_format = nullptr;
  decltype(&::workbook_set_properties) set_properties = nullptr;
  decltype(&::workbook_close) close = nullptr;
  decltype(&::lxw_strerror) error_words = nullptr;
  decltype(&::format_set_font_name) set_font_name = nullptr;
  decltype(&::format_set_font_size) set_font_size = nullptr;
  decltype(&::format_set_bold) set_bold = nullptr;
  decltype(&::format_set_text_wrap) set_text_wrap = nullptr;
  decltype(&::format_set_align) set_align = nullptr;
  decltype(&::format_set_border) set_border = nullptr;
  decltype(&::format_set_bg_color) set_background = nullptr;
  decltype(&::format_set_num_format) set_number_format = nullptr;
  decltype(&::worksheet_write_string) write_string = nullptr;
  decltype(&::worksheet_write_number) write_number = nullptr;
  decltype(&::worksheet_write_blank) write_blank = nullptr;
  decltype(&::worksheet_set_row) set_row = nullptr;
  decltype(&::worksheet_set_default_row) set_default_row = nullptr;
  decltype(&::worksheet_set_column) set_column = nullptr;
  decltype(&::worksheet_freeze_panes) freeze_panes = nullptr;
  decltype(&::worksheet_autofilter) set_filter = nullptr;
  decltype(&::worksheet_data_validation_range) set_validation = nullptr;
  decltype(&::worksheet_set_landscape) set_landscape = nullptr;
  decltype(&::worksheet_set_paper) set_paper = nullptr;
  decltype(&::worksheet_set_margins) set_margins = nullptr;
  decltype(&::worksheet_fit_to_pages) fit_to_pages = nullptr;
  decltype(&::worksheet_repeat_rows) repeat_rows = nullptr;
  decltype(&::worksheet_set_header) set_header = nullptr;
  decltype(&::worksheet_set_footer) set_footer = nullptr;
};

/// Nothing where this machine has no libxlsxwriter, or not this one; so too in the program that is
/// one file, because Debian has it as a shared library alone.
const Libxlsxwriter* libxlsxwriter();

}  // namespace sihu
