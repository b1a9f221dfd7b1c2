// The answer to a question about one indicator.
#pragma once

#include "core/answer/scope.h"

namespace evenredig {

[[nodiscard]] Result<Answer> answerOfIndicator(const Workspace &workspace, const Catalogue &catalogue,
                                               const Question &question, ReferenceAbsent absent,
                                               const Progress &progress);

} // namespace evenredig
