// The choices of an import that was left before its end, to go on with another time.
#pragma once

#include "core/import/draft/draft.h"

namespace evenredig {

/// What each column is and what its codes mean, as JSON. It holds no row, no number that a person was given, and of a
/// column that looks like an identifier only the name: it may stand outside the workspace. `reading`: as a person chose
/// it; nothing given, and the file is recognised anew.
[[nodiscard]] std::string keptDraft(const Draft &draft, const FileProfile &profile, const ReadOptions &reading);

/// How the file is to be read.
[[nodiscard]] Result<ReadOptions> keptReading(std::string_view kept);
/// Brings the choices back into a draft that was suggested for the same file. Columns and values that the file no longer
/// has are passed over, new ones stay as suggested. Faults: those of reading JSON.
[[nodiscard]] Result<void> restoreDraft(Draft &draft, std::string_view kept, const FileProfile &profile);

} // namespace evenredig
