// A file piece by piece: the next piece is read and its fingerprint taken while this one is worked on.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace evenredig {

struct FileBytes {
    std::uint64_t size = 0;
    std::string sha256;
};

/// Hands the pieces to `receiver`, in order and in the calling thread; holds two at a time. Faults: missing,
/// unreadable, cancelled, and what the receiver gives to stop.
[[nodiscard]] Result<FileBytes> streamFile(const std::string &path,
                                           const std::function<Result<void>(std::string_view)> &receiver,
                                           const Progress &progress);

} // namespace evenredig
