// Which of the nine questions can be asked of an indicator, and if not, why.
#pragma once

#include "ui/openworkspace.h"

#include <QCoreApplication>
#include <QString>

#include <array>

namespace evenredig {

inline constexpr std::array<Ask, askCount> allAsks{Ask::Level,    Ask::Development,  Ask::Gap,
                                                   Ask::Relative, Ask::Generations,  Ask::Proportionality,
                                                   Ask::Paradox,  Ask::Distribution, Ask::Overview};

enum class AskObstacle {
    None,
    NeedsPersons,  ///< published figures cannot answer it
    NoData,        ///< the workspace has no figures of the indicator
    OnePeriod,     ///< needs two periods or more
    NoReference,   ///< the data carry nothing to compare with
    NoGenerations, ///< the data do not tell the generations apart
    NoMargins      ///< computed from persons, as yet without a margin
};

/// The names of the questions and the reasons, in the language of the window.
class AskWords {
    Q_DECLARE_TR_FUNCTIONS(AskWords)

public:
    [[nodiscard]] static QString name(Ask ask);
    /// The question in a full sentence, for tooltips and status tips.
    [[nodiscard]] static QString sentence(Ask ask);
    [[nodiscard]] static QString obstacle(AskObstacle obstacle);
};

/// `coverage` may be null: nothing is known of the indicator. An overview does not need one.
[[nodiscard]] AskObstacle askSupported(Ask ask, const IndicatorCoverage *coverage, const Catalogue &catalogue);

} // namespace evenredig
