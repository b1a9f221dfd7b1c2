// The tables of a workspace, their version, and the checks before a file is trusted.
#pragma once

#include "core/store/database.h"

namespace evenredig::schema {

/// "EvRd", at byte 68 of the file.
inline constexpr std::int64_t applicationId = 0x45765264;
/// The version that this program writes. A newer one is refused, an older one is carried forward.
[[nodiscard]] int currentVersion();

/// Makes the tables in a new, empty database.
[[nodiscard]] Result<void> build(Database &database);
/// Refuses what is not a workspace, newer than this program, unsafe or damaged. Reads only.
[[nodiscard]] Result<void> verify(Database &database);
/// Carries an older file forward, in one transaction.
[[nodiscard]] Result<void> migrate(Database &database);

} // namespace evenredig::schema
