#include "core/import/earlierrecipe.h"

#include <algorithm>
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

} // namespace

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
