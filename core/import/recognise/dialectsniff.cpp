#include "core/import/recognise/sniff.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace evenredig {

namespace {

constexpr std::array<char, 4> candidateDelimiters{';', ',', '\t', '|'};
constexpr long mostRecords = 1000;
constexpr std::size_t mostTitles = 20; ///< records above the table

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

struct RecordShape {
    long line = 0;
    std::size_t fields = 0;
    bool sound = false, endsEmpty = false;
    std::string first; ///< its first field
};

/// The records of the beginning as a reader without a header sees them.
std::vector<RecordShape> shapesOf(std::string_view text, char delimiter, char quote)
{
    CsvOptions options;
    options.delimiter = delimiter;
    options.quote = quote;
    options.header = false;
    std::vector<RecordShape> shapes;
    const auto take = [&shapes](const CsvRecord &record) -> Result<void> {
        const bool broken = record.fault != CsvFault::None && record.fault != CsvFault::FieldCount;
        shapes.push_back({record.line, record.fields.size(), !broken, record.fields.back().empty(),
                          std::string(record.fields.front())});
        return long(shapes.size()) < mostRecords ? Result<void>() : fail(ErrorCode::Cancelled);
    };
    CsvReader reader(
        options, {}, [](const CsvRecord &) { return Result<void>(); }, take);
    if (reader.feed(text)) // the end may be cut: its record is not judged, unless there is no other
        static_cast<void>(shapes.size() < 2 ? reader.finish() : Result<void>());
    return shapes;
}

/// The number of fields that most records have, if it is half of them; 0: none.
std::size_t usualFields(const std::vector<RecordShape> &shapes)
{
    std::map<std::size_t, std::size_t> counts;
    for (const RecordShape &shape : shapes)
        ++counts[shape.fields];
    std::size_t usual = 0;
    for (const auto &[fields, count] : counts) {
        if (fields >= 2 && count * 2 >= shapes.size() && (usual == 0 || count >= counts[usual]))
            usual = fields;
    }
    return usual;
}

/// Of a header one field short: what the rows have more.
ShortHeader shortHeaderOf(const std::vector<RecordShape> &shapes, std::size_t header)
{
    std::set<std::string> names;
    bool empty = true;
    std::size_t rows = 0;
    for (std::size_t i = header + 1; i < shapes.size(); ++i) {
        if (shapes[i].fields != shapes[header].fields + 1)
            continue;
        ++rows;
        empty = empty && shapes[i].endsEmpty;
        names.insert(shapes[i].first);
    }
    if (rows < 2)
        return ShortHeader::No;
    if (empty)
        return ShortHeader::TrailingDelimiter;
    return names.size() == rows ? ShortHeader::RowNames : ShortHeader::No;
}

/// Where the table begins: the first record like those below it, or the one before them that names all but one of their
/// fields. What stands above has another shape: titles, notes, comments. Without a usual number of fields the first record.
void findHeader(DialectEvidence &evidence, const std::vector<RecordShape> &shapes, std::size_t usual)
{
    std::size_t header = 0;
    while (usual > 0 && header < std::min(shapes.size(), mostTitles) && shapes[header].fields != usual)
        ++header;
    if (usual == 0 || header == std::min(shapes.size(), mostTitles))
        header = 0;
    if (usual > 2 && header > 0 && shapes[header - 1].fields + 1 == usual) {
        evidence.shortHeader = shortHeaderOf(shapes, header - 1);
        header -= evidence.shortHeader == ShortHeader::No ? 0 : 1;
    }
    evidence.skip = header > 0 ? shapes[header].line - 1 : 0;
    evidence.fields = shapes[header].fields;
    evidence.records = long(shapes.size() - header);
    const std::size_t rows = evidence.fields + (evidence.shortHeader == ShortHeader::No ? 0 : 1);
    for (std::size_t i = header; i < shapes.size(); ++i)
        evidence.agreeing += shapes[i].sound && shapes[i].fields == (i == header ? evidence.fields : rows) ? 1 : 0;
    if (evidence.shortHeader == ShortHeader::RowNames)
        ++evidence.fields;
}

/// Where the table is taken to begin.
enum class Begins { AtTheTop, WhereItLooksSo };

DialectEvidence tryDialect(std::string_view text, char delimiter, char quote, Begins begins)
{
    DialectEvidence evidence;
    evidence.delimiter = delimiter;
    evidence.quote = quote;
    const std::vector<RecordShape> shapes = shapesOf(text, delimiter, quote);
    if (!shapes.empty())
        findHeader(evidence, shapes, begins == Begins::WhereItLooksSo ? usualFields(shapes) : 0);
    if (quote != 0)
        evidence.quoted = std::min(quotesAtFieldStart(text, delimiter, quote),
                                   quotesAtFieldEnd(text, delimiter, quote));
    return evidence;
}

/// Excel's first line "sep=;", as programs write it: in quotes, or with the delimiters of empty cells behind it.
std::optional<char> saidDelimiter(std::string_view text)
{
    std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    if (line.starts_with('"'))
        line.remove_prefix(1);
    const auto isLetterOf = [line](std::size_t place, char small) { return (line[place] | 0x20) == small; };
    if (line.size() < 5 || !isLetterOf(0, 's') || !isLetterOf(1, 'e') || !isLetterOf(2, 'p') || line[3] != '=')
        return std::nullopt;
    const char said = line[4];
    const bool rest = line.find_first_not_of(std::string{said, '"', ' '}, 5) == std::string_view::npos;
    return rest ? std::optional(said) : std::nullopt;
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
DialectEvidence tryDelimiter(std::string_view text, char delimiter, const std::optional<char> &quote, Begins begins)
{
    if (quote)
        return tryDialect(text, delimiter, *quote, begins);
    const DialectEvidence usual = tryDialect(text, delimiter, '"', begins);
    const DialectEvidence single = tryDialect(text, delimiter, '\'', begins);
    return single.quoted > usual.quoted ? single : usual;
}

DialectEvidence bestDialect(std::string_view text, const SniffGiven &given, Begins begins)
{
    if (given.delimiter)
        return tryDelimiter(text, *given.delimiter, given.quote, begins);
    std::optional<DialectEvidence> best;
    for (const char delimiter : candidateDelimiters) {
        const DialectEvidence tried = tryDelimiter(text, delimiter, given.quote, begins);
        if (!best || isBetter(tried, *best))
            best = tried;
    }
    return *best;
}

bool cutsAll(const DialectEvidence &evidence)
{
    return evidence.records > 0 && evidence.agreeing * 10 >= evidence.records * 9;
}

} // namespace

DialectEvidence sniffDialect(std::string_view text, const SniffGiven &given)
{
    if (const std::optional<char> said = saidDelimiter(text)) {
        // The line itself is left blank, so that the lines keep their numbers.
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        std::string rest(end, ' ');
        rest += text.substr(end);
        DialectEvidence evidence = tryDelimiter(rest, given.delimiter.value_or(*said), given.quote, Begins::AtTheTop);
        evidence.skip = std::max(evidence.skip, 1L);
        return evidence;
    }
    const DialectEvidence best = bestDialect(text, given, Begins::AtTheTop);
    // A column of decimal commas below its name would look like a table of two columns below a title.
    constexpr std::size_t fewestBelowTitles = 3;
    const DialectEvidence below = bestDialect(text, given, Begins::WhereItLooksSo);
    const bool found = below.skip > 0 || below.shortHeader != ShortHeader::No;
    // Where the first record fits those below it, as a table of fewer columns, more of them must speak against it.
    constexpr long fewestRecords = 3, fewestAgainst = 10;
    const bool fits = best.fields >= 2 && cutsAll(best);
    const bool better = fits ? below.fields > best.fields && below.agreeing >= fewestAgainst
                             : below.agreeing >= fewestRecords;
    return found && better && below.fields >= fewestBelowTitles && cutsAll(below) ? below : best;
}

} // namespace evenredig
