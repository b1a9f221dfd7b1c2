// The question `overview`, over every indicator that has figures.
#pragma once

#include "core/base/progress.h"
#include "core/model/answer.h"
#include "core/store/workspace.h"

namespace evenredig {

/// One row per indicator, group and generation: the latest figure. What cannot be compared with the reference that was
/// asked for is not compared with another one; a note says so.
[[nodiscard]] Result<Answer> overview(const Workspace &workspace, const Catalogue &catalogue, const Question &question,
                                      const Progress &progress);

} // namespace evenredig
