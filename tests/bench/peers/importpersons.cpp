// The two things that tests/bench/peers/run needs of ours, each in a process of its own.
//
//   importpersons generate ROWS FILE.csv            writes the file of persons
//   importpersons import FILE.csv FILE.evenredig    imports it into a new workspace; prints the milliseconds
#include "core/import/importer.h"
#include "meter.h"
#include "personsfile.h"

using namespace evenredig;

namespace {

void import(const std::string &source, const std::string &into)
{
    const double time = milliseconds([&] {
        const Recipe recipe = good(Recipe::fromJson(personsRecipe, "recipe"), "recipe");
        Workspace workspace = good(Workspace::create(into), "create");
        const ImportReport report = good(importSources(workspace, {source}, recipe, IfExists::Refuse), "import");
        if (report.counts.rowsKept != report.counts.rowsRead || report.counts.valuesUnreadable != 0)
            stop("not every row was kept as it is");
    });
    std::printf("%.0f\n", time);
}

} // namespace

int main(int argc, char **argv)
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() == 3 && arguments[0] == "generate")
        writePersons(arguments[2], std::atoi(arguments[1].c_str()));
    else if (arguments.size() == 3 && arguments[0] == "import")
        import(arguments[1], arguments[2]);
    else
        stop("usage: importpersons generate ROWS FILE | import FILE INTO");
    return 0;
}
