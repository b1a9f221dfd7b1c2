#include "core/import/draft/weightcheck.h"

#include "core/base/text.h"
#include "core/import/recipe/cellrule.h"
#include "core/import/recipe/columnindex.h"
#include "core/import/source/csvreader.h"
#include "core/import/source/filestream.h"
#include "core/import/source/trim.h"
#include "core/model/period.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace evenredig {

namespace {

/// Population figures are of 1 January or the average of a year, and weights are calibrated to some other day.
constexpr double agreement = 0.1;
/// Surveys leave children out, and the share of children differs between origins; weights that are scaled within an
/// origin differ by much more than this.
constexpr double sameProportion = 2;
constexpr double mostYearsApart = 3;
constexpr const char *populationIndicator = "population.size";

/// One pass over the file by the rules of the recipe: origin, generation, period, weight; nothing else is kept.
class Sum {
public:
    explicit Sum(const Recipe &recipe) : m_recipe(recipe) {}

    Result<void> takeHeader(const CsvRecord &record, const std::string &file)
    {
        ColumnIndex index(record.fields, file);
        for (const ColumnRule &rule : m_recipe.columns) {
            Result<void> planned = rule.as == "origin"       ? plan(index, rule, m_origin)
                                   : rule.as == "generation" ? plan(index, rule, m_generation)
                                                             : Result<void>();
            if (!planned)
                return planned;
        }
        if (m_recipe.periodColumn) {
            if (Result<void> planned = plan(index, *m_recipe.periodColumn, m_period); !planned)
                return planned;
        }
        if (m_recipe.design.weight.empty())
            return {};
        const Result<std::size_t> weight = index.find(m_recipe.design.weight);
        if (!weight)
            return tl::unexpected<Error>(weight.error());
        m_weight = *weight;
        return {};
    }

    void takeRow(const CsvRecord &record)
    {
        ++m_totals.rows;
        if (record.fault != CsvFault::None || !m_origin.rule)
            return;
        const std::optional<std::string> origin = valueOf(m_origin, record);
        const std::optional<std::string> period = periodOf(record);
        const double weight = weightOf(record);
        if (!origin || !period || !(weight > 0))
            return;
        ++m_totals.kept;
        add(*period, *origin, "total", weight);
        if (const std::optional<std::string> generation = valueOf(m_generation, record))
            add(*period, *origin, *generation, weight);
    }

    FileTotals finish(const Catalogue &catalogue)
    {
        const auto place = [&catalogue](const OriginTotal &total) {
            const Origin *origin = catalogue.origin(total.origin);
            return std::make_tuple(total.period, origin ? origin->order : 1000, total.origin,
                                   total.generation != "total", total.generation);
        };
        for (auto &one : m_sums)
            m_totals.totals.push_back(std::move(one.second));
        std::sort(m_totals.totals.begin(), m_totals.totals.end(),
                  [&place](const OriginTotal &a, const OriginTotal &b) { return place(a) < place(b); });
        return std::move(m_totals);
    }

private:
    struct Column {
        std::optional<CellRule> rule;
        std::size_t place = 0;
    };

    Result<void> plan(ColumnIndex &index, const ColumnRule &rule, Column &column)
    {
        const Result<std::size_t> place = index.find(rule.from);
        if (!place)
            return tl::unexpected<Error>(place.error());
        column.place = *place;
        column.rule.emplace(m_recipe.read, &rule);
        return {};
    }

    static std::optional<std::string> valueOf(Column &column, const CsvRecord &record)
    {
        if (!column.rule)
            return std::nullopt;
        CellRule::Meaning meaning = column.rule->meaningOf(trimmedCell(record.fields[column.place]));
        return meaning.missing ? std::nullopt : std::optional<std::string>(std::move(meaning.value));
    }

    std::optional<std::string> periodOf(const CsvRecord &record)
    {
        const std::optional<std::string> text = m_recipe.periodColumn ? valueOf(m_period, record)
                                                                      : m_recipe.constantPeriod.value_or("");
        const std::optional<Period> period = text ? Period::fromSource(*text) : std::nullopt;
        if (period)
            return period->id();
        return m_recipe.periodColumn ? std::nullopt : text; // not given yet: one period without a name
    }

    double weightOf(const CsvRecord &record) const
    {
        return m_weight ? readReal(trimmedCell(record.fields[*m_weight]), m_recipe.weightMarks).value_or(0) : 1;
    }

    void add(const std::string &period, const std::string &origin, const std::string &generation, double weight)
    {
        OriginTotal &total = m_sums[{period, origin, generation}];
        total.period = period;
        total.origin = origin;
        total.generation = generation;
        ++total.rows;
        total.weight += weight;
    }

    const Recipe &m_recipe;
    Column m_origin, m_generation, m_period;
    std::optional<std::size_t> m_weight;
    std::map<std::tuple<std::string, std::string, std::string>, OriginTotal> m_sums;
    FileTotals m_totals;
};

/// The figure of the same period, or of the nearest one within a few years.
const PopulationFigure *figureFor(const std::vector<PopulationFigure> &figures, const std::string &origin,
                                  const std::string &periodId)
{
    const std::optional<Period> period = Period::fromSource(periodId);
    const PopulationFigure *best = nullptr;
    double nearest = mostYearsApart;
    for (const PopulationFigure &figure : figures) {
        const std::optional<Period> other = Period::parse(figure.period);
        if (figure.origin != origin || !other || !period)
            continue;
        const double apart = std::abs(other->axisPosition() - period->axisPosition());
        if (apart > nearest || (best && apart == nearest))
            continue;
        nearest = apart;
        best = &figure;
    }
    return best;
}

struct Ratios {
    long compared = 0, agreeing = 0;
    double least = 0, most = 0;
    bool countsRows = true; ///< Σw is the number of rows in every origin
};

Ratios ratiosOf(const WeightCheck &check)
{
    Ratios ratios;
    for (const WeightCheck::Row &row : check.rows) {
        ratios.countsRows = ratios.countsRows && std::abs(row.weight - double(row.rows)) <= 0.01 * double(row.rows);
        const std::optional<double> ratio = row.ratio();
        if (!ratio)
            continue;
        ratios.least = ratios.compared == 0 ? *ratio : std::min(ratios.least, *ratio);
        ratios.most = std::max(ratios.most, *ratio);
        ratios.agreeing += std::abs(*ratio - 1) <= agreement ? 1 : 0;
        ++ratios.compared;
    }
    return ratios;
}

Reason ratioEvidence(const char *key, const Ratios &ratios)
{
    Reason evidence{key, {}};
    addNumber(evidence.arguments, "compared", double(ratios.compared));
    addNumber(evidence.arguments, "agreeing", double(ratios.agreeing));
    addNumber(evidence.arguments, "least", ratios.least, ratios.least < 0.1 ? 4 : 2);
    addNumber(evidence.arguments, "most", ratios.most, ratios.most < 0.1 ? 4 : 2);
    return evidence;
}

void addSource(WeightCheck &check)
{
    std::set<std::string> datasets, periods;
    for (const WeightCheck::Row &row : check.rows) {
        if (!row.persons)
            continue;
        datasets.insert(row.dataset);
        if (row.personsPeriod != row.period)
            periods.insert(row.personsPeriod);
    }
    if (!datasets.empty())
        check.scopeWhy.evidence.push_back({"figures_dataset", {{"dataset", joined(datasets)}}});
    if (!periods.empty())
        check.scopeWhy.evidence.push_back({"figures_period", {{"periods", joined(periods)}}});
}

void judgeScope(WeightCheck &check)
{
    const Ratios ratios = ratiosOf(check);
    check.comparable = ratios.compared >= 2;
    HeadSuggestion &why = check.scopeWhy;
    if (!check.comparable) {
        if (ratios.countsRows && check.rows.size() >= 2) {
            check.scope = WeightScope::WithinOrigin;
            why = {Confidence::Likely, {{"scope_equal_n", {}}}};
        } else {
            const char *key = ratios.compared == 0 ? "scope_no_figures" : "scope_one_figure";
            why = {Confidence::None, {ratioEvidence(key, ratios)}};
        }
        return;
    }
    const bool all = ratios.agreeing == ratios.compared;
    const bool proportional = ratios.least > 0 && ratios.most / ratios.least <= sameProportion;
    check.scope = all || proportional ? WeightScope::Population : WeightScope::WithinOrigin;
    const char *key = all ? "scope_population" : proportional ? "scope_proportional" : "scope_within";
    why = {all ? Confidence::Certain : Confidence::Likely, {ratioEvidence(key, ratios)}};
    addSource(check);
}

/// Whether a file with these origins may be a sample of everybody: the reference without a background is in it, and the
/// origins outside the groups too.
bool coverEveryone(const Catalogue &catalogue, const std::set<std::string> &origins)
{
    bool background = false;
    bool others = false;
    for (const Origin &origin : catalogue.origins) {
        const bool there = origins.contains(origin.id);
        background = background || (there && origin.role == Origin::Role::WithoutBackground);
        others = others || (there && origin.kind == Origin::Kind::Residual);
    }
    return background && others;
}

} // namespace

std::optional<double> WeightCheck::Row::ratio() const
{
    return persons && *persons > 0 ? std::optional(weight / *persons) : std::nullopt;
}

Result<FileTotals> sumWeights(const std::string &path, const Draft &draft, const Catalogue &catalogue,
                              const Progress &progress)
{
    const Result<Recipe> recipe = Recipe::fromJson(recipeJson(draft), path);
    if (!recipe)
        return tl::unexpected<Error>(recipe.error());
    Sum sum(*recipe);
    const CsvOptions options = recipe->read.csv();
    CsvReader reader(
        options, path, [&](const CsvRecord &record) { return sum.takeHeader(record, path); },
        [&sum](const CsvRecord &record) {
            sum.takeRow(record);
            return Result<void>();
        });
    const Result<FileBytes> read = streamFile(
        path, [&reader](std::string_view chunk) { return reader.feed(chunk); }, progress);
    if (!read)
        return tl::unexpected<Error>(read.error());
    if (const Result<void> ended = reader.finish(); !ended)
        return tl::unexpected<Error>(ended.error());
    return sum.finish(catalogue);
}

Result<std::vector<PopulationFigure>> populationFigures(const Workspace &workspace)
{
    const Result<std::vector<PublishedFigure>> figures = workspace.figures(populationIndicator);
    if (!figures)
        return tl::unexpected<Error>(figures.error());
    std::vector<PopulationFigure> found;
    for (const PublishedFigure &figure : *figures) {
        const bool whole = figure.generation.empty() || figure.generation == "total";
        if (!whole || !figure.value || figure.where != "[]" || *figure.value <= 0)
            continue;
        found.push_back({figure.origin, figure.period.id(), figure.classification, figure.dataset, *figure.value});
    }
    return found;
}

WeightCheck checkWeights(const FileTotals &totals, const std::vector<PopulationFigure> &figures,
                         const Catalogue &catalogue)
{
    WeightCheck check;
    std::set<std::string> origins;
    for (const OriginTotal &total : totals.totals) {
        if (total.generation != "total")
            continue;
        WeightCheck::Row row;
        row.origin = total.origin;
        row.period = total.period;
        row.rows = total.rows;
        row.weight = total.weight;
        row.meanWeight = total.weight / double(std::max(1L, total.rows));
        if (const PopulationFigure *figure = figureFor(figures, total.origin, total.period)) {
            row.persons = figure->persons;
            row.personsPeriod = figure->period;
            row.dataset = figure->dataset;
        }
        origins.insert(total.origin);
        check.rows.push_back(std::move(row));
    }
    check.coversAll = coverEveryone(catalogue, origins);
    for (const Origin &origin : catalogue.origins) {
        if (!check.coversAll && origins.contains(origin.id))
            check.covers.push_back(origin.id);
    }
    judgeScope(check);
    const auto namesIn = [&](Language language) {
        return joined(check.covers, [&](const std::string &id) { return catalogue.origin(id)->name.in(language); });
    };
    Reason why{origins.empty() ? "covers_open" : check.coversAll ? "covers_all" : "covers_present", {}};
    addText(why.arguments, "origins", {namesIn(Language::Dutch), namesIn(Language::English)});
    check.coversWhy = {origins.empty() ? Confidence::None : Confidence::Likely, {std::move(why)}};
    return check;
}

void takeWeightCheck(Draft &draft, const WeightCheck &check)
{
    if (!draft.withRole(ColumnRole::Weight))
        return;
    if (check.scope)
        draft.design.weightScope = *check.scope;
    draft.design.scopeWhy = check.scopeWhy;
    if (check.coversWhy.confidence == Confidence::None)
        return;
    draft.design.covers = check.covers;
    draft.design.coversWhy = check.coversWhy;
}

} // namespace evenredig
