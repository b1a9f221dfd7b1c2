// A named copy of a workspace.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <QString>

namespace evenredig {

/// Copies a file in pieces; a fault or a cancel leaves what stood at `to`. Runs in a job.
[[nodiscard]] Result<void> copyFile(const QString &from, const QString &to, const Progress &progress);

} // namespace evenredig
