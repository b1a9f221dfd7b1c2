// How the periods of one column are written: "2010-11" beside "2012-13" is a school year, beside "2010-06" a month.
#pragma once

#include "core/base/error.h"
#include "core/model/period.h"

#include <optional>
#include <string>
#include <string_view>

namespace evenredig {

/// What the texts of a column say together. Only texts like "2010-11" can be read two ways.
struct PeriodTexts {
    enum class Kind { Plain, Months, SchoolYears, TwoWays };
    long months = 0;      ///< only months: "2010-06"
    long schoolYears = 0; ///< only school years: "2012-13", "1999-00"
    long either = 0;      ///< "2010-11"
    std::string example;  ///< of what can be read two ways, or else of a school year

    void add(std::string_view text);
    /// Plain: no text of that form. TwoWays: nothing decides, or the texts contradict each other.
    [[nodiscard]] Kind kind() const;
};

/// The period of a text in a column of that kind; a year that is held as a number ("2020.0") is a year. Nothing when it is
/// none.
[[nodiscard]] std::optional<Period> periodIn(PeriodTexts::Kind kind, std::string_view text);
/// Why a text is no period, as a reason of the ledger: a week, half a year, or not known.
[[nodiscard]] std::string_view whyNoPeriod(PeriodTexts::Kind kind, std::string_view text);
/// PeriodAmbiguous, of a column of kind TwoWays.
[[nodiscard]] Error periodAmbiguous(const PeriodTexts &texts, const std::string &column, const std::string &file);

} // namespace evenredig
