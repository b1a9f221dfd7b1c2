// The one way from a question to numbers.
#pragma once

#include "core/base/progress.h"
#include "core/model/answer.h"
#include "core/store/workspace.h"

namespace evenredig {

/// Answers a question on a workspace. Faults: an indicator, origin or period that is not known, a reference that the
/// data cannot carry, a key that the question cannot use, a question that these data cannot answer; always with the
/// reason in words.
[[nodiscard]] Result<Answer> answer(const Workspace &workspace, const Catalogue &catalogue, const Question &question,
                                    const Progress &progress = {});

} // namespace evenredig
