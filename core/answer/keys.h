// A key that a question cannot use is refused, never ignored; null, and the value that would be the default, is accepted.
#pragma once

#include "core/base/result.h"
#include "core/model/answer.h"

namespace evenredig {

/// `indicator` is null for a question about all of them; `periods` are those that it is about, by time.
[[nodiscard]] Result<void> checkKeys(const Question &question, const Indicator *indicator,
                                     const std::vector<Period> &periods);
/// Another confidence than 95% needs an interval to which it can apply; that of rounding knows none.
[[nodiscard]] Result<void> checkConfidence(const Answer &answer);

} // namespace evenredig
