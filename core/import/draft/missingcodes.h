// Which values of a column say that there is none: "weet niet", "n.v.t.", 98 and 99.
#pragma once

#include "core/import/draft/draft.h"

namespace evenredig {

/// The reason that a word names ("weet niet", "n.v.t.", "refused"); nothing for other texts.
[[nodiscard]] std::optional<Missing> missingWord(std::string_view text);

/// Marks the values that are words for an absence, and codes (9, 98, 999, −1) where they stand clearly apart from
/// the other numbers; each with its reason why. Values that are recoded already stay.
void proposeMissing(std::vector<DraftValue> &values, const ColumnProfile &column);

} // namespace evenredig
