// Any bytes as a file of persons: what is proposed for it is a recipe that can be read, and so is the recipe applied
// to the file once more.
#include "core/import/draft/draftreport.h"
#include "core/import/draft/profile.h"
#include "core/import/draft/suggestdraft.h"
#include "fuzz.h"

using namespace evenredig;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const Result<Catalogue> catalogue = Catalogue::builtIn();
    const Result<FileProfile> profile = profileBytes(fuzz::textOf(data, size), "sim2020.csv");
    if (!profile)
        return 0;
    for (const ColumnProfile &column : profile->columns) {
        fuzz::promise(column.numbers <= column.filled());
        fuzz::promise(column.values.size() <= mostListedValues);
    }
    const Draft draft = suggestDraft(*profile, *catalogue);
    fuzz::promise(draft.columns.size() == profile->columns.size());
    const Result<Recipe> recipe = Recipe::fromJson(recipeJson(draft), "fuzz");
    fuzz::promise(recipe.has_value());
    fuzz::promise(!draftText(draft, Language::Dutch).empty() && !draftJson(draft).empty());
    const DraftFromRecipe again = draftFromRecipe(*recipe, *profile, *catalogue);
    fuzz::promise(Recipe::fromJson(recipeJson(again.draft), "fuzz").has_value());
    return 0;
}
