// A column of the source on its way into a variable: what SurveyImport keeps of it.
#pragma once

#include "core/import/surveyimport.h"

namespace evenredig {

struct SurveyImport::Column {
    Column(const ColumnRule *columnRule, std::size_t at, std::string as, SurveyColumn cells)
        : rule(columnRule), source(at), name(std::move(as)), reader(std::move(cells))
    {}

    const ColumnRule *rule = nullptr; ///< null: not named by the recipe
    std::size_t source = 0;
    std::string name;
    SurveyColumn reader;
    std::uint32_t code = 0;  ///< of the row at hand
    Codes codes;             ///< of the segment being filled
    std::int64_t number = 0; ///< in the workspace, once it has a segment there
    bool held = false;       ///< all values differ so far: what is packed waits in memory
    std::vector<Segment> waiting;
    std::string leftOut; ///< why, when it is
};

} // namespace evenredig
