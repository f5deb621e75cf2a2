#pragma once

#include "store/files.hpp"

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace sihu {

/// Adds `bytes` at the end of a ledger file `<root>/ledger/<quarter>/x.tsv`: one write, one flush.
///
/// `expected` is the size at which the file was read; any other size now means that somebody writes
/// without the lock, and nothing is written. A file of size 0 is made when missing, and the folders
/// up to the root are flushed too. A write that does not get through is cut off again. A flush that
/// fails is never tried again: the lines are "not known to be durable". All failures are
/// `Kind::environment`.
Result<void> append_to_file(const std::filesystem::path& file, std::string_view name,
                            std::uint64_t expected, std::string_view bytes);

/// Moves what lies behind `whole` bytes of `file` to `<file>.<whole>.torn`, flushed before it is
/// cut off from the file; an older such file is never overwritten, a number goes behind its name.
/// Says where it went, or nothing if there was nothing.
Result<std::optional<Fault>> move_torn_tail(const std::filesystem::path& file,
                                            std::string_view name, std::uint64_t whole);

/// Holds the own lock of a ledger file that is going to be replaced, so that nobody appends to it
/// meanwhile; it must have one of `sizes`. `Kind::environment` (`changed-meanwhile`) else.
Result<Descriptor> hold_unchanged(const std::filesystem::path& file, std::string_view name,
                                  std::initializer_list<std::uint64_t> sizes);

}  // namespace sihu
