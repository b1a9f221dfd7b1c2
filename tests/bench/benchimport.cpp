// A large file of persons: 12 columns, semicolons, decimal commas, Dutch labels. Prints how long its import into a
// fresh workspace takes, how much memory it needed at most, and how large the file became.
//
//   benchimport [--runs N] [--no-limits]      rows = 40,000 × runs; 50 runs, so 2,000,000 rows, unless told otherwise
#include "core/answer/answer.h"
#include "core/import/importer.h"
#include "meter.h"

#include <fstream>
#include <random>
#ifndef _WIN32
#include <sys/resource.h>
#endif

using namespace evenredig;

namespace {

constexpr int rowsPerRun = 40'000;
constexpr double millisecondsPerRun = 60; // 3 s for two million rows
constexpr double scanLimit = 500;
constexpr double memoryLimit = 400; // MB

constexpr const char *recipeText =
    R"({"evenredig": "recipe/1", "dataset": "groot", "title": {"nl": "Groot", "en": "Big"},
    "source": {"nl": "Proef", "en": "Trial"}, "kind": "survey", "classification": "herkomst-2022",
    "read": {"delimiter": ";", "decimal": ","}, "period": {"from": "jaar"},
    "design": {"weight": "gewicht", "strata": ["provincie"]},
    "columns": [
        {"from": "herkomst", "as": "origin", "recode": {"Turkije": "turkish", "Marokko": "moroccan", "Polen": "polish",
         "Suriname": "surinamese", "Nederland": "none_background", "*": "other"}},
        {"from": "generatie", "as": "generation", "recode": {"1": "first", "2": "second"}},
        {"from": "leeftijd", "as": "age", "number": true},
        {"from": "opleiding", "as": "education", "recode": {"Basisonderwijs": "po", "Vmbo": "vmbo", "Mbo": "mbo",
         "Hbo of wo": "hbo_wo"}}]})";

template<std::size_t Size>
const char *oneOf(const char *const (&words)[Size], std::mt19937 &random)
{
    return words[random() % Size];
}

void generate(const std::string &path, int rows)
{
    static constexpr const char *origins[] = {"Turkije", "Marokko", "Suriname", "Nederland", "Polen", "Overig"};
    static constexpr const char *schools[] = {"Basisonderwijs", "Vmbo", "Mbo", "Hbo of wo"};
    static constexpr const char *provinces[] = {"Groningen",    "Friesland", "Drenthe",    "Overijssel",
                                                "Flevoland",    "Utrecht",   "Gelderland", "Noord-Holland",
                                                "Zuid-Holland", "Zeeland",   "Limburg"};
    static constexpr const char *words[] = {"eens", "oneens", "weet niet"};
    std::mt19937 random(7);
    std::ofstream out(path, std::ios::binary);
    out << "jaar;herkomst;generatie;geslacht;leeftijd;opleiding;provincie;werk;taal;inkomen;gewicht;vertrouwen\n";
    for (int i = 0; i < rows; ++i) {
        out << 2006 + 5 * int(random() % 4) << ';' << oneOf(origins, random) << ';' << 1 + random() % 2 << ';'
            << (random() % 2 ? "vrouw" : "man") << ';' << 15 + random() % 60 << ';' << oneOf(schools, random) << ';'
            << oneOf(provinces, random) << ';' << (random() % 5 < 3 ? "ja" : "nee") << ';' << random() % 10 << ';'
            << random() % 60000 << ",5;" << random() % 4 << ',' << 1000 + random() % 9000 << ';' << oneOf(words, random)
            << '\n';
    }
}

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
    generate(folder.file("p.csv"), rows);
    const Recipe recipe = good(Recipe::fromJson(recipeText, "recipe"), "recipe");
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
