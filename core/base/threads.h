// How many threads a piece of work gets.
#pragma once

#include <algorithm>
#include <thread>

namespace evenredig {

/// As many as the machine runs at once, and no more than the work can use.
[[nodiscard]] inline int threadCount(int most)
{
    return std::clamp(int(std::thread::hardware_concurrency()), 1, most);
}

} // namespace evenredig
