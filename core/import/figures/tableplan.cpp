#include "core/import/figures/tableplan.h"

namespace evenredig {

namespace {

Result<void> bindWhen(ColumnIndex &columns, const std::map<std::string, std::string> &when, WhenPlan &plan)
{
    for (const auto &one : when) {
        const Result<std::size_t> column = columns.find(one.first);
        if (!column)
            return tl::unexpected<Error>(column.error());
        plan.emplace_back(*column, one.second);
    }
    return {};
}

Result<void> bindOptional(ColumnIndex &columns, const std::optional<std::string> &name,
                          std::optional<std::size_t> &place)
{
    if (!name)
        return {};
    const Result<std::size_t> column = columns.find(*name);
    if (!column)
        return tl::unexpected<Error>(column.error());
    place = *column;
    return {};
}

Result<void> bindDimension(ColumnIndex &columns, const ColumnRule &rule, DimensionPlan &plan)
{
    const Result<std::size_t> column = columns.find(rule.from);
    if (!column)
        return tl::unexpected<Error>(column.error());
    plan.rule = &rule;
    plan.column = *column;
    return {};
}

/// The catalogue knows the unit; for an indicator that it does not know, a factor below 1 is taken for the
/// way from the printed unit to the file's (7.4% is 0.074).
double screenFactorOf(const Catalogue &catalogue, const MeasureRule &rule)
{
    const Indicator *indicator = catalogue.indicator(rule.indicator);
    if (indicator)
        return screenFactor(indicator->unit);
    return rule.scale < 1 ? 1 / rule.scale : 1;
}

Result<MeasurePlan> bindMeasure(ColumnIndex &columns, const MeasureRule &rule, const Catalogue &catalogue)
{
    MeasurePlan plan;
    plan.rule = &rule;
    const Result<std::size_t> value = columns.find(rule.value);
    if (!value)
        return tl::unexpected<Error>(value.error());
    plan.value = *value;
    if (const Result<void> bound = bindWhen(columns, rule.when, plan.when); !bound)
        return tl::unexpected<Error>(bound.error());
    if (const Result<void> bound = bindOptional(columns, rule.low, plan.low); !bound)
        return tl::unexpected<Error>(bound.error());
    if (const Result<void> bound = bindOptional(columns, rule.high, plan.high); !bound)
        return tl::unexpected<Error>(bound.error());
    if (const Result<void> bound = bindOptional(columns, rule.n, plan.n); !bound)
        return tl::unexpected<Error>(bound.error());
    plan.scale = DecimalScale(rule.scale);
    plan.screen = screenFactorOf(catalogue, rule);
    if (const Indicator *indicator = catalogue.indicator(rule.indicator)) {
        plan.percent = indicator->unit == Unit::Percent;
        plan.share = plan.percent && indicator->measure.kind == Measure::Kind::Share;
    }
    plan.where = canonicalJson(rule.where);
    if (const auto period = rule.set.find("period"); period != rule.set.end())
        plan.period = Period::fromSource(period->second);
    return plan;
}

Result<void> bindDimensions(const Recipe &recipe, TablePlan &plan)
{
    for (const ColumnRule &rule : recipe.columns) {
        DimensionPlan &dimension = rule.as == "origin" ? plan.origin : plan.generation;
        if (Result<void> bound = bindDimension(plan.columns, rule, dimension); !bound)
            return bound;
    }
    if (recipe.constantPeriod)
        plan.constantPeriod = Period::fromSource(*recipe.constantPeriod);
    if (recipe.periodColumn)
        return bindDimension(plan.columns, *recipe.periodColumn, plan.period);
    return {};
}

} // namespace

Result<TablePlan> TablePlan::make(const Recipe &recipe, const Catalogue &catalogue,
                                  const std::vector<std::string_view> &header, const std::string &file)
{
    TablePlan plan;
    plan.columns = ColumnIndex(header, file);
    if (const Result<void> bound = bindDimensions(recipe, plan); !bound)
        return tl::unexpected<Error>(bound.error());
    for (const MeasureRule &rule : recipe.measures) {
        Result<MeasurePlan> measure = bindMeasure(plan.columns, rule, catalogue);
        if (!measure)
            return tl::unexpected<Error>(measure.error());
        plan.measures.push_back(std::move(*measure));
    }
    for (const SetAsideRule &rule : recipe.setAside) {
        WhenPlan when;
        if (const Result<void> bound = bindWhen(plan.columns, rule.when, when); !bound)
            return tl::unexpected<Error>(bound.error());
        plan.setAside.emplace_back(std::move(when), &rule);
    }
    return plan;
}

} // namespace evenredig
