// Whole files in and out, and their fingerprint.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace evenredig {

/// Reads a whole file. Faults: missing, unreadable, over the limit.
[[nodiscard]] Result<std::string> readFile(const std::string &path, std::uint64_t limit = 64ull << 20);
/// Writes a whole file so that a crash or a full disk leaves the old one or none: first beside it, then renamed.
[[nodiscard]] Result<void> writeFile(const std::string &path, std::string_view bytes);
/// SHA-256 as 64 hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

} // namespace evenredig
