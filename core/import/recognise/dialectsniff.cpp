#include "core/import/recognise/sniff.h"

#include <algorithm>
#include <array>

namespace evenredig {

namespace {

constexpr std::array<char, 4> candidateDelimiters{';', ',', '\t', '|'};
constexpr long mostRecords = 1000;

bool isLineEnd(char character)
{
    return character == '\n' || character == '\r';
}

/// How many fields begin with the quote, right behind a delimiter or a line break.
long quotesAtFieldStart(std::string_view text, char delimiter, char quote)
{
    long count = 0;
    char before = '\n';
    for (const char character : text) {
        count += character == quote && (before == delimiter || isLineEnd(before)) ? 1 : 0;
        before = character;
    }
    return count;
}

long quotesAtFieldEnd(std::string_view text, char delimiter, char quote)
{
    long count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char after = i + 1 < text.size() ? text[i + 1] : '\n';
        count += text[i] == quote && (after == delimiter || isLineEnd(after)) ? 1 : 0;
    }
    return count;
}

DialectEvidence tryDialect(std::string_view text, char delimiter, char quote)
{
    DialectEvidence evidence;
    evidence.delimiter = delimiter;
    evidence.quote = quote;
    CsvOptions options;
    options.delimiter = delimiter;
    options.quote = quote;
    const auto enough = [&evidence](const CsvRecord &record) -> Result<void> {
        ++evidence.records;
        evidence.agreeing += record.fault == CsvFault::None ? 1 : 0;
        if (evidence.records == 1)
            evidence.fields = record.fields.size();
        return evidence.records < mostRecords ? Result<void>() : fail(ErrorCode::Cancelled);
    };
    CsvReader reader(options, {}, enough, enough);
    if (reader.feed(text)) // the end may be cut: its record is not judged, unless there is no other
        static_cast<void>(evidence.records < 2 ? reader.finish() : Result<void>());
    if (quote != 0)
        evidence.quoted = std::min(quotesAtFieldStart(text, delimiter, quote),
                                   quotesAtFieldEnd(text, delimiter, quote));
    return evidence;
}

/// Nine records of ten agree with the first: such a dialect cuts the text; among those more fields are better
/// evidence than fewer, and quotes that were seen better than none. Below that the share decides.
bool isBetter(const DialectEvidence &a, const DialectEvidence &b)
{
    const auto share = [](const DialectEvidence &one) {
        return one.records == 0 ? 0.0 : double(one.agreeing) / double(one.records);
    };
    const auto rank = [&share](const DialectEvidence &one) { return one.fields < 2 ? 0 : share(one) >= 0.9 ? 2 : 1; };
    if (rank(a) != rank(b)) // one field only is what any wrong delimiter gives, but it beats a bad cut
        return rank(a) == 2 || (rank(b) != 2 && (rank(a) == 1 ? share(a) >= 0.5 : share(b) < 0.5));
    if (rank(a) == 1 && share(a) != share(b))
        return share(a) > share(b);
    if (a.fields != b.fields)
        return a.fields > b.fields;
    return a.quoted > b.quoted;
}

/// A quote is one where it encloses fields; without any the usual one stands. That a stray one is none is for a
/// recipe to say: a record that it breaks is seen, a quote that became text is not.
DialectEvidence tryDelimiter(std::string_view text, char delimiter, const std::optional<char> &quote)
{
    if (quote)
        return tryDialect(text, delimiter, *quote);
    const DialectEvidence usual = tryDialect(text, delimiter, '"');
    const DialectEvidence single = tryDialect(text, delimiter, '\'');
    return single.quoted > usual.quoted ? single : usual;
}

} // namespace

DialectEvidence sniffDialect(std::string_view text, const SniffGiven &given)
{
    if (given.delimiter)
        return tryDelimiter(text, *given.delimiter, given.quote);
    std::optional<DialectEvidence> best;
    for (const char delimiter : candidateDelimiters) {
        const DialectEvidence tried = tryDelimiter(text, delimiter, given.quote);
        if (!best || isBetter(tried, *best))
            best = tried;
    }
    return *best;
}

} // namespace evenredig
