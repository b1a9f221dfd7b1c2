// How a stretch of a column stands in the file: packed as tightly as its own values allow, with a checksum.
#pragma once

#include "core/data/codes.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace evenredig {

/// What stands in one row of the table `segments`.
struct Segment {
    enum class Encoding {
        Codes,   ///< codes of a dictionary in 1, 2, 4, 8, 16 or 32 bits
        Decimal, ///< numbers of few decimals: (base + code) / 10^scale
        Real,    ///< doubles as they are
        Text     ///< where each text ends, in 32 bits, and then the texts
    };
    std::int64_t rows = 0;
    Encoding encoding = Encoding::Codes;
    int bits = 1;
    bool compressed = false; ///< by zstd
    std::int64_t base = 0;   ///< of texts: how many bytes they are before compression
    int scale = 0;
    std::string bytes;
    std::uint64_t checksum = 0; ///< XXH3 of all that stands above
};

/// Packs; compresses where that saves a fifth.
[[nodiscard]] Segment encodeSegment(const ColumnValues &values);
[[nodiscard]] std::uint64_t checksumOf(const Segment &segment, std::string_view bytes);
/// `segment.bytes` is not used: the bytes may lie in SQLite's memory. Nothing when the checksum or the form is
/// wrong: a file may come from anywhere.
[[nodiscard]] std::optional<ColumnValues> decodeSegment(const Segment &segment, std::string_view bytes);

} // namespace evenredig
