#include "core/stats/formula.h"

#include "core/stats/rounding.h"

#include <algorithm>
#include <cassert>

namespace evenredig {

Formula::Formula(Shape shape, std::vector<LevelId> levels, std::vector<double> coefficients)
    : m_shape(shape), m_levels(std::move(levels)), m_coefficients(std::move(coefficients))
{
    assert(isLinear() || m_levels.size() <= mostCornered);
}

Formula Formula::level(LevelId id)
{
    return {Shape::Level, {id}, {1}};
}

Formula Formula::difference(LevelId a, LevelId b)
{
    assert(a != b);
    return {Shape::Difference, {a, b}, {1, -1}};
}

Formula Formula::linear(const std::vector<std::pair<LevelId, double>> &terms)
{
    std::vector<LevelId> levels;
    std::vector<double> coefficients;
    for (const auto &[id, coefficient] : terms) {
        const auto known = std::find(levels.begin(), levels.end(), id);
        if (known == levels.end()) {
            levels.push_back(id);
            coefficients.push_back(coefficient);
        } else {
            coefficients[std::size_t(known - levels.begin())] += coefficient;
        }
    }
    return {Shape::Linear, std::move(levels), std::move(coefficients)};
}

Formula Formula::gapChange(LevelId last, LevelId lastReference, LevelId first, LevelId firstReference)
{
    return {Shape::Linear, {last, lastReference, first, firstReference}, {1, -1, -1, 1}};
}

Formula Formula::ratio(LevelId a, LevelId b)
{
    return {Shape::Ratio, {a, b}};
}

Formula Formula::oddsRatio(LevelId a, LevelId b)
{
    return {Shape::OddsRatio, {a, b}};
}

Formula Formula::shortfallRatio(LevelId a, LevelId b)
{
    return {Shape::ShortfallRatio, {a, b}};
}

Formula Formula::ratioChange(LevelId a0, LevelId b0, LevelId a1, LevelId b1)
{
    return {Shape::RatioChange, {a0, b0, a1, b1}};
}

Formula Formula::shareClosed(LevelId g0, LevelId r0, LevelId g1, LevelId r1)
{
    return {Shape::ShareClosed, {g0, r0, g1, r1}};
}

Formula Formula::slope(const std::vector<LevelId> &ids, const Levels &levels)
{
    std::vector<double> years;
    for (const LevelId id : ids)
        years.push_back(levels.at(id).period.axisPosition());
    return {Shape::Linear, ids, slopeCoefficients(years)};
}

double Formula::value(std::span<const double> at) const
{
    switch (m_shape) {
    case Shape::Ratio: return at[0] / at[1];
    case Shape::OddsRatio: return at[0] * (1 - at[1]) / ((1 - at[0]) * at[1]);
    case Shape::ShortfallRatio: return (1 - at[0]) / (1 - at[1]);
    case Shape::RatioChange: return at[2] / at[3] - at[0] / at[1];
    case Shape::ShareClosed: return 1 - (at[2] - at[3]) / (at[0] - at[1]);
    default: break;
    }
    double sum = 0;
    for (std::size_t i = 0; i < at.size(); ++i)
        sum += m_coefficients[i] * at[i];
    return sum;
}

std::vector<double> Formula::gradient(std::span<const double> at) const
{
    switch (m_shape) {
    case Shape::Ratio: return {1 / at[1], -at[0] / (at[1] * at[1])};
    case Shape::OddsRatio: {
        const double odds = value(at);
        return {odds / (at[0] * (1 - at[0])), -odds / (at[1] * (1 - at[1]))};
    }
    case Shape::ShortfallRatio: {
        const double base = 1 - at[1];
        return {-1 / base, (1 - at[0]) / (base * base)};
    }
    case Shape::RatioChange: return {-1 / at[1], at[0] / (at[1] * at[1]), 1 / at[3], -at[2] / (at[3] * at[3])};
    case Shape::ShareClosed: {
        const double first = at[0] - at[1], last = at[2] - at[3];
        const double slope = last / (first * first);
        return {slope, -slope, -1 / first, 1 / first};
    }
    default: return m_coefficients;
    }
}

} // namespace evenredig
