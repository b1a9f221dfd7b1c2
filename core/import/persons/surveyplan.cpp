#include "core/import/persons/surveyplan.h"

#include "core/import/recognise/identifier.h"

#include <set>
#include <utility>

namespace evenredig {

namespace {

/// The id of what a source writes for a period; nothing when it is none.
std::optional<std::string> periodIdOf(PeriodTexts::Kind kind, std::string_view text)
{
    const std::optional<Period> period = periodIn(kind, text);
    return period ? std::optional<std::string>(period->id()) : std::nullopt;
}

/// Origins and generations are those of the catalogue, periods those that the program understands.
CellRule::Convert convertFor(const std::string &name, const Catalogue &catalogue, PeriodTexts::Kind periods)
{
    if (name == "period")
        return [periods](std::string_view text) { return periodIdOf(periods, text); };
    const Catalogue *known = &catalogue;
    const auto ifKnown = [](bool is, std::string_view id) {
        return is ? std::optional<std::string>(id) : std::nullopt;
    };
    if (name == "origin")
        return [known, ifKnown](std::string_view id) { return ifKnown(known->origin(id) != nullptr, id); };
    if (name == "generation")
        return [known, ifKnown](std::string_view id) { return ifKnown(known->generation(id) != nullptr, id); };
    return {};
}

} // namespace

SurveyPlan::SurveyPlan(const Recipe &recipe, const std::vector<std::string> &names)
    : weightMarks(recipe.weightMarks), header(names), whyNot(names.size()), design(recipe)
{
    if (recipe.constantPeriod)
        constantPeriod = periodIdOf(periods, *recipe.constantPeriod).value_or(*recipe.constantPeriod);
}

Result<SurveyPlan> SurveyPlan::make(const Recipe &recipe, const Catalogue &catalogue,
                                    const std::vector<std::string> &header, const std::string &file,
                                    PeriodTexts::Kind periods)
{
    ColumnIndex index({header.begin(), header.end()}, file);
    SurveyPlan plan(recipe, index.names());
    plan.periods = periods;
    Result<void> planned = plan.planNamed(recipe, catalogue, index, file);
    if (planned)
        planned = plan.planPeriod(recipe, catalogue, index, file);
    if (planned)
        planned = plan.planDesign(recipe, index);
    if (planned)
        planned = plan.planSetAside(recipe, index);
    if (!planned)
        return tl::unexpected<Error>(planned.error());
    if (planned = plan.planLeftOut(recipe, index); !planned)
        return tl::unexpected<Error>(planned.error());
    plan.planUnnamed(recipe, catalogue);
    return plan;
}

Result<void> SurveyPlan::planNamed(const Recipe &recipe, const Catalogue &catalogue, ColumnIndex &index,
                                   const std::string &file)
{
    bool hasOrigin = false;
    for (const ColumnRule &rule : recipe.columns) {
        const Result<std::size_t> source = index.find(rule.from);
        if (!source)
            return tl::unexpected<Error>(source.error());
        if (rule.as == "origin") {
            origin = columns.size();
            hasOrigin = true;
        }
        if (rule.as == "period")
            period = columns.size();
        columns.push_back({CellRule(recipe.read, &rule, convertFor(rule.as, catalogue, periods)), *source, rule.as});
    }
    if (!hasOrigin)
        return fail(ErrorCode::RoleMissing, {{"file", file}, {"role", "origin"}});
    return {};
}

Result<void> SurveyPlan::planPeriod(const Recipe &recipe, const Catalogue &catalogue, ColumnIndex &index,
                                    const std::string &file)
{
    if (recipe.periodColumn) {
        const Result<std::size_t> source = index.find(recipe.periodColumn->from);
        if (!source)
            return tl::unexpected<Error>(source.error());
        period = columns.size();
        columns.push_back({CellRule(recipe.read, &*recipe.periodColumn, convertFor("period", catalogue, periods)),
                           *source, "period"});
    }
    if (!period && !recipe.constantPeriod)
        return fail(ErrorCode::RoleMissing, {{"file", file}, {"role", "period"}});
    return {};
}

/// Weights, strata and clusters serve the design, which keeps them; they are no characteristics besides.
Result<void> SurveyPlan::planDesign(const Recipe &recipe, ColumnIndex &index)
{
    if (!recipe.design.weight.empty()) {
        const Result<std::size_t> column = index.find(recipe.design.weight);
        if (!column)
            return tl::unexpected<Error>(column.error());
        weight = *column;
    }
    return design.plan(index);
}

Result<void> SurveyPlan::planSetAside(const Recipe &recipe, ColumnIndex &index)
{
    for (const SetAsideRule &rule : recipe.setAside) {
        SetAside one{{}, &rule};
        for (const auto &condition : rule.when) {
            const Result<std::size_t> column = index.find(condition.first);
            if (!column)
                return tl::unexpected<Error>(column.error());
            one.when.emplace_back(*column, condition.second);
        }
        setAside.push_back(std::move(one));
    }
    return {};
}

/// A column that is not there needs not be left out. Of two with the name either may be the one that nobody may see.
Result<void> SurveyPlan::planLeftOut(const Recipe &recipe, ColumnIndex &index)
{
    for (const auto &one : recipe.leaveOut) {
        if (const Result<std::size_t> column = index.find(one.first))
            whyNot[*column] = one.second;
        else if (column.error().code == ErrorCode::ColumnAmbiguous)
            return tl::unexpected<Error>(column.error());
    }
    return {};
}

void SurveyPlan::planUnnamed(const Recipe &recipe, const Catalogue &catalogue)
{
    std::set<std::string> names{"period"};
    std::set<std::size_t> named;
    for (const Column &column : columns) {
        names.insert(column.name);
        named.insert(column.source);
    }
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (named.count(i) != 0 || weight == i || design.owns(i)) {
            whyNot[i].clear();
            continue;
        }
        if (!whyNot[i].empty())
            continue;
        if (recipe.keepNamedOnly)
            whyNot[i] = "not_named";
        else if (header[i].empty() || header[i][0] == '@' || !names.insert(header[i]).second)
            whyNot[i] = "name_taken";
        else if (namesPersons(header[i]))
            whyNot[i] = "identifier_name";
        else
            columns.push_back(
                {CellRule(recipe.read, nullptr, convertFor(header[i], catalogue, periods)), i, header[i]});
    }
}

} // namespace evenredig
