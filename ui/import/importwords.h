// How the import says things: names and numbers in the window's language.
#pragma once

#include "core/base/numberformat.h"
#include "core/import/draft/draft.h"
#include "core/model/catalogue.h"
#include "core/quality/datasetquality.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QString>

namespace evenredig {

struct ImportWords {
    Q_DECLARE_TR_FUNCTIONS(ImportWords)

public:
    Language language = Language::Dutch;
    NumberFormat numbers;

    [[nodiscard]] QString number(double value, int decimals = 0) const;
    /// 0.123 is "12,3%".
    [[nodiscard]] QString percent(double share) const;
    [[nodiscard]] QString role(ColumnRole role) const;
    [[nodiscard]] static QString absence(Missing reason);
    [[nodiscard]] QString origin(const std::string &id, const std::string &classification,
                                 const Catalogue &catalogue) const;
    /// For narrow columns.
    [[nodiscard]] QString shortOrigin(const std::string &id, const std::string &classification,
                                      const Catalogue &catalogue) const;
    [[nodiscard]] QString generation(const std::string &id, const Catalogue &catalogue) const;
    /// What a value of a column becomes: an origin, a code of a variable, an id as it stands.
    [[nodiscard]] QString code(const DraftColumn &column, const std::string &id, const std::string &classification,
                               const Catalogue &catalogue) const;
    [[nodiscard]] QString ledgerReason(const LedgerEntry &entry) const;
    /// "28 november 14:05".
    [[nodiscard]] QString moment(const QDateTime &time) const;
    [[nodiscard]] QString bytes(std::uint64_t count) const;
    [[nodiscard]] static QString usable(Usability::Answer answer);
};

/// The id under which a column's values are known to the vocabulary; empty: of no variable.
[[nodiscard]] std::string variableOf(const DraftColumn &column);

} // namespace evenredig
