// What the benchmarks share: options, a folder of their own, and a meter that prints a distribution beside its limit.
#pragma once

#include "core/base/result.h"

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

namespace evenredig {

struct Options {
    int runs = 50;
    bool limits = true;
};

[[noreturn]] inline void stop(const std::string &what)
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

inline double milliseconds(const std::function<void()> &work)
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
        report(name, limit, std::move(times), 0.5);
    }
    /// Of times that were measured elsewhere; `part` of them must keep the limit.
    void report(const std::string &name, double limit, std::vector<double> times, double part)
    {
        if (times.empty())
            stop(name + ": nothing was measured");
        std::sort(times.begin(), times.end());
        const double judged = at(times, part);
        const bool kept = judged <= limit;
        m_worst = std::max(m_worst, judged / limit);
        m_within = m_within && kept;
        ++m_lines;
        std::printf("%-64s min %8.3f  median %8.3f  p95 %8.3f  max %8.3f  limit %6.0f ms  %s\n", name.c_str(),
                    times.front(), at(times, 0.5), at(times, 0.95), times.back(), limit, kept ? "within" : "EXCEEDED");
    }
    [[nodiscard]] int runs() const { return m_options.runs; }
    [[nodiscard]] int finish() const
    {
        std::printf("done: %d lines of %d runs each; the nearest is at %.1f%% of its limit\n", m_lines, m_options.runs,
                    100 * m_worst);
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

inline Options optionsOf(int argc, char **argv)
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

} // namespace evenredig
