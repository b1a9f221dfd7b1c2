// How long the sample takes: importing it into a fresh workspace, and answering every question of it on an open one.
// Prints the distribution of each with its limit on one line; exit status 1 when a median exceeds its limit, 2 when
// something could not be measured.
//
//   benchsample [--runs N] [--no-limits]      50 runs unless told otherwise
#include "core/answer/answer.h"
#include "core/import/importer.h"
#include "meter.h"

using namespace evenredig;

namespace {

constexpr double importLimit = 1000; // milliseconds
constexpr double questionLimit = 10;

void measureImport(Meter &meter, const Folder &folder)
{
    int number = 0;
    meter.measure("sample import into a fresh workspace", importLimit, [&] {
        Workspace workspace = good(Workspace::create(folder.file(std::to_string(number++) + ".evenredig")), "create");
        if (const Result<void> filled = importSample(workspace); !filled)
            stop(message(filled.error(), Language::English));
    });
}

void measureQuestions(Meter &meter, const Workspace &workspace)
{
    const Catalogue catalogue = good(workspace.catalogue(), "catalogue");
    int unanswerable = 0;
    for (const IndicatorCoverage &coverage : good(workspace.coverage(), "coverage")) {
        for (const Ask ask : {Ask::Level, Ask::Development, Ask::Gap}) {
            Question question;
            question.ask = ask;
            question.indicator = coverage.indicator;
            if (!answer(workspace, catalogue, question)) { // a gap where no reference is published
                ++unanswerable;
                continue;
            }
            meter.measure(std::string(askName(ask)) + " " + coverage.indicator, questionLimit, [&] {
                if (good(answer(workspace, catalogue, question), coverage.indicator).rows.empty())
                    stop(coverage.indicator + ": no rows");
            });
        }
    }
    std::printf("%d questions have no answer in the sample and were not measured\n", unanswerable);
}

} // namespace

int main(int argc, char **argv)
{
    Meter meter(optionsOf(argc, argv));
    const Folder folder;
    measureImport(meter, folder);
    const std::string path = folder.file("sample.evenredig");
    {
        Workspace workspace = good(Workspace::create(path), "create");
        if (const Result<void> filled = importSample(workspace); !filled)
            stop(message(filled.error(), Language::English));
    }
    measureQuestions(meter, good(Workspace::open(path, OpenMode::ReadOnly), "open"));
    return meter.finish();
}
