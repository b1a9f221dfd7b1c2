// One column of persons on its way in: cells become codes of its dictionary.
#pragma once

#include "core/data/codes.h"
#include "core/import/recipe/cellrule.h"

namespace evenredig {

/// Every different cell is taken apart once; after that it costs one look-up. The rule must outlive it.
class SurveyColumn {
public:
    struct Cell {
        std::uint32_t code = 0;
        bool unreadable = false; ///< not what the recipe says; the code is an absence
    };

    explicit SurveyColumn(const CellRule &rule) : m_rule(&rule) {}

    /// Cells are read by another rule from here on; the dictionary goes on.
    void readBy(const CellRule &rule);
    /// Of a trimmed cell.
    [[nodiscard]] Cell cell(std::string_view text);
    [[nodiscard]] const Dictionary &dictionary() const { return m_dictionary; }
    /// Labels and the order of the rule go into the dictionary.
    void complete();
    /// Gives the dictionary's memory back: the column is left out.
    void forget();

private:
    const CellRule *m_rule;
    Dictionary m_dictionary;
    TextTable m_texts;         ///< the cells so far
    std::vector<Cell> m_cells; ///< what each of them means
};

} // namespace evenredig
