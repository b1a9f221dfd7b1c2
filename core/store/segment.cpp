#include "core/store/segment.h"

#include "core/data/microdata.h"

#define XXH_INLINE_ALL
#include <xxhash.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

namespace evenredig {

static_assert(std::endian::native == std::endian::little, "segments are written as they lie in memory");

namespace {

constexpr int zstdLevel = 1; // 3 takes twice the time for a twentieth less
constexpr std::array<double, 10> powersOfTen{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
/// Whole numbers up to here divide to the same double as the decimal text would give.
constexpr double largestExact = 9007199254740992.0; // 2^53
/// Of a segment of texts, some two thousand bytes for each row.
constexpr std::int64_t longestTexts = 512ll << 20;

int bitsFor(std::uint32_t largest)
{
    for (const int bits : {1, 2, 4, 8, 16}) {
        if (largest < (1u << bits))
            return bits;
    }
    return 32;
}

std::size_t packedSize(std::int64_t rows, int bits)
{
    return (std::size_t(rows) * std::size_t(bits) + 7) / 8;
}

template<int Bits, class Code>
void packBelowByte(const std::vector<Code> &codes, std::string &out)
{
    constexpr std::size_t perByte = 8 / Bits;
    const std::size_t whole = codes.size() / perByte;
    for (std::size_t byte = 0; byte < whole; ++byte) {
        unsigned packed = 0;
        for (std::size_t i = 0; i < perByte; ++i)
            packed |= unsigned(codes[byte * perByte + i]) << (i * Bits);
        out[byte] = char(packed);
    }
    for (std::size_t i = whole * perByte; i < codes.size(); ++i)
        out[whole] = char(std::uint8_t(out[whole]) | (unsigned(codes[i]) << (i % perByte * Bits)));
}

template<class To, class From>
void packBytes(const std::vector<From> &codes, std::string &out)
{
    std::size_t at = 0;
    for (const From code : codes) {
        const To narrow = static_cast<To>(code);
        std::memcpy(out.data() + at, &narrow, sizeof narrow);
        at += sizeof narrow;
    }
}

std::string pack(const Codes &codes, int bits)
{
    std::string out(packedSize(std::int64_t(codes.size()), bits), '\0');
    std::visit(
        [bits, &out](const auto &vector) {
            if (bits == 1)
                packBelowByte<1>(vector, out);
            else if (bits == 2)
                packBelowByte<2>(vector, out);
            else if (bits == 4)
                packBelowByte<4>(vector, out);
            else if (bits == 8)
                packBytes<std::uint8_t>(vector, out);
            else if (bits == 16)
                packBytes<std::uint16_t>(vector, out);
            else
                packBytes<std::uint32_t>(vector, out);
        },
        codes.vector());
    return out;
}

Codes::Narrow unpackBelowByte(std::string_view bytes, std::size_t rows, int bits)
{
    Codes::Narrow codes(rows);
    const std::size_t perByte = std::size_t(8 / bits);
    const unsigned mask = (1u << bits) - 1;
    for (std::size_t i = 0; i < rows; ++i)
        codes[i] = std::uint8_t((std::uint8_t(bytes[i / perByte]) >> (i % perByte * unsigned(bits))) & mask);
    return codes;
}

template<class Vector>
Vector unpackBytes(std::string_view bytes, std::size_t rows)
{
    Vector values(rows);
    if (rows > 0)
        std::memcpy(values.data(), bytes.data(), rows * sizeof(typename Vector::value_type));
    return values;
}

Codes unpack(std::string_view bytes, std::size_t rows, int bits)
{
    if (bits < 8)
        return Codes(unpackBelowByte(bytes, rows, bits));
    if (bits == 8)
        return Codes(unpackBytes<Codes::Narrow>(bytes, rows));
    if (bits == 16)
        return Codes(unpackBytes<Codes::Middle>(bytes, rows));
    return Codes(unpackBytes<Codes::Wide>(bytes, rows));
}

/// Whether v is exactly a whole number of 10^-scale.
bool hasDecimals(double value, int scale)
{
    const double whole = std::round(value * powersOfTen[std::size_t(scale)]);
    return std::fabs(whole) <= largestExact && whole / powersOfTen[std::size_t(scale)] == value;
}

/// The fewest decimals that give every value back exactly; nothing when there are none.
std::optional<int> commonScale(const Reals &reals)
{
    std::size_t row = 0;
    for (int scale = 0; scale < int(powersOfTen.size()); ++scale) {
        // What a smaller scale could carry, a larger one carries too.
        while (row < reals.size() && hasDecimals(reals[row], scale))
            ++row;
        if (row == reals.size())
            return scale;
    }
    return std::nullopt;
}

/// As codes above a base, when the values are decimals that lie near enough to each other.
std::optional<Segment> encodeDecimals(const Reals &reals)
{
    const std::optional<int> scale = commonScale(reals);
    if (!scale || reals.empty())
        return std::nullopt;
    const double power = powersOfTen[std::size_t(*scale)];
    const auto ends = std::minmax_element(reals.begin(), reals.end());
    const double low = std::round(*ends.first * power);
    const double span = std::round(*ends.second * power) - low;
    if (!(span < 4294967295.0) || std::fabs(low) > largestExact)
        return std::nullopt;
    Codes codes;
    codes.reserve(reals.size());
    for (const double real : reals)
        codes.push(std::uint32_t(std::round(real * power) - low));
    const auto exact = [&](std::size_t row) { return (low + double(codes.at(row))) / power == reals[row]; };
    for (std::size_t row = 0; row < reals.size(); ++row) {
        if (!exact(row))
            return std::nullopt;
    }
    Segment segment;
    segment.encoding = Segment::Encoding::Decimal;
    segment.bits = bitsFor(codes.largest());
    segment.base = std::int64_t(low);
    segment.scale = *scale;
    segment.bytes = pack(codes, segment.bits);
    return segment;
}

Segment encode(const Reals &reals)
{
    if (std::optional<Segment> decimals = encodeDecimals(reals))
        return std::move(*decimals);
    Segment segment;
    segment.encoding = Segment::Encoding::Real;
    segment.bits = 64;
    segment.bytes.resize(reals.size() * sizeof(double));
    std::memcpy(segment.bytes.data(), reals.data(), segment.bytes.size());
    return segment;
}

Segment encode(const Texts &texts)
{
    Segment segment;
    segment.encoding = Segment::Encoding::Text;
    segment.bits = 8;
    segment.bytes.resize(texts.size() * sizeof(std::uint32_t));
    if (!segment.bytes.empty()) // memcpy takes no null pointer, not even for no bytes
        std::memcpy(segment.bytes.data(), texts.ends().data(), segment.bytes.size());
    segment.bytes += texts.characters();
    segment.base = std::int64_t(segment.bytes.size());
    return segment;
}

Segment encode(const Codes &codes)
{
    Segment segment;
    segment.bits = bitsFor(codes.largest());
    segment.bytes = pack(codes, segment.bits);
    return segment;
}

void compress(Segment &segment)
{
    std::string smaller(ZSTD_compressBound(segment.bytes.size()), '\0');
    const std::size_t size = ZSTD_compress(smaller.data(), smaller.size(), segment.bytes.data(), segment.bytes.size(),
                                           zstdLevel);
    if (ZSTD_isError(size) || size > segment.bytes.size() - segment.bytes.size() / 5)
        return;
    smaller.resize(size);
    smaller.shrink_to_fit();
    segment.bytes = std::move(smaller);
    segment.compressed = true;
}

bool isPlausible(const Segment &segment)
{
    if (segment.encoding == Segment::Encoding::Text && (segment.base < 0 || segment.base > longestTexts))
        return false;
    const bool real = segment.encoding == Segment::Encoding::Real;
    const bool bits = real ? segment.bits == 64
                           : segment.bits == 1 || segment.bits == 2 || segment.bits == 4 || segment.bits == 8
                                 || segment.bits == 16 || segment.bits == 32;
    return bits && segment.rows >= 0 && segment.rows <= std::int64_t(segmentRows) && segment.scale >= 0
           && segment.scale < int(powersOfTen.size());
}

/// Nothing when the ends are none.
std::optional<ColumnValues> textsOf(std::size_t rows, std::string_view bytes)
{
    const std::size_t head = rows * sizeof(std::uint32_t);
    if (bytes.size() < head)
        return std::nullopt;
    std::vector<std::uint32_t> ends(rows);
    if (rows > 0)
        std::memcpy(ends.data(), bytes.data(), head);
    bytes.remove_prefix(head);
    if (!std::is_sorted(ends.begin(), ends.end()) || (ends.empty() ? 0 : ends.back()) != bytes.size())
        return std::nullopt;
    return Texts(std::string(bytes), std::move(ends));
}

std::size_t unpackedSize(const Segment &segment)
{
    return segment.encoding == Segment::Encoding::Text ? std::size_t(segment.base)
                                                       : packedSize(segment.rows, segment.bits);
}

std::optional<ColumnValues> valuesOf(const Segment &segment, std::string_view bytes)
{
    const std::size_t rows = std::size_t(segment.rows);
    if (segment.encoding == Segment::Encoding::Text)
        return textsOf(rows, bytes);
    if (segment.encoding == Segment::Encoding::Real)
        return unpackBytes<Reals>(bytes, rows);
    Codes codes = unpack(bytes, rows, segment.bits);
    if (segment.encoding == Segment::Encoding::Codes)
        return codes;
    Reals reals(rows);
    const double base = double(segment.base);
    const double power = powersOfTen[std::size_t(segment.scale)];
    std::visit(
        [&](const auto &vector) {
            for (std::size_t i = 0; i < rows; ++i)
                reals[i] = (base + double(vector[i])) / power;
        },
        codes.vector());
    return reals;
}

} // namespace

Segment encodeSegment(const ColumnValues &values)
{
    Segment segment = std::visit([](const auto &stretch) { return encode(stretch); }, values);
    segment.rows = std::int64_t(std::visit([](const auto &stretch) { return stretch.size(); }, values));
    compress(segment);
    segment.checksum = checksumOf(segment, segment.bytes);
    return segment;
}

std::uint64_t checksumOf(const Segment &segment, std::string_view bytes)
{
    const std::array<std::int64_t, 6> form{
        segment.rows, std::int64_t(segment.encoding), segment.bits, segment.compressed, segment.base, segment.scale};
    return XXH3_64bits_withSeed(bytes.data(), bytes.size(), XXH3_64bits(form.data(), sizeof form));
}

std::optional<ColumnValues> decodeSegment(const Segment &segment, std::string_view bytes)
{
    if (!isPlausible(segment) || checksumOf(segment, bytes) != segment.checksum)
        return std::nullopt;
    const std::size_t size = unpackedSize(segment);
    if (!segment.compressed)
        return bytes.size() == size ? valuesOf(segment, bytes) : std::nullopt;
    std::string packed(size, '\0');
    const std::size_t unpacked = ZSTD_decompress(packed.data(), size, bytes.data(), bytes.size());
    if (ZSTD_isError(unpacked) || unpacked != size)
        return std::nullopt;
    return valuesOf(segment, packed);
}

} // namespace evenredig
