#pragma once

#include <string_view>

namespace sihu {

// The words of the ledger's grammar, which stands in `line.hpp`.

/// `a-z 0-9 -`, beginning with a letter or digit: people, branches, organisations.
bool is_ledger_id(std::string_view text);

/// An id, or `-` for the program itself.
bool is_ledger_person(std::string_view text);

/// Words joined by dots: `problem.open`.
bool is_event_name(std::string_view text);

/// At least one of `A-Z a-z 0-9 - . / : + ~`.
bool is_subject(std::string_view text);

/// A word: `a-z`, then `a-z 0-9 -`.
bool is_key(std::string_view text);

/// Sixteen lower-case hex digits.
bool is_check(std::string_view text);

/// Whether `text` is a device id: six of `23456789abcdefghjkmnpqrstuvwxyz`.
bool is_device_id(std::string_view text);

/// What a device id is made of: digits and letters that nobody mistakes for each other.
inline constexpr std::string_view device_letters = "23456789abcdefghjkmnpqrstuvwxyz";

}  // namespace sihu
