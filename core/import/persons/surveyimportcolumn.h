// A column of the source on its way into a variable: what SurveyImport keeps of it.
#pragma once

#include "core/data/codes.h"
#include "core/import/persons/surveycolumn.h"
#include "core/import/persons/surveyplan.h"
#include "core/store/segment.h"

#include <cstdint>
#include <string>
#include <vector>

namespace evenredig {

struct SurveyImportColumn {
    SurveyImportColumn(const SurveyPlan::Column &column, std::size_t coders)
        : plan(column), reader(column.cells), cells(coders)
    {}

    const SurveyPlan::Column &plan;
    SurveyColumn reader;
    /// Per coder: what its numbers mean here, and whether one of them could not be read.
    struct Cells {
        std::vector<std::uint32_t> codes;
        std::vector<bool> unreadable;
        bool anyUnreadable = false;
    };
    std::vector<Cells> cells;
    Codes codes;             ///< of the segment being filled
    std::int64_t number = 0; ///< in the workspace, once it has a segment there
    bool text = false;       ///< no codes: named by the recipe, and its values all differed in the first segment
    Texts texts;             ///< instead of codes
    bool held = false;       ///< all values differ so far: what is packed waits in memory
    std::vector<Segment> waiting;
    std::string leftOut; ///< why, when it is

    /// Whether its cells become codes.
    [[nodiscard]] bool isCoded() const { return leftOut.empty() && !text; }
};

} // namespace evenredig
