#pragma once

#include "wording/text.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// What a piece of the window means; how that looks is the screen's affair. A meaning is never told
/// by its tone alone.
enum class Tone { plain, bar, chosen, strong, good, bad, doubtful, faint };

/// A piece of a row: well-formed UTF-8 without control characters.
struct Piece {
  std::string text;
  Tone tone = Tone::plain;
  friend bool operator==(const Piece&, const Piece&) = default;
};

using PictureRow = std::vector<Piece>;

struct WindowSize {
  int columns = 80;
  int rows = 24;
  friend bool operator==(const WindowSize&, const WindowSize&) = default;
};

/// The smallest window in which a full screen makes sense.
inline constexpr WindowSize least_window{40, 12};

/// A whole window, row by row from the top, and where the cursor stands.
struct Picture {
  struct Cursor {
    int row = 0;
    int column = 0;
    friend bool operator==(const Cursor&, const Cursor&) = default;
  };
  std::vector<PictureRow> rows;
  std::optional<Cursor> cursor = {};  ///< nothing: not shown
};

int width_of(const PictureRow& row);
/// The row without tones, for tests and for what is measured.
std::string text_of(const PictureRow& row);
std::string text_of(const Picture& picture);

/// A row of exactly `columns`: cut with `…`, or filled with blanks of its last tone.
PictureRow fitted(PictureRow row, int columns);

/// `left` and `right` in one row of `columns`; `left` is cut where both don't fit.
PictureRow spread(std::string left, std::string right, int columns, Tone tone);

/// Lines of at most `columns`, the text made visible; line feeds break.
std::vector<std::string> lines_within(std::string_view text, int columns);

/// What a text shows in `rows` rows when it is scrolled by so many lines: its first line is a
/// heading; where something is left below, the last row says so.
std::vector<PictureRow> window_on(const std::vector<std::string>& lines, int scrolled, int columns,
                                  int rows, Lang lang);

/// What is shown where the window is smaller than `least_window`.
Picture too_small(WindowSize size);

}  // namespace sihu
