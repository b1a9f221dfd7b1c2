// Takes a data set out of sight, brings it back, names it anew, and forgets for good what was taken out.
#pragma once

#include "core/base/language.h"
#include "core/store/database.h"

#include <optional>
#include <string>

namespace evenredig {

// A removed data set keeps its rows, with its place in the order below zero, so that removing and restoring cost the
// same for a table of ten lines and for a million persons. Every reader passes it over; purging deletes it.

/// Each is one transaction, and DatasetUnknown where there is no such data set, or none that was removed.
[[nodiscard]] Result<void> removeDataset(Database &database, const std::string &dataset);
[[nodiscard]] Result<void> restoreDataset(Database &database, const std::string &dataset);
[[nodiscard]] Result<void> describeDataset(Database &database, const std::string &dataset, const LocalText &title,
                                           const std::optional<LocalText> &source);

[[nodiscard]] Result<bool> hasRemoved(const Database &database);
/// Deletes and overwrites: a file that is handed on holds nothing of what was removed.
[[nodiscard]] Result<void> purgeRemoved(Database &database);

} // namespace evenredig
