// A large file of persons: 12 columns, semicolons, decimal commas, Dutch labels. Prints how long its import into a
// fresh workspace takes, how much memory it needed at most, and how large the file became.
//
//   benchimport [--runs N] [--no-limits]      rows = 40,000 × runs; 50 runs, so 2,000,000 rows, unless told otherwise
#include "core/answer/answer.h"
#include "core/import/importer.h"
#include "meter.h"
#include "personsfile.h"

#ifndef _WIN32
#include <sys/resource.h>
#endif

using namespace evenredig;

namespace {

constexpr int rowsPerRun = 40'000;
constexpr double millisecondsPerRun = 60; // 3 s for two million rows
constexpr double scanLimit = 500;
constexpr double memoryLimit = 400; // MB

double peakMegabytes()
{
#ifdef _WIN32
    return 0;
#else
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_maxrss) / 1024;
#endif
}

} // namespace

int main(int argc, char **argv)
{
    const Options options = optionsOf(argc, argv);
    Meter meter(options);
    const Folder folder;
    const int rows = rowsPerRun * options.runs;
    writePersons(folder.file("p.csv"), rows);
    const Recipe recipe = good(Recipe::fromJson(personsRecipe, "recipe"), "recipe");
    Workspace workspace = good(Workspace::create(folder.file("w.evenredig")), "create");
    const double time = milliseconds([&] {
        const ImportReport report = good(importSources(workspace, {folder.file("p.csv")}, recipe, IfExists::Refuse),
                                         "import");
        if (report.counts.rowsKept != rows)
            stop("not every row was kept");
    });
    meter.report(std::to_string(rows) + " rows of persons into a workspace", millisecondsPerRun * options.runs, {time},
                 1);
    const double peak = peakMegabytes();
    const auto megabytes = [&folder](const char *name) {
        return double(std::filesystem::file_size(folder.file(name))) / 1e6;
    };
    std::printf("source %.1f MB, workspace %.1f MB, peak memory %.0f MB of %.0f MB  %s\n", megabytes("p.csv"),
                megabytes("w.evenredig"), peak, memoryLimit, peak <= memoryLimit ? "within" : "EXCEEDED");
    const Catalogue catalogue = good(workspace.catalogue(), "catalogue");
    Question question;
    question.indicator = "attainment.higher";
    meter.measure("level of a share over all of them", scanLimit,
                  [&] { static_cast<void>(good(answer(workspace, catalogue, question), "answer")); });
    const int status = meter.finish();
    return peak <= memoryLimit || !options.limits ? status : 1;
}
