// Figures: one value per indicator, origin, generation, period, classification, universe and where.
#pragma once

#include "core/model/answer.h"

namespace evenredig {

/// A figure as printed in a source. Values are in the file's unit.
struct PublishedFigure {
    std::string dataset;
    std::string indicator;
    std::string origin;
    std::string generation;
    Period period;
    std::string classification;
    LocalText universe; ///< as the source states it
    std::string where;  ///< canonicalJson of the conditions; "[]" for none
    SourceKind sourceKind = SourceKind::Register;
    std::optional<double> value; ///< nothing: absent, then `absence` says why
    std::optional<Missing> absence;
    double half = 0;                 ///< half the unit of rounding: the printed value means [value−half, value+half)
    int decimals = 0;                ///< decimals on the screen's scale
    std::optional<double> low, high; ///< a margin that the source prints
    std::optional<double> n;
    bool provisional = false;
    long line = 0; ///< record's first line in the source file
};

} // namespace evenredig
