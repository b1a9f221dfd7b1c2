// A published recipe held against the header of a source: where in a record each thing stands.
#pragma once

#include "core/import/recipe/columnindex.h"
#include "core/import/recipe/recipe.h"
#include "core/import/source/decimal.h"
#include "core/model/catalogue.h"

namespace evenredig {

/// The conditions "this column has this text".
using WhenPlan = std::vector<std::pair<std::size_t, std::string>>;

struct MeasurePlan {
    const MeasureRule *rule = nullptr;
    std::size_t value = 0;
    WhenPlan when;
    std::optional<std::size_t> low, high, n;
    DecimalScale scale{1};
    bool percent = false;         ///< the indicator is in per cent: a sign "%" may stand there
    bool share = false;           ///< the indicator is a share: nothing below 0 or above 1
    double screen = 1;            ///< how many times a stored value is multiplied for the screen
    std::string where;            ///< canonical
    std::optional<Period> period; ///< from `set`
};

struct DimensionPlan {
    const ColumnRule *rule = nullptr; ///< nothing: the source has no such column
    std::size_t column = 0;
};

/// Points into the recipe, which must outlive it.
struct TablePlan {
    ColumnIndex columns;
    DimensionPlan origin, generation, period;
    std::optional<Period> constantPeriod;
    std::vector<MeasurePlan> measures;
    std::vector<std::pair<WhenPlan, const SetAsideRule *>> setAside;

    [[nodiscard]] static Result<TablePlan> make(const Recipe &recipe, const Catalogue &catalogue,
                                                const std::vector<std::string_view> &header, const std::string &file);
};

} // namespace evenredig
