// One column of persons on its way in: cells become codes, by the recipe's rule.
#pragma once

#include "core/data/codedcolumn.h"
#include "core/import/recipe.h"

#include <functional>
#include <optional>

namespace evenredig {

/// A number by the recipe's marks, the double that is nearest to the text; nothing when it is none.
[[nodiscard]] std::optional<double> readReal(std::string_view text, const ReadOptions &options);

/// Every different cell is taken apart once; after that it costs one look-up. The recipe must outlive it.
class SurveyColumn {
public:
    struct Cell {
        std::uint32_t code = 0;
        bool unreadable = false; ///< not what the recipe says; the code is an absence
    };

    /// The id that a recoded text stands for (an origin, a period); nothing: it is none.
    using Convert = std::function<std::optional<std::string>(std::string_view)>;

    /// `rule` is null for a column that the recipe does not name, `convert` for one of free values.
    SurveyColumn(const ReadOptions &options, const ColumnRule *rule, Convert convert = {});

    [[nodiscard]] Cell cell(std::string_view text);
    [[nodiscard]] const Dictionary &dictionary() const { return m_dictionary; }
    /// Labels and the order of the rule go into the dictionary.
    void complete();
    /// Gives the dictionary's memory back: the column is left out.
    void forget();

private:
    [[nodiscard]] Cell resolve(std::string_view text);
    [[nodiscard]] Cell absent(std::string_view text, Missing reason);
    [[nodiscard]] Cell unreadable();
    [[nodiscard]] Cell valid(std::string_view text);
    [[nodiscard]] Cell band(double number);

    const ReadOptions *m_options;
    ReadOptions m_marks; ///< of its numbers
    const ColumnRule *m_rule;
    Convert m_convert;
    Dictionary m_dictionary;
    TextTable m_texts;         ///< the cells so far
    std::vector<Cell> m_cells; ///< what each of them means
};

} // namespace evenredig
