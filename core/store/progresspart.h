// The progress of one part of a longer piece of work.
#pragma once

#include "core/base/progress.h"

namespace evenredig {

/// Same stop; what the part reports from 0 to 1 arrives as `begin` to `end`.
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
