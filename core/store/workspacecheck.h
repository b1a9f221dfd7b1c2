// Is a workspace sound? SQLite's own checks, and the accounts of every data set.
#pragma once

#include "core/store/database.h"

namespace evenredig {

/// One sentence for each thing that is not right (texts "check.…"); none: sound.
[[nodiscard]] Result<std::vector<std::string>> checkWorkspace(const Database &database, Language language);

} // namespace evenredig
