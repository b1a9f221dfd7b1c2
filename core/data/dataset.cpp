#include "core/data/dataset.h"

namespace evenredig {

ImportCounts &ImportCounts::operator+=(const ImportCounts &other)
{
    rowsRead += other.rowsRead;
    rowsKept += other.rowsKept;
    rowsSetAside += other.rowsSetAside;
    valuesUnreadable += other.valuesUnreadable;
    return *this;
}

} // namespace evenredig
