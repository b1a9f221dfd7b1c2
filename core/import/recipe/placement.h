// Whether the rows of a source have a place: an origin, a generation and a period that are known.
#pragma once

#include "core/base/result.h"
#include "core/store/ledger.h"

namespace evenredig {

/// Refuses an import of which every row was set aside because it has no place: an empty set is not what anybody meant, and
/// the reason is most often one word that the recipe lacks. The sentence is that of the first row.
[[nodiscard]] Result<void> expectPlaced(const ImportCounts &counts, const Ledger &ledger, const std::string &file);

} // namespace evenredig
