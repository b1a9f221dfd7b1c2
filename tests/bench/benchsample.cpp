// How long the sample takes: importing it into a fresh workspace, and answering every question of it on an open one.
// Prints the distribution of each with its limit on one line; exit status 1 when a median exceeds its limit, 2 when
// something could not be measured.
//
//   benchsample [--runs N] [--no-limits]      50 runs unless told otherwise
#include "core/answer/answer.h"
#include "core/import/importer.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

using namespace evenredig;

namespace {

constexpr double importLimit = 1000; // milliseconds
constexpr double questionLimit = 10;

struct Options {
    int runs = 50;
    bool limits = true;
};

[[noreturn]] void stop(const std::string &what)
{
    std::printf("fault: %s\n", what.c_str());
    std::exit(2);
}

template<class T>
T good(Result<T> result, const std::string &what)
{
    if (!result)
        stop(what + ": " + message(result.error(), Language::English));
    return std::move(*result);
}

/// A folder of our own, removed at the end.
class Folder {
public:
    Folder()
        : m_path(std::filesystem::temp_directory_path()
                 / ("evenredig-bench-" + std::to_string(std::chrono::steady_clock::now().time_since_epoch().count())))
    {
        std::filesystem::create_directories(m_path);
    }
    Folder(const Folder &) = delete;
    Folder &operator=(const Folder &) = delete;
    ~Folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    [[nodiscard]] std::string file(const std::string &name) const { return (m_path / name).string(); }

private:
    std::filesystem::path m_path;
};

double milliseconds(const std::function<void()> &work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

/// Measures, prints a line and tells whether the median keeps the limit.
class Meter {
public:
    explicit Meter(Options options) : m_options(options) {}

    void measure(const std::string &name, double limit, const std::function<void()> &work)
    {
        std::vector<double> times;
        for (int run = 0; run < m_options.runs; ++run)
            times.push_back(milliseconds(work));
        std::sort(times.begin(), times.end());
        const double median = at(times, 0.5);
        const bool kept = median <= limit;
        m_worst = std::max(m_worst, median / limit);
        m_within = m_within && kept;
        ++m_lines;
        std::printf("%-64s min %8.3f  median %8.3f  p95 %8.3f  max %8.3f  limit %6.0f ms  %s\n", name.c_str(),
                    times.front(), median, at(times, 0.95), times.back(), limit, kept ? "within" : "EXCEEDED");
    }
    [[nodiscard]] int finish() const
    {
        std::printf("done: %d lines of %d runs each; the nearest median is at %.1f%% of its limit\n", m_lines,
                    m_options.runs, 100 * m_worst);
        return m_within || !m_options.limits ? 0 : 1;
    }

private:
    /// The smallest time that at least this part of the runs did not exceed.
    static double at(const std::vector<double> &sorted, double part)
    {
        return sorted[static_cast<std::size_t>(std::ceil(part * static_cast<double>(sorted.size()))) - 1];
    }

    Options m_options;
    int m_lines = 0;
    double m_worst = 0;
    bool m_within = true;
};

Options optionsOf(int argc, char **argv)
{
    Options options;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--no-limits") == 0)
            options.limits = false;
        else if (std::strcmp(argv[i], "--runs") == 0 && i + 1 < argc)
            options.runs = std::atoi(argv[++i]);
        else
            stop(std::string("no such option: ") + argv[i]);
    }
    if (options.runs < 1)
        stop("--runs needs a number of 1 or more");
    return options;
}

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
