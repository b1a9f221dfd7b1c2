// Reads a text file of persons for what it holds, column by column.
#pragma once

#include "core/base/progress.h"
#include "core/import/draft/columnprofile.h"

namespace evenredig {

/// Reads the file twice from end to end (once for its encoding) in pieces; memory does not grow with its rows.
/// Options that `read` gives hold, the others are recognised. Faults: those of sniffFile().
[[nodiscard]] Result<FileProfile> profileFile(const std::string &path, const ReadOptions &read = {},
                                              const Progress &progress = {});
/// The same of bytes in memory.
[[nodiscard]] Result<FileProfile> profileBytes(std::string_view bytes, const std::string &name,
                                               const ReadOptions &read = {}, const Progress &progress = {});

} // namespace evenredig
