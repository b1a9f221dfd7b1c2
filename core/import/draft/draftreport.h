// A draft in words and as JSON: what `describe` adds to what it says of a text file.
#pragma once

#include "core/import/draft/draft.h"

namespace evenredig {

[[nodiscard]] std::string draftText(const Draft &draft, Language language);
/// {"recipe": {…}, "columns": [{"from", "role", …, "evidence"}], "open": […]}
[[nodiscard]] std::string draftJson(const Draft &draft);

} // namespace evenredig
