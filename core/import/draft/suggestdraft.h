// From what a file shows to a draft, and the draft after a person chose a role.
#pragma once

#include "core/import/draft/draft.h"

namespace evenredig {

[[nodiscard]] Draft suggestDraft(const FileProfile &profile, const Catalogue &catalogue);
/// Gives a column a role (and of Variable the id) as a person chose it: its values are recoded by what the role
/// knows, what was chosen before is forgotten. Of the roles that only one column can have, the other becomes Keep.
void chooseRole(Draft &draft, const FileProfile &profile, const std::string &from, ColumnRole role,
                const std::string &variable = {});

} // namespace evenredig
