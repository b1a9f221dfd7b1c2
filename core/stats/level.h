// One number of one place, whatever it comes from, and all that a question may use of them.
#pragma once

#include "core/data/dataset.h"
#include "core/model/answer.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace evenredig {

/// A printed figure stands for a box of rounding, perhaps with a printed margin; a number from persons has a variance
/// with its cells. Or there is none, and `absence` says why. Values are in the file's unit.
struct Level {
    std::string origin, generation;
    Period period;
    std::string dataset, classification;
    LocalText universe; ///< as the source states it; empty: the indicator's
    std::string series; ///< levels of two series stand on no line together
    SourceKind sourceKind = SourceKind::Register;
    bool computed = false; ///< from rows of persons, not printed
    std::optional<double> value;
    std::optional<Missing> absence;
    double half = 0;                 ///< printed: stands for [value − half, value + half); 0: not rounded
    std::optional<double> low, high; ///< a 95% margin that the source prints
    std::optional<double> n, nEffective, missing;
    double missingShare = 0;  ///< weighted, of persons: of those in the domain who gave no valid answer
    std::optional<double> df; ///< of a sampled level, where the design tells
    int decimals = 0;         ///< on the screen's scale
    bool provisional = false;
};

/// What is known of the error of a level.
enum class Uncertainty {
    Rounding,   ///< a complete count: the box
    Margin,     ///< a sample with a printed margin
    Covariance, ///< a sample of which Levels knows the variance
    NotPrinted, ///< a sample whose source prints no margin
    NotComputed ///< from persons, and not known as yet
};

using LevelId = std::size_t;
/// The levels of one question, in the order of their making, with their covariance.
class Levels {
public:
    LevelId add(Level level);
    /// Variances and covariances of some levels, row by row, in the file's unit squared. Between two such blocks there
    /// is none.
    void setCovariance(std::vector<LevelId> ids, std::vector<double> matrix);
    void setComparability(Comparabilities table) { m_comparability = std::move(table); }

    [[nodiscard]] std::size_t size() const { return m_levels.size(); }
    [[nodiscard]] const Level &at(LevelId id) const { return m_levels[id]; }
    [[nodiscard]] const std::vector<Level> &all() const { return m_levels; }
    [[nodiscard]] Uncertainty uncertainty(LevelId id) const;
    /// The sampling covariance; of one level with itself its variance. A printed margin gives it on the scale of its
    /// shape; rounding is not in it.
    [[nodiscard]] double covariance(LevelId a, LevelId b, Unit unit) const;
    /// What the recipes say of the data sets of two levels; plain where they say nothing.
    [[nodiscard]] std::pair<Comparability, LocalText> declared(LevelId a, LevelId b) const;
    /// Of a course of levels in order of time: comparable only as far as each is with the next.
    [[nodiscard]] std::pair<Comparability, LocalText> compareAll(const std::vector<LevelId> &course) const;
    /// Whether a reason is one that a recipe gives.
    [[nodiscard]] bool isDeclared(const LocalText &reason) const;
    /// Whether a change from one to the other means anything, with the reason when that is not plain.
    [[nodiscard]] std::pair<Comparability, LocalText> compare(LevelId a, LevelId b) const;

private:
    struct Block {
        std::vector<LevelId> ids;
        std::vector<double> matrix;
    };
    [[nodiscard]] const double *entry(LevelId a, LevelId b) const; ///< null: in no block together

    std::vector<Level> m_levels;
    std::vector<Block> m_blocks;
    Comparabilities m_comparability;
};

/// min(k, n − k), k = value·n: the events that a share rests on. Nothing for other units, and where n is not known.
[[nodiscard]] std::optional<double> eventsOf(const Level &level, Unit unit);

/// The ends of a level's 95% margin on the scale on which it is (nearly) symmetric: plain, or for a share logit and for
/// other units with a true zero log. Where the source's margin is symmetric but for its rounding the plain scale serves.
enum class Scale { Plain, Log, Logit };
[[nodiscard]] Scale scaleOfMargin(const Level &level, Unit unit);
[[nodiscard]] double toScale(Scale scale, double value);
[[nodiscard]] double fromScale(Scale scale, double value);
/// Standard error of a printed margin on the plain scale, without the variance of rounding (statistics.md §6).
[[nodiscard]] double errorOfMargin(const Level &level, Unit unit);

} // namespace evenredig
