#include "core/stats/level.h"

#include "core/base/texts.h"
#include "core/stats/quantile.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace evenredig {

LevelId Levels::add(Level level)
{
    m_levels.push_back(std::move(level));
    return m_levels.size() - 1;
}

void Levels::setCovariance(std::vector<LevelId> ids, std::vector<double> matrix)
{
    assert(matrix.size() == ids.size() * ids.size());
    m_blocks.push_back({std::move(ids), std::move(matrix)});
}

const double *Levels::entry(LevelId a, LevelId b) const
{
    for (const Block &block : m_blocks) {
        const auto row = std::find(block.ids.begin(), block.ids.end(), a);
        const auto column = std::find(block.ids.begin(), block.ids.end(), b);
        if (row != block.ids.end() && column != block.ids.end())
            return &block.matrix[std::size_t(row - block.ids.begin()) * block.ids.size()
                                 + std::size_t(column - block.ids.begin())];
    }
    return nullptr;
}

Uncertainty Levels::uncertainty(LevelId id) const
{
    const Level &level = at(id);
    if (entry(id, id))
        return Uncertainty::Covariance;
    if (level.low && level.high)
        return Uncertainty::Margin;
    if (level.sourceKind == SourceKind::Register)
        return Uncertainty::Rounding;
    return level.computed ? Uncertainty::NotComputed : Uncertainty::NotPrinted;
}

double Levels::covariance(LevelId a, LevelId b, Unit unit) const
{
    if (const double *known = entry(a, b))
        return *known;
    if (a != b || uncertainty(a) != Uncertainty::Margin)
        return 0;
    const double error = errorOfMargin(at(a), unit);
    return error * error;
}

std::pair<Comparability, LocalText> Levels::compare(LevelId first, LevelId second) const
{
    const Level &a = at(first);
    const Level &b = at(second);
    const auto because = [](const char *key) {
        return std::pair{Comparability::No, LocalText{text(Language::Dutch, key), text(Language::English, key)}};
    };
    if (a.classification != b.classification)
        return because("reason.classification");
    if (a.universe.nl != b.universe.nl)
        return because("reason.universe");
    if (a.sourceKind != b.sourceKind)
        return because("reason.source_kind");
    if (a.period != b.period && a.period.overlaps(b.period))
        return because("reason.overlap");
    return declared(first, second);
}

std::pair<Comparability, LocalText> Levels::declared(LevelId first, LevelId second) const
{
    const std::string &a = at(first).dataset, &b = at(second).dataset;
    for (const auto &pair : {std::pair{a, b}, std::pair{b, a}}) {
        const auto found = m_comparability.find(pair);
        if (found != m_comparability.end() && a != b)
            return found->second;
    }
    return {Comparability::Yes, {}};
}

std::pair<Comparability, LocalText> Levels::compareAll(const std::vector<LevelId> &course) const
{
    std::pair<Comparability, LocalText> worst{Comparability::Yes, {}};
    for (std::size_t i = 0; i + 1 < course.size(); ++i) {
        std::pair<Comparability, LocalText> step = declared(course[i], course[i + 1]);
        if (step.first > worst.first)
            worst = std::move(step);
    }
    return worst;
}

bool Levels::isDeclared(const LocalText &reason) const
{
    return std::any_of(m_comparability.begin(), m_comparability.end(),
                       [&](const auto &entry) { return entry.second.second == reason; });
}

std::optional<double> eventsOf(const Level &level, Unit unit)
{
    if (unit != Unit::Percent || !level.n || !level.value)
        return std::nullopt;
    const double count = *level.value * *level.n;
    return std::min(count, *level.n - count);
}

Scale scaleOfMargin(const Level &level, Unit unit)
{
    const double below = *level.value - *level.low, above = *level.high - *level.value;
    // Ends and middle are each printed to within `half`: so much can a symmetric margin seem askew.
    if (std::fabs(above - below) <= 4 * level.half + 1e-12)
        return Scale::Plain;
    if (unit == Unit::Percent && *level.low > 0 && *level.value > 0 && *level.value < 1 && *level.high < 1)
        return Scale::Logit;
    if (unit != Unit::Percent && hasTrueZero(unit) && *level.low > 0)
        return Scale::Log;
    return Scale::Plain;
}

double toScale(Scale scale, double value)
{
    switch (scale) {
    case Scale::Log: return std::log(value);
    case Scale::Logit: return std::log(value / (1 - value));
    case Scale::Plain: break;
    }
    return value;
}

double fromScale(Scale scale, double value)
{
    switch (scale) {
    case Scale::Log: return std::exp(value);
    case Scale::Logit: return 1 / (1 + std::exp(-value));
    case Scale::Plain: break;
    }
    return value;
}

double errorOfMargin(const Level &level, Unit unit)
{
    const Scale scale = scaleOfMargin(level, unit);
    const double error = (toScale(scale, *level.high) - toScale(scale, *level.low)) / (2 * normalQuantile(0.975));
    const double value = *level.value;
    switch (scale) { // the derivative of the inverse at the value
    case Scale::Log: return error * value;
    case Scale::Logit: return error * value * (1 - value);
    case Scale::Plain: break;
    }
    return error;
}

} // namespace evenredig
