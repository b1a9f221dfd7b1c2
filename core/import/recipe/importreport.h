// What is told of an import: its counts, and what became of each column.
#pragma once

#include "core/data/dataset.h"

#include <string>
#include <vector>

namespace evenredig {

struct ColumnReport {
    std::string from, as;
    bool kept = true;
    std::string reason; ///< why it was left out
};

struct ImportReport {
    std::string dataset;
    ImportCounts counts;
    std::vector<ColumnReport> columns;
    std::vector<std::string> notes; ///< keys of texts "import_note.<key>"
    long figures = 0;
};

} // namespace evenredig
