// A full segment of all columns that is being packed while the next one is filled.
#pragma once

#include "core/import/persons/surveyimportcolumn.h"

#include <future>

namespace evenredig {

/// Its threads are waited for when it is destroyed.
struct SurveyStretch {
    std::size_t position = 0;
    std::vector<SurveyImportColumn *> columns;
    std::vector<bool> held;           ///< of each column, as it was when the segment was full
    std::vector<ColumnValues> values; ///< of the columns, then of the design
    bool constantPeriod = false, clusters = false, weights = false; ///< what the design has, in this order round strata
    std::future<std::vector<Segment>> segments;                     ///< of the values
};

} // namespace evenredig
