// Does a column single out persons? Such columns are left out unless a recipe asks for them by name.
#pragma once

#include "core/data/dictionary.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace evenredig {

/// More distinct values than this are no characteristic that could be tabulated.
inline constexpr std::size_t mostDistinctValues = 1'000'000;
/// With fewer rows, values that all differ say nothing: ages of twelve people may.
inline constexpr std::int64_t fewestRows = 100;
/// One in eleven numbers passes the check by chance; of a column of citizen numbers nearly all do.
inline constexpr double citizenShare = 0.9;
inline constexpr std::size_t fewestCitizenNumbers = 10;

/// A citizen service number (BSN) by its check digit: 9d₁ + 8d₂ + … + 2d₈ − d₉ divides by 11. Eight digits
/// have lost a leading zero.
[[nodiscard]] bool isCitizenNumber(std::string_view text);
/// Whether a column is called after a name, a number, an address or the like of a person ("achternaam", "bsn").
[[nodiscard]] bool namesPersons(std::string_view columnName);
/// Why a column with these values in `rows` rows looks like a direct identifier, as a reason code of the
/// ledger; empty when it does not.
[[nodiscard]] std::string identifierReason(std::string_view columnName, const Dictionary &dictionary,
                                           std::int64_t rows);
/// Whether a column that a recipe keeps by name is stored as plain text instead of codes: nothing could be counted by it,
/// and its dictionary would grow with the rows. `rows` are those with a value.
[[nodiscard]] bool isPlainText(const Dictionary &dictionary, std::int64_t rows);
/// The rows so far all differ: the one question that can be asked before the end.
[[nodiscard]] bool mayBeUnique(const Dictionary &dictionary, std::int64_t rows);

} // namespace evenredig
