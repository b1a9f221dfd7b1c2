#include "core/import/recognise/reading.h"

#include "core/base/path.h"
#include "core/base/text.h"
#include "core/import/recognise/columnsniff.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <utility>

namespace evenredig {

namespace {

std::string markName(char mark)
{
    return mark == '\t' ? "tab" : mark == 0 ? "\"\"" : std::string("\"") + mark + "\"";
}

/// What differs from the usual marks, as a recipe would say it.
std::vector<std::string> marksTold(const Marks &marks, const Marks &usual)
{
    std::vector<std::string> told;
    if (marks.decimal != usual.decimal)
        told.push_back("decimal \"" + marks.decimal + "\"");
    if (marks.thousands != usual.thousands)
        told.push_back("thousands \"" + marks.thousands + "\"");
    return told;
}

/// Where the table begins in the file, where the recipe does not say it.
void takeShape(Reading &reading, const ReadOptions &options)
{
    const DialectEvidence &dialect = reading.sniff->dialect;
    reading.csv.skip = options.isGiven("skip") ? options.skip : dialect.skip;
    reading.csv.shortHeader = options.isGiven("short_header") ? options.shortHeader : dialect.shortHeader;
    if (!options.isGiven("skip") && dialect.skip > 0)
        reading.recognised.push_back("skip " + std::to_string(dialect.skip));
    if (!options.isGiven("short_header") && dialect.shortHeader != ShortHeader::No)
        reading.recognised.emplace_back(dialect.shortHeader == ShortHeader::RowNames
                                            ? "short_header \"row_names\""
                                            : "short_header \"trailing_delimiter\"");
}

/// What the program would take without looking is no news.
void takeRecognised(Reading &reading, const ReadOptions &options)
{
    const Sniff &sniff = *reading.sniff;
    CsvOptions usual;
    if (options.format == "statline")
        usual.delimiter = ';';
    reading.csv = sniff.options();
    if (!options.isGiven("delimiter") && reading.csv.delimiter != usual.delimiter)
        reading.recognised.push_back("delimiter " + markName(reading.csv.delimiter));
    if (!options.isGiven("quote") && reading.csv.quote != usual.quote)
        reading.recognised.push_back("quote " + markName(reading.csv.quote));
    if (!options.isGiven("encoding") && reading.csv.encoding != usual.encoding)
        reading.recognised.push_back("encoding " + std::string(textEncodingName(reading.csv.encoding)));
    takeShape(reading, options);
    if (reading.marksAreGiven)
        return;
    reading.marks = {sniff.decimal, sniff.thousands};
    for (const std::string &told : marksTold(reading.marks, {}))
        reading.recognised.push_back(told);
}

/// StatLine prints a decimal point and no thousands in every form. Its symbols: blank impossible; "." unknown,
/// unreliable or secret; older tables also "x" secret and "-" nil. The form without symbols is the one without
/// quotes: there an empty cell does not say why.
void takeStatline(Reading &reading, const ReadOptions &options)
{
    reading.nilIsDash = !options.missing.contains("-");
    if (!options.isGiven("missing"))
        reading.missing = {{"", Missing::Impossible}, {".", Missing::Unknown}, {"x", Missing::Suppressed}};
    reading.symbolsMissing = reading.sniff->dialect.quoted == 0;
    if (reading.symbolsMissing)
        reading.missing[""] = Missing::Unknown;
}

Reading fromOptions(const ReadOptions &options)
{
    Reading reading;
    reading.csv = options.csv();
    reading.marks = options.marks();
    reading.missing = options.missing;
    reading.marksAreGiven = options.format == "statline" || !options.marksAreOpen();
    return reading;
}

bool isOpen(const ReadOptions &options, const Reading &reading)
{
    return !options.isGiven("delimiter") || !options.isGiven("encoding") || !reading.marksAreGiven;
}

/// Whether a file begins with the mark of UTF-8, of which the recipe says that it is another encoding: either may be true.
bool contradictsMark(const std::string &path, TextEncoding encoding)
{
    if (encoding == TextEncoding::Utf8)
        return false;
    std::array<char, 3> start{};
    std::ifstream file(filePath(path), std::ios::binary);
    return file.read(start.data(), start.size()) && std::string_view(start.data(), start.size()) == "\xEF\xBB\xBF";
}

Result<Reading> settledHeader(Reading reading, const ReadOptions &options, const std::string &name)
{
    reading.csv.header = options.header;
    const bool doubtful = reading.sniff && !options.isGiven("header") && reading.sniff->header == Sniff::Header::None;
    if (doubtful && !options.takeLikely)
        return fail(ErrorCode::HeaderDoubtful, {{"file", name}, {"value", reading.sniff->firstRow}});
    if (doubtful) {
        reading.csv.header = false;
        reading.recognised.emplace_back("header false");
    }
    return reading;
}

} // namespace

SniffGiven givenOf(const ReadOptions &options)
{
    SniffGiven given;
    if (options.isGiven("delimiter"))
        given.delimiter = options.delimiter;
    if (options.isGiven("quote"))
        given.quote = options.quote;
    if (options.isGiven("encoding"))
        given.encoding = textEncodingFromName(options.encoding);
    if (options.isGiven("header"))
        given.header = options.header;
    return given;
}

Result<Reading> Reading::make(const ReadOptions &options, const SourceBytes &source, const Progress &progress)
{
    Reading reading = fromOptions(options);
    const bool statline = options.format == "statline";
    const bool open = isOpen(options, reading) || statline;
    Result<Sniff> sniff = source.sniff(givenOf(options), progress); // also for how the column of periods is written
    if (!sniff)
        return tl::unexpected<Error>(sniff.error());
    reading.sniff = std::move(*sniff);
    if (open)
        takeRecognised(reading, options);
    if (statline)
        takeStatline(reading, options);
    if (!open) {
        takeShape(reading, options);
        reading.csv.header = options.header;
        return reading;
    }
    return settledHeader(std::move(reading), options, source.name());
}

Result<Reading> Reading::ofFile(const ReadOptions &options, const std::string &path, const Progress &progress)
{
    Reading reading = fromOptions(options);
    const bool given = !isOpen(options, reading);
    if (given && !contradictsMark(path, reading.csv.encoding))
        return reading;
    if (given || (options.isGiven("delimiter") && reading.marksAreGiven)) {
        const Result<EncodingEvidence> encoding = sniffEncoding(path, progress, givenOf(options).encoding);
        if (!encoding)
            return tl::unexpected<Error>(encoding.error());
        const TextEncoding usual = reading.csv.encoding;
        reading.csv.encoding = encoding->encoding;
        if (reading.csv.encoding != usual)
            reading.recognised.push_back("encoding " + std::string(textEncodingName(reading.csv.encoding)));
        return reading;
    }
    Result<Sniff> sniff = sniffFile(path, progress, givenOf(options));
    if (!sniff)
        return tl::unexpected<Error>(sniff.error());
    reading.sniff = std::move(*sniff);
    takeRecognised(reading, options);
    return settledHeader(std::move(reading), options, path);
}

Result<ColumnReading> columnReading(const Reading &reading, const ColumnEvidence &column, bool takeLikely,
                                    const std::string &file)
{
    ColumnReading result{reading.marks, {}, ""};
    if (reading.marksAreGiven)
        return result;
    if (column.twoWays()) {
        if (!takeLikely)
            return tl::unexpected<Error>(ambiguousReading(column, reading, file));
        result.told = column.example + " = " + twoWays(column, reading).taken();
        result.reason = "read_two_ways";
        return result;
    }
    result.marks = marksOf(column, reading.marks);
    result.told = joined(marksTold(result.marks, reading.marks));
    result.reason = "recognised";
    return result;
}

TwoWays twoWays(const ColumnEvidence &column, const Reading &reading)
{
    const char mark = column.marks.pointEither > 0 ? '.' : ',';
    TwoWays ways;
    ways.large = ways.small = column.example;
    std::erase(ways.large, mark);
    std::replace(ways.small.begin(), ways.small.end(), mark, '.');
    ways.takenLarge = reading.marks.decimal != std::string_view(&mark, 1);
    return ways;
}

Error ambiguousReading(const ColumnEvidence &column, const Reading &reading, const std::string &file)
{
    const TwoWays ways = twoWays(column, reading);
    const auto dutch = [](std::string number) {
        std::replace(number.begin(), number.end(), '.', ',');
        return number;
    };
    Error error;
    error.code = ErrorCode::ReadingAmbiguous;
    error.context = {{"file", file},
                     {"column", column.name},
                     {"value", column.example},
                     {"line", std::to_string(column.exampleLine)},
                     {"large", ways.large},
                     {"small.nl", dutch(ways.small)},
                     {"small.en", ways.small},
                     {"likely.nl", dutch(ways.taken())},
                     {"likely.en", ways.taken()}};
    return error;
}

} // namespace evenredig
