#include "core/import/source/csvmarks.h"

#include <bit>
#include <cstddef>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace evenredig {

namespace {

constexpr std::size_t blockSize = 64;

/// One bit for each character of a block of 64 that is a mark. Without branches: where the marks stand differs from
/// record to record, and a processor that guesses wrongly loses more than the comparing costs.
#ifdef __SSE2__
std::uint64_t maskOf(const char *block, char delimiter, char quote)
{
    const __m128i delimiters = _mm_set1_epi8(delimiter), quotes = _mm_set1_epi8(quote);
    const __m128i feeds = _mm_set1_epi8('\n'), returns = _mm_set1_epi8('\r');
    std::uint64_t mask = 0;
    for (int part = 0; part < 4; ++part) {
        const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i *>(block) + part);
        const __m128i fields = _mm_or_si128(_mm_cmpeq_epi8(text, delimiters), _mm_cmpeq_epi8(text, quotes));
        const __m128i lines = _mm_or_si128(_mm_cmpeq_epi8(text, feeds), _mm_cmpeq_epi8(text, returns));
        mask |= std::uint64_t(std::uint32_t(_mm_movemask_epi8(_mm_or_si128(fields, lines)))) << (16 * part);
    }
    return mask;
}
#else
std::uint64_t maskOf(const char *block, char delimiter, char quote)
{
    std::uint64_t mask = 0;
    for (std::size_t i = 0; i < blockSize; ++i) {
        const char one = block[i];
        const bool mark = (one == delimiter) | (one == quote) | (one == '\n') | (one == '\r');
        mask |= std::uint64_t(mark) << i;
    }
    return mask;
}
#endif

} // namespace

void findMarks(std::string_view text, char delimiter, char quote, std::vector<std::uint32_t> &marks)
{
    if (quote == 0)
        quote = delimiter;
    std::size_t count = 0;
    std::size_t at = 0;
    marks.resize(text.size() / 4 + blockSize);
    for (; at + blockSize <= text.size(); at += blockSize) {
        if (count + blockSize > marks.size())
            marks.resize(2 * marks.size());
        for (std::uint64_t mask = maskOf(text.data() + at, delimiter, quote); mask != 0; mask &= mask - 1)
            marks[count++] = std::uint32_t(at + std::size_t(std::countr_zero(mask)));
    }
    marks.resize(count);
    for (; at < text.size(); ++at) {
        const char one = text[at];
        if (one == delimiter || one == quote || one == '\n' || one == '\r')
            marks.push_back(std::uint32_t(at));
    }
}

} // namespace evenredig
