// The values of a column, read as an origin, a generation, a period or the codes of a variable of the catalogue.
#pragma once

#include "core/import/draft/draft.h"
#include "core/model/vocabulary.h"

namespace evenredig {

[[nodiscard]] std::vector<DraftValue> originValues(const ColumnProfile &column);
/// Codes and labels of the variable; also the usual codes of sex, generation, and yes and no, when `usualCodes`.
[[nodiscard]] std::vector<DraftValue> codedValues(const ColumnProfile &column, const KnownVariable &variable,
                                                  bool usualCodes);
[[nodiscard]] std::vector<DraftValue> periodValues(const ColumnProfile &column);
/// Only those that are no number by the column's marks, and codes for an absence.
[[nodiscard]] std::vector<DraftValue> numberValues(const ColumnProfile &column);
/// As they are, apart from those that say that there is none.
[[nodiscard]] std::vector<DraftValue> keptValues(const ColumnProfile &column);

/// How well the values fit. What says that there is none is not counted.
struct ValueFit {
    long known = 0, unknown = 0; ///< different values
    long knownRows = 0, unknownRows = 0;
    long usual = 0;               ///< known only as usual codes
    std::vector<std::string> ids; ///< to which they are recoded, each once

    [[nodiscard]] long all() const { return known + unknown; }
    [[nodiscard]] double share() const;
};
[[nodiscard]] ValueFit fitOf(const std::vector<DraftValue> &values);

} // namespace evenredig
