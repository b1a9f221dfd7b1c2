// A function of at most sixteen levels: all that a question computes is one of these.
#pragma once

#include "core/stats/level.h"

#include <span>

namespace evenredig {

class Formula {
public:
    enum class Shape { Level, Difference, Linear, Ratio, OddsRatio, ShortfallRatio, RatioChange, ShareClosed };
    static constexpr std::size_t mostCornered = 16; ///< levels of a function that is not linear

    [[nodiscard]] static Formula level(LevelId id);
    /// a − b.
    [[nodiscard]] static Formula difference(LevelId a, LevelId b);
    /// Σ cᵢ·θᵢ. A level may be given twice: it counts once, with the sum of its coefficients.
    [[nodiscard]] static Formula linear(const std::vector<std::pair<LevelId, double>> &terms);
    /// (last − its reference) − (first − its reference): a linear one that remembers both gaps.
    [[nodiscard]] static Formula gapChange(LevelId last, LevelId lastReference, LevelId first, LevelId firstReference);
    [[nodiscard]] static Formula ratio(LevelId a, LevelId b);          ///< a/b
    [[nodiscard]] static Formula oddsRatio(LevelId a, LevelId b);      ///< a/(1 − a) / (b/(1 − b))
    [[nodiscard]] static Formula shortfallRatio(LevelId a, LevelId b); ///< (1 − a)/(1 − b)
    /// a₁/b₁ − a₀/b₀.
    [[nodiscard]] static Formula ratioChange(LevelId a0, LevelId b0, LevelId a1, LevelId b1);
    /// 1 − (g₁ − r₁)/(g₀ − r₀).
    [[nodiscard]] static Formula shareClosed(LevelId g0, LevelId r0, LevelId g1, LevelId r1);
    /// Slope per year over levels at different times, equal weight per level: Σ a_t θ_t with
    /// a_t = (τ_t − τ̄)/Σ(τ − τ̄)² (statistics.md §6, "Trend").
    [[nodiscard]] static Formula slope(const std::vector<LevelId> &ids, const Levels &levels);

    [[nodiscard]] Shape shape() const { return m_shape; }
    [[nodiscard]] const std::vector<LevelId> &levels() const { return m_levels; }
    [[nodiscard]] const std::vector<double> &coefficients() const { return m_coefficients; } ///< of a linear shape
    [[nodiscard]] bool isLinear() const { return m_shape <= Shape::Linear; }
    /// Values in the order of levels(). Not finite where a denominator is 0.
    [[nodiscard]] double value(std::span<const double> at) const;
    /// ∂/∂θᵢ in the order of levels().
    [[nodiscard]] std::vector<double> gradient(std::span<const double> at) const;

private:
    Formula(Shape shape, std::vector<LevelId> levels, std::vector<double> coefficients = {});

    Shape m_shape;
    std::vector<LevelId> m_levels;
    std::vector<double> m_coefficients;
};

} // namespace evenredig
