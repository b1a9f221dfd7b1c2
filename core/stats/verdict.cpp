#include "core/stats/verdict.h"

#include "core/stats/estimate.h"
#include "core/stats/quantile.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <tuple>

namespace evenredig {

namespace {

// Printed figures meet margins exactly (a difference of 0.02 against a margin of 0.02), and doubles miss
// such ties by their last bits: relative to a margin in euros, absolute to one in shares.
constexpr double tie = 1e-12;

double tieAt(double margin)
{
    return tie * std::max(1.0, margin);
}

int signOf(const Estimate &estimate)
{
    if (*estimate.low > tie)
        return 1;
    if (*estimate.high < -tie)
        return -1;
    return 0;
}

bool withinMargin(const Estimate &estimate, const Indicator &indicator)
{
    if (!indicator.relevance)
        return false;
    const double margin = *indicator.relevance + tieAt(*indicator.relevance);
    return *estimate.low >= -margin && *estimate.high <= margin;
}

Size sizeOf(const Estimate &estimate, const Indicator &indicator)
{
    const double relevance = indicator.relevance.value_or(0);
    const double margin = relevance + tieAt(relevance);
    return *estimate.low > margin || *estimate.high < -margin ? Size::BeyondMargin : Size::Small;
}

bool mayCompare(LevelId a, LevelId b, const Levels &levels)
{
    // In one period a group stands beside its reference, perhaps of another data set or kind of source.
    const bool beside = levels.at(a).period == levels.at(b).period;
    return (beside ? levels.declared(a, b) : levels.compare(a, b)).first != Comparability::No;
}

/// Of a gap change each line over time is looked at by itself: that the reference's own figures cross a break shows in
/// no comparison with the group's.
bool isComparable(Rule rule, const Formula &formula, const Levels &levels)
{
    const std::vector<LevelId> &ids = formula.levels();
    if (rule == Rule::GapChange)
        return mayCompare(ids[0], ids[2], levels) && mayCompare(ids[1], ids[3], levels);
    return std::all_of(ids.begin(), ids.end(), [&](LevelId id) { return mayCompare(ids.front(), id, levels); });
}

bool isUnreliable(LevelId id, const Levels &levels, Unit unit)
{
    const Level &level = levels.at(id);
    if (level.nEffective && *level.nEffective < 30)
        return true;
    if (const std::optional<double> events = eventsOf(level, unit); events && *events < 5 - 1e-6)
        return true;
    const Estimate single = estimate(Formula::level(id), levels, unit);
    return unit == Unit::Percent && isSampling(single.method) && single.hasInterval()
           && *single.high - *single.low > 0.30 + 1e-12;
}

/// The counts behind complete counts: each large enough, and together more than chance, or less than what matters.
bool countsAreEnough(const Formula &formula, const Levels &levels, const Indicator &indicator)
{
    const Unit unit = indicator.unit;
    std::vector<Counted> counted;
    bool complete = true;
    for (std::size_t i = 0; i < formula.levels().size(); ++i) {
        const Level &level = levels.at(formula.levels()[i]);
        if (level.sourceKind != SourceKind::Register) {
            complete = false; // its margin is wider than chance
            continue;
        }
        if (!enoughForVerdict(*level.value, level.n, unit))
            return false;
        complete = complete && level.n;
        if (complete)
            counted.push_back({formula.coefficients()[i], *level.value, *level.n});
    }
    const auto chance = complete ? chanceInterval(counted, unit) : std::nullopt;
    if (!chance || chance->first > 0 || chance->second < 0)
        return true;
    Estimate fluctuation;
    std::tie(fluctuation.low, fluctuation.high) = *chance;
    return withinMargin(fluctuation, indicator);
}

Judgement without(Status status, Verdict verdict)
{
    return {status, {verdict, Size::None, std::nullopt, std::nullopt}};
}

/// Rule 1: what keeps a difference from being judged; nothing when it may be.
std::optional<Judgement> bar(Rule rule, const Formula &formula, const Levels &levels, const Indicator &indicator)
{
    if (!isComparable(rule, formula, levels))
        return without(Status::NotComparable, Verdict::NotComparable);
    bool few = false, unreliable = false, unprinted = false;
    const bool judged = indicator.unit != Unit::Count;
    for (const LevelId id : formula.levels()) {
        const Level &level = levels.at(id);
        const bool survey = level.sourceKind == SourceKind::Survey;
        few = few || (judged && survey && level.n && *level.n < indicator.minimumN);
        unreliable = unreliable || (judged && survey && isUnreliable(id, levels, indicator.unit));
        unprinted = unprinted || levels.uncertainty(id) == Uncertainty::NotPrinted;
    }
    if (few)
        return without(Status::TooFew, Verdict::TooFew);
    if (unreliable)
        return without(Status::Unreliable, Verdict::Unreliable);
    if (unprinted)
        return without(Status::NoMargin, judged && rule != Rule::Level ? Verdict::NoMargin : Verdict::None);
    // Complete counts are exact: their status stays, only the words go.
    if (judged && rule != Rule::Level && !countsAreEnough(formula, levels, indicator))
        return without(Status::Ok, Verdict::TooFew);
    return std::nullopt;
}

} // namespace

Assessment judgeDifference(const Estimate &difference, const Indicator &indicator)
{
    const int sign = signOf(difference);
    if (withinMargin(difference, indicator))
        return {Verdict::Equal, Size::None, sign != 0, {}};
    if (sign == 0)
        return {Verdict::NotDemonstrable, Size::None, false, {}};
    const Size size = sizeOf(difference, indicator);
    if (size == Size::Small || indicator.direction == Direction::Neutral)
        return {sign > 0 ? Verdict::Higher : Verdict::Lower, size, true, {}};
    const bool favourable = (sign > 0) == (indicator.direction == Direction::Higher);
    return {favourable ? Verdict::MoreFavourable : Verdict::LessFavourable, size, true, {}};
}

Assessment judgeChange(const Estimate &change, const Indicator &indicator)
{
    const int sign = signOf(change);
    if (withinMargin(change, indicator))
        return {Verdict::Unchanged, Size::None, sign != 0, {}};
    if (sign == 0)
        return {Verdict::NotDemonstrable, Size::None, false, {}};
    return {sign > 0 ? Verdict::Larger : Verdict::Smaller, sizeOf(change, indicator), true, {}};
}

Assessment judgeGapChange(const Estimate &first, const Estimate &last, const Estimate &change,
                          const Indicator &indicator)
{
    const int c = signOf(change);
    if (withinMargin(change, indicator))
        return {Verdict::Unchanged, Size::None, c != 0, {}};
    if (c == 0)
        return {Verdict::NotDemonstrable, Size::None, false, {}};
    const int s0 = signOf(first);
    const int s1 = signOf(last);
    const Size size = sizeOf(change, indicator);
    if (s0 * s1 == -1)
        return {Verdict::Reversed, size, true, {}};
    if (s0 != 0)
        return {c * s0 < 0 ? Verdict::Smaller : Verdict::Larger, size, true, {}};
    if (s1 != 0 && c * s1 > 0)
        return {Verdict::Larger, size, true, {}};
    return {Verdict::Changed, size, true, {}};
}

std::optional<std::pair<double, double>> chanceInterval(const std::vector<Counted> &figures, Unit unit)
{
    double sum = 0, variance = 0;
    for (const Counted &figure : figures) {
        const double v = figure.value;
        if (!(figure.n > 0 && v >= 0))
            return std::nullopt;
        double own = 0;
        if (unit == Unit::Percent && v <= 1)
            own = v * (1 - v) / figure.n;
        else if (unit == Unit::Per1000 || unit == Unit::Per10000)
            own = v / figure.n; // Poisson: Var(k/n) = (k/n)/n
        else
            return std::nullopt;
        sum += figure.coefficient * v;
        variance += figure.coefficient * figure.coefficient * own;
    }
    const double reach = normalQuantile(0.975) * std::sqrt(variance);
    return std::pair{sum - reach, sum + reach};
}

Measures measuresOfGap(const Assessment &gapChange, const Estimate &firstRatio, const Estimate &ratioChange)
{
    if (gapChange.verdict != Verdict::Smaller || !firstRatio.value || !ratioChange.hasInterval())
        return Measures::None;
    // Above 1 a ratio closes by falling, below 1 by rising.
    const int closing = *firstRatio.value > 1 ? -1 : 1;
    return signOf(ratioChange) == closing ? Measures::Agree : Measures::Disagree;
}

Measures measuresOfMovement(const Estimate &points, const Estimate &ratios)
{
    if (!points.hasInterval() || !ratios.hasInterval())
        return Measures::None;
    const int p = signOf(points), q = signOf(ratios);
    if (p == 0 && q == 0)
        return Measures::None;
    return p == q ? Measures::Agree : Measures::Disagree;
}

bool enoughForVerdict(double value, std::optional<double> n, Unit unit)
{
    if (!n || (unit != Unit::Percent && unit != Unit::Per1000 && unit != Unit::Per10000))
        return true;
    const double count = value * *n;
    const double events = unit == Unit::Percent ? std::min(count, *n - count) : count;
    return *n >= 100 && events >= 10 - 1e-6;
}

namespace {

/// A gap whose sign counts only where it is established by all rules, chance included (statistics.md §7, Development).
Estimate establishedGap(LevelId group, LevelId reference, const Levels &levels, const Indicator &indicator)
{
    const Formula difference = Formula::difference(group, reference);
    Estimate gap = estimate(difference, levels, indicator.unit);
    if (!judge(Rule::Difference, difference, levels, indicator).assessment.established.value_or(false)) {
        gap.low = std::min(*gap.low, 0.0);
        gap.high = std::max(*gap.high, 0.0);
    }
    return gap;
}

} // namespace

Judgement judge(Rule rule, const Formula &formula, const Levels &levels, const Indicator &indicator)
{
    for (const LevelId id : formula.levels()) {
        if (!levels.at(id).value)
            return {};
    }
    const std::optional<Judgement> barred = bar(rule, formula, levels, indicator);
    if (indicator.unit == Unit::Count) // no verdict on counts of persons
        return {barred && rule == Rule::Level ? barred->status : Status::Ok, {}};
    if (rule == Rule::Level)
        return barred.value_or(Judgement{});
    const Estimate whole = estimate(formula, levels, indicator.unit);
    Judgement judgement = barred.value_or(Judgement{});
    if (whole.se && judgement.status != Status::NotComparable) // of a sampled difference: 80 % chance of showing it
        judgement.assessment.mdv = 2.8 * *whole.se;
    if (barred || !whole.hasInterval())
        return judgement;
    const std::optional<double> mdv = judgement.assessment.mdv;
    switch (rule) {
    case Rule::Level: break;
    case Rule::Difference: judgement.assessment = judgeDifference(whole, indicator); break;
    case Rule::Change: judgement.assessment = judgeChange(whole, indicator); break;
    case Rule::GapChange: {
        const std::vector<LevelId> &ids = formula.levels();
        assert(ids.size() == 4);
        judgement.assessment = judgeGapChange(establishedGap(ids[2], ids[3], levels, indicator),
                                              establishedGap(ids[0], ids[1], levels, indicator), whole, indicator);
        break;
    }
    }
    judgement.assessment.mdv = mdv;
    return judgement;
}

} // namespace evenredig
