#include "core/import/draft/earlierrecipe.h"

#include "core/base/resource.h"
#include "core/import/recipe/columnindex.h"

#include <algorithm>
#include <map>
#include <set>

namespace evenredig {

namespace {

std::set<std::string> namedColumns(const Recipe &recipe)
{
    std::set<std::string> names{recipe.design.strata.begin(), recipe.design.strata.end()};
    for (const ColumnRule &rule : recipe.columns)
        names.insert(rule.from);
    if (recipe.periodColumn)
        names.insert(recipe.periodColumn->from);
    names.insert({recipe.design.weight, recipe.design.cluster, recipe.design.population, recipe.design.panel});
    names.erase("");
    return names;
}

/// With fewer columns a recipe fits by chance.
constexpr std::size_t fewestPublishedColumns = 3;

std::set<std::string> publishedColumns(const Recipe &recipe)
{
    std::set<std::string> names = namedColumns(recipe);
    for (const MeasureRule &measure : recipe.measures) {
        names.insert(measure.value);
        for (const auto &condition : measure.when)
            names.insert(condition.first);
        for (const std::optional<std::string> &column : {measure.low, measure.high, measure.n}) {
            if (column)
                names.insert(*column);
        }
    }
    return names;
}

bool hasEveryColumn(const FileProfile &profile, const std::set<std::string> &names)
{
    std::vector<std::string_view> header;
    for (const ColumnProfile &column : profile.columns)
        header.emplace_back(column.name);
    ColumnIndex index(header, profile.fileName);
    return names.size() >= fewestPublishedColumns
           && std::all_of(names.begin(), names.end(),
                          [&index](const std::string &name) { return index.find(name).has_value(); });
}

} // namespace

std::optional<EarlierRecipe> fittingPublishedRecipe(const std::vector<DatasetRecord> &records,
                                                    const FileProfile &profile)
{
    std::map<std::string, std::string> texts; // by data set; the workspace's own comes before the program's
    for (const std::string_view path : resourcesBelow("recipes/")) {
        if (const Result<Recipe> carried = Recipe::fromJson(*resource(path), std::string(path)))
            texts[carried->dataset] = carried->json;
    }
    for (const DatasetRecord &record : records) {
        if (record.info.kind == DatasetKind::Published && !record.recipe.empty())
            texts[record.info.id] = record.recipe;
    }
    std::optional<EarlierRecipe> fitting;
    for (const auto &entry : texts) {
        Result<Recipe> recipe = Recipe::fromJson(entry.second, entry.first);
        if (!recipe || recipe->kind != DatasetKind::Published)
            continue;
        const std::set<std::string> names = publishedColumns(*recipe);
        if (!hasEveryColumn(profile, names))
            continue;
        if (fitting)
            return std::nullopt;
        const long columns = long(names.size());
        fitting = EarlierRecipe{recipe->dataset, recipe->title, std::move(*recipe), columns, columns};
    }
    return fitting;
}

std::optional<EarlierRecipe> bestEarlierRecipe(const std::vector<DatasetRecord> &records, const FileProfile &profile)
{
    std::optional<EarlierRecipe> best;
    for (const DatasetRecord &record : records) {
        if (record.info.kind == DatasetKind::Published || record.recipe.empty())
            continue;
        Result<Recipe> recipe = Recipe::fromJson(record.recipe, record.info.id);
        if (!recipe)
            continue;
        const std::set<std::string> names = namedColumns(*recipe);
        const long agreeing = std::count_if(names.begin(), names.end(), [&profile](const std::string &name) {
            return profile.column(name) != nullptr;
        });
        if (agreeing < 2 || agreeing * 2 < long(names.size()) || (best && agreeing < best->agreeing))
            continue;
        best = EarlierRecipe{record.info.id, record.info.title, std::move(*recipe), agreeing, long(names.size())};
    }
    return best;
}

} // namespace evenredig
