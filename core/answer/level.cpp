// "How do the groups stand now?": a row per origin, generation and period.
#include "core/answer/rows.h"

namespace evenredig {

Rows levelRows(const Scope &scope)
{
    return rowsOnly(periodRows(scope));
}

} // namespace evenredig
