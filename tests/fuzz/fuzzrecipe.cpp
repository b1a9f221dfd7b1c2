// A recipe of any bytes; one that is taken reads a small table, and every row is accounted for. A zero byte ends the recipe:
// what follows it is the table.
#include "core/import/importer.h"
#include "fuzz.h"

using namespace evenredig;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr std::string_view table =
        "herkomst;generatie;jaar;pct;aantal\nTurkije;1;2020;7,4;12\nMarokko;2;2019*;1.250;\n";
    const std::string_view input = fuzz::textOf(data, size);
    const std::size_t end = input.find('\0');
    const Result<Recipe> recipe = Recipe::fromJson(input.substr(0, end), "fuzz");
    if (!recipe)
        return 0;
    static const Result<Catalogue> catalogue = Catalogue::builtIn();
    ImportReport report;
    const std::string_view bytes = end == std::string_view::npos ? table : input.substr(end + 1);
    const Result<ImportedDataset> set = readSource(bytes, "fuzz", *recipe, *catalogue, report);
    if (set)
        fuzz::promise(set->counts.rowsRead == set->counts.rowsKept + set->counts.rowsSetAside);
    return 0;
}
