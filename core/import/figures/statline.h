// A StatLine table comes in four forms of CSV: with keys or with titles, with symbols or without. Its
// _metadata.csv, when it lies beside, says which title belongs to which key, so that one recipe reads them all.
#pragma once

#include "core/import/recipe/recipe.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace evenredig {

/// What <table>_metadata.csv says: the columns and the values of the dimensions. Immutable after parse().
class StatlineMetadata {
public:
    /// Faults: those of CSV, FormatWrong when there is no section DataProperties.
    [[nodiscard]] static Result<StatlineMetadata> parse(std::string_view bytes, const std::string &file);
    /// The metadata beside a table: 83958NED_metadata.csv of 83958NED_TypedDataSet_….csv, or the same name with
    /// _metadata, or the only one in the folder, if it knows every column of the header but "ID". Nothing: none.
    [[nodiscard]] static Result<std::optional<StatlineMetadata>> beside(const std::string &path,
                                                                        const std::vector<std::string> &header);

    [[nodiscard]] const std::string &file() const { return m_file; }
    /// The key of a column by its key or title ("Waarde (%)", "Groep/Waarde (%)"); the text itself when the
    /// metadata do not know it, or know it twice.
    [[nodiscard]] std::string columnKey(std::string_view name) const;
    [[nodiscard]] bool knowsColumn(std::string_view name) const;
    /// The code of a value of a dimension by its code or title; the text itself when it is not known, or known
    /// twice. A star behind it is left out.
    [[nodiscard]] std::string code(const std::string &dimension, std::string_view text) const;
    [[nodiscard]] bool isDimension(const std::string &key) const { return m_values.contains(key); }
    /// Whether the figures of a period are provisional: its status says so, or a star behind its title.
    [[nodiscard]] bool isProvisional(const std::string &dimension, const std::string &code) const;
    /// The recipe with keys for titles and codes for the titles of values.
    [[nodiscard]] Recipe inKeys(Recipe recipe) const;

private:
    struct Topic {
        std::string id, parent, type, key, title, unit;
    };
    /// Title → code; an empty code where two have the title.
    using Titles = std::map<std::string, std::string, std::less<>>;

    void takeTopic(const std::map<std::string, std::string> &row);
    void takeValue(const std::string &dimension, const std::map<std::string, std::string> &row);
    void nameColumns();
    [[nodiscard]] std::string pathOf(const Topic &topic) const;
    void ruleInKeys(ColumnRule &rule) const;
    [[nodiscard]] std::map<std::string, std::string> whenInKeys(const std::map<std::string, std::string> &when) const;

    std::string m_file;
    std::vector<Topic> m_topics;
    std::map<std::string, std::size_t> m_places; ///< of a topic, by its id
    Titles m_columns;                            ///< key or title → key
    std::map<std::string, Titles> m_values;
    std::set<std::pair<std::string, std::string>> m_provisional; ///< dimension, code
};

} // namespace evenredig
