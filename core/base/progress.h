// How long work tells how far it is, and hears that it must stop.
#pragma once

#include <functional>
#include <stop_token>

namespace evenredig {

/// Passed by value to every long call. Reporting is cheap and may be done freely (the receiver throttles).
struct Progress {
    std::stop_token stop;
    std::function<void(double fraction)> report; ///< 0 to 1; may be empty

    [[nodiscard]] bool cancelled() const { return stop.stop_requested(); }
    void at(double fraction) const
    {
        if (report)
            report(fraction);
    }
};

/// The progress of one part of a longer piece of work: same stop; what the part reports from 0 to 1 arrives as `begin`
/// to `end`.
[[nodiscard]] inline Progress partOf(const Progress &progress, double begin, double end)
{
    Progress part;
    part.stop = progress.stop;
    if (progress.report) {
        const std::function<void(double)> whole = progress.report;
        part.report = [whole, begin, end](double fraction) { whole(begin + (end - begin) * fraction); };
    }
    return part;
}

} // namespace evenredig
