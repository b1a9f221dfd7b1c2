// Conditions in words: what a filter leaves is said in every figure.
#pragma once

#include "core/base/result.h"
#include "core/model/condition.h"
#include "core/store/workspace.h"

namespace evenredig {

/// "geslacht: vrouw; leeftijd in jaren: 25 tot en met 44", in both languages. By the catalogue's labels, or those of the
/// data sets of persons, or the ids where nobody has a word for them. Empty without conditions.
[[nodiscard]] Result<LocalText> conditionWords(const std::vector<Condition> &conditions, const Workspace &workspace);

} // namespace evenredig
