// What a recipe says about the cells of one column of persons.
#pragma once

#include "core/import/recipe/recipe.h"

#include <functional>
#include <optional>

namespace evenredig {

/// The one character that no value may have: it marks absences in the workspace (U+001F). All others are kept, be they
/// tabs, breaks or other controls.
[[nodiscard]] bool hasReservedCharacter(std::string_view text);

/// May be used by several threads at once. The recipe must outlive it.
class CellRule {
public:
    /// The id that a recoded text stands for (an origin, a period); nothing: it is none. Used by several threads.
    using Convert = std::function<std::optional<std::string>(std::string_view)>;

    struct Meaning {
        std::string value; ///< of an absence as the source wrote it
        std::optional<Missing> missing;
        bool unreadable = false; ///< not what the recipe says; then an absence
    };

    /// `rule` is null for a column that the recipe does not name, `convert` for one of free values.
    CellRule(const ReadOptions &options, const ColumnRule *rule, Convert convert = {});

    /// Of a trimmed cell.
    [[nodiscard]] Meaning meaningOf(std::string_view text) const;
    /// Why a cell is an absence that the recipe or the source names; nothing when it is not.
    [[nodiscard]] std::optional<Missing> absence(std::string_view text) const;
    /// Why a cell that is unreadable is so, as a reason code of the ledger.
    [[nodiscard]] std::string_view reasonFor(std::string_view text) const;
    /// Whether every text stands for itself.
    [[nodiscard]] bool isFree() const { return !m_convert && !readsNumbers() && (!m_rule || !m_rule->hasRecode); }
    /// Null: the recipe does not name the column.
    [[nodiscard]] const ColumnRule *rule() const { return m_rule; }
    [[nodiscard]] bool readsNumbers() const { return m_rule && (m_rule->number || !m_rule->bands.empty()); }
    /// The ids of an ordered scale, from the lowest.
    [[nodiscard]] std::vector<std::string> order() const;

private:
    [[nodiscard]] bool isPossible(double number) const;
    [[nodiscard]] std::string codeOf(std::string_view text) const;
    [[nodiscard]] Meaning valid(std::string_view text) const;
    [[nodiscard]] Meaning band(double number) const;

    const ReadOptions *m_options;
    Marks m_marks; ///< of its numbers
    const ColumnRule *m_rule;
    Convert m_convert;
};

} // namespace evenredig
