// The remarks that an answer carries: what its rows rest on and what they leave out.
#pragma once

#include "core/answer/scope.h"

namespace evenredig {

/// The estimate that a row shows first: of `generations` there is no `value`.
[[nodiscard]] const Estimate *leadingEstimate(const AnswerRow &row);
void addNotes(Answer &answer, const Scope &scope, const Catalogue &catalogue);

} // namespace evenredig
