// A column of numbers in a draft: is it one, by which marks, in which bands, and what can be read two ways.
#pragma once

#include "core/import/draft/draft.h"
#include "core/model/vocabulary.h"

namespace evenredig {

/// `known` is the variable that the column becomes, or null.
void takeNumbers(DraftColumn &draft, const ColumnProfile &column, const KnownVariable *known);

/// Lower ends and labels of the bands of a variable such as age_band, from its codes ("15-24", "75+").
[[nodiscard]] std::vector<double> bandsOf(const KnownVariable &variable);

} // namespace evenredig
