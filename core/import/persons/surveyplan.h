// What an import of persons does with each column of its source.
#pragma once

#include "core/import/persons/surveydesign.h"
#include "core/import/recipe/cellrule.h"
#include "core/import/recipe/columnindex.h"
#include "core/import/recognise/periodtexts.h"
#include "core/model/catalogue.h"

namespace evenredig {

/// Made from the header of the first source; from then on a value that several threads read. Recipe and catalogue must
/// outlive it.
struct SurveyPlan {
    struct Column {
        CellRule cells;
        std::size_t source = 0; ///< the column of the source
        std::string name;       ///< of the variable
    };
    /// Rows that the recipe leaves out on purpose: column of the source and the text it must have.
    struct SetAside {
        std::vector<std::pair<std::size_t, std::string>> when;
        const SetAsideRule *rule = nullptr;
    };

    [[nodiscard]] static Result<SurveyPlan> make(const Recipe &recipe, const Catalogue &catalogue,
                                                 const std::vector<std::string> &header, const std::string &file,
                                                 PeriodTexts::Kind periods = PeriodTexts::Kind::Plain);

    Marks weightMarks;
    std::vector<std::string> header;   ///< trimmed
    std::vector<Column> columns;       ///< those of the recipe in its order, then the others
    std::size_t origin = 0;            ///< in `columns`
    std::optional<std::size_t> period; ///< in `columns`; nothing: it is constant
    std::string constantPeriod;
    PeriodTexts::Kind periods = PeriodTexts::Kind::Plain; ///< how the column of periods is written
    std::optional<std::size_t> weight;                    ///< the column of the source
    std::vector<SetAside> setAside;
    std::vector<std::string> whyNot; ///< per column of the source: the reason that it is left out, or ""
    SurveyDesign design;

private:
    SurveyPlan(const Recipe &recipe, const std::vector<std::string> &names);
    [[nodiscard]] Result<void> planNamed(const Recipe &recipe, const Catalogue &catalogue, ColumnIndex &index,
                                         const std::string &file);
    [[nodiscard]] Result<void> planPeriod(const Recipe &recipe, const Catalogue &catalogue, ColumnIndex &index,
                                          const std::string &file);
    [[nodiscard]] Result<void> planDesign(const Recipe &recipe, ColumnIndex &index);
    [[nodiscard]] Result<void> planSetAside(const Recipe &recipe, ColumnIndex &index);
    [[nodiscard]] Result<void> planLeftOut(const Recipe &recipe, ColumnIndex &index);
    void planUnnamed(const Recipe &recipe, const Catalogue &catalogue);
};

} // namespace evenredig
