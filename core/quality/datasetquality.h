// How good a data set of persons is, as a value: counts, what is missing, weights, changed codes, uses.
#pragma once

#include "core/base/reason.h"
#include "core/data/dataset.h"
#include "core/data/microdata.h"

#include <cstdint>
#include <map>

namespace evenredig {

/// Of one origin and generation ("total": all of the origin) in one period ("": all periods).
struct QualityGroup {
    std::string origin, generation, period;
    std::int64_t n = 0;
    double weight = 0;                  ///< Σw; n without weights
    std::optional<double> nEffective;   ///< Kish: (Σw)² / Σw²; nothing without weights
    std::optional<double> designEffect; ///< n Σw² / (Σw)²
    std::optional<double> cv;           ///< of the weights: √(n Σw² / (Σw)² − 1)
    std::optional<double> least, most;  ///< weight
    std::optional<double> extremeLimit; ///< extremeWeightFactor × the mean weight of the origin
    std::int64_t extreme = 0;           ///< rows with a larger weight than the limit
};
/// A weight is called extreme above this many times the mean weight of its origin and period.
inline constexpr double extremeWeightFactor = 5;

struct QualityMissing {
    struct Group {
        std::string origin, generation; ///< generation "total": of all of the origin
        std::int64_t rows = 0, missing = 0;
    };
    std::string variable;
    LocalText label;
    std::int64_t rows = 0;    ///< all
    std::int64_t missing = 0; ///< of them without a value
    double weightedShare = 0; ///< of Σw
    std::map<Missing, std::int64_t> reasons;
    std::vector<Group> groups; ///< by origin, generation

    [[nodiscard]] double share() const { return rows > 0 ? double(missing) / double(rows) : 0; }
};

/// "usable for": level, trend, split by generation.
struct Usability {
    enum class Answer { Yes, WithCare, No };
    Answer level = Answer::No, trend = Answer::No, generations = Answer::No;
    Reason levelWhy, trendWhy, generationsWhy; ///< texts "quality.<key>"
};
struct QualityOrigin {
    std::string origin;
    Usability usable;
};

struct CodeListChange {
    std::string variable;
    LocalText label;
    std::string previous; ///< data set
    std::vector<std::string> added, gone;
};

struct DatasetQuality {
    std::string dataset;
    LocalText title;
    std::string classification;
    std::int64_t rows = 0;
    ImportCounts counts;
    bool weighted = false;
    WeightScope scope = WeightScope::Population;
    std::vector<std::string> periods;
    std::vector<QualityGroup> groups;    ///< by period, origin, generation; first those of all periods
    QualityGroup all;                    ///< origin and generation ""
    std::vector<QualityMissing> missing; ///< in the order of the file, without origin, generation, period
    double missingShare = 0;             ///< of all values of all variables
    std::vector<QualityOrigin> origins;
    std::string previous; ///< the data set that was compared with; empty: none
    std::vector<CodeListChange> changes;

    [[nodiscard]] const QualityGroup *group(std::string_view origin, std::string_view generation,
                                            std::string_view period = {}) const;
};

} // namespace evenredig
