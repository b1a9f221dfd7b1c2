// What one column could be, judged by its name and its values; the draft chooses among the columns.
#pragma once

#include "core/import/draft/draft.h"
#include "core/model/vocabulary.h"

namespace evenredig {

struct NameMatch {
    enum class Kind { None, Part, Exact };
    Kind kind = Kind::None;
    std::string term; ///< the name of the vocabulary that it is or resembles
};
/// A column's name as it is compared: folded, and word by word.
struct ColumnWords {
    explicit ColumnWords(std::string_view name);
    std::string folded;
    std::vector<std::string> words;
};
/// "Herkomst" is a name of the origin; "herkomst_resp" and "gew2020" only resemble one.
[[nodiscard]] NameMatch matchName(const ColumnWords &column, const KnownVariable &variable);

/// Best first; never empty. Each is a whole column of a draft.
[[nodiscard]] std::vector<DraftColumn> columnSuggestions(const ColumnProfile &column);
/// A column in this role, as it would be without any doubt: values, numbers, bands, order, labels.
[[nodiscard]] DraftColumn columnInRole(const ColumnProfile &column, ColumnRole role, const std::string &variable);

/// The roles that only one column can have.
[[nodiscard]] bool isSingle(ColumnRole role);

} // namespace evenredig
