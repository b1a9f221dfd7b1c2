#include "core/import/recognise/sniffreport.h"

#include "core/base/numberformat.h"
#include "core/base/texts.h"
#include "core/import/recognise/reading.h"

#include <nlohmann/json.hpp>

#include <array>

namespace evenredig {

namespace {

constexpr std::array<const char *, 4> kinds{"empty", "text", "code", "number"};
constexpr std::array<const char *, 3> headers{"certain", "likely", "none"};

std::string counted(long count, Language language)
{
    NumberFormat format = language == Language::Dutch ? NumberFormat::dutch() : NumberFormat::english();
    format.groupFrom = 4; // counts are compared here, so 1.234 beside 12.345
    return formatNumber(double(count), 0, format);
}

std::string delimiterText(char delimiter, Language language)
{
    return delimiter == '\t' ? text(language, "sniff.tab") : std::string(1, delimiter);
}

std::string encodingText(const EncodingEvidence &evidence, Language language)
{
    const char *how = evidence.byteOrderMark      ? "sniff.encoding_mark"
                      : evidence.pureAscii()      ? "sniff.encoding_ascii"
                      : evidence.notUtf8Line == 0 ? "sniff.encoding_valid"
                      : evidence.windowsOnly == 0 ? "sniff.encoding_either"
                                                  : "sniff.encoding_byte";
    return text(language, how,
                {{"encoding", std::string(textEncodingName(evidence.encoding))},
                 {"line", counted(evidence.notUtf8Line, language)},
                 {"count", counted(evidence.outsideAscii, language)}});
}

std::string marksText(const MarkCounts &marks, Language language)
{
    const auto number = [language](long count) { return counted(count, language); };
    std::string line = text(language, "sniff.decimals",
                            {{"comma", number(marks.commaDecimals)}, {"point", number(marks.pointDecimals)}});
    if (marks.commaThousands + marks.pointThousands + marks.blankThousands > 0)
        line += " "
                + text(language, "sniff.thousands",
                       {{"comma", number(marks.commaThousands)},
                        {"point", number(marks.pointThousands)},
                        {"blank", number(marks.blankThousands)}});
    return line;
}

std::string columnText(const ColumnEvidence &column, const Reading &reading, Language language)
{
    std::string line = text(language, std::string("sniff.column_") + kinds[std::size_t(column.kind())],
                            {{"column", column.name},
                             {"filled", counted(column.filled, language)},
                             {"empty", counted(column.empty, language)},
                             {"numbers", counted(column.numbers, language)},
                             {"zeros", counted(column.leadingZeros, language)}});
    if (!column.ambiguous())
        return "  " + line + "\n";
    const TwoWays ways = twoWays(column, reading);
    const char mark = language == Language::Dutch ? ',' : '.';
    std::string small = ways.small;
    for (char &character : small)
        character = character == '.' ? mark : character;
    line += " "
            + text(language, "sniff.two_ways",
                   {{"value", column.example},
                    {"line", counted(column.exampleLine, language)},
                    {"count", counted(column.marks.commaEither + column.marks.pointEither, language)},
                    {"large", ways.large},
                    {"small", small},
                    {"likely", ways.takenLarge ? ways.large : small}});
    return "! " + line + "\n";
}

Reading readingOf(const Sniff &sniff)
{
    Reading reading;
    reading.marks = {sniff.decimal, sniff.thousands};
    return reading;
}

nlohmann::ordered_json toJson(const MarkCounts &marks)
{
    return {{"comma_decimals", marks.commaDecimals},   {"point_decimals", marks.pointDecimals},
            {"comma_thousands", marks.commaThousands}, {"point_thousands", marks.pointThousands},
            {"blank_thousands", marks.blankThousands}, {"comma_either", marks.commaEither},
            {"point_either", marks.pointEither}};
}

nlohmann::ordered_json toJson(const ColumnEvidence &column)
{
    nlohmann::ordered_json json{{"name", column.name},           {"kind", kinds[std::size_t(column.kind())]},
                                {"filled", column.filled},       {"empty", column.empty},
                                {"numbers", column.numbers},     {"leading_zeros", column.leadingZeros},
                                {"marks", toJson(column.marks)}, {"ambiguous", column.ambiguous()}};
    if (column.ambiguous())
        json["example"] = {{"line", column.exampleLine}, {"value", column.example}};
    return json;
}

} // namespace

std::vector<std::string> sniffSentences(const Sniff &sniff, Language language)
{
    const auto number = [language](long count) { return counted(count, language); };
    std::vector<std::string> sentences{encodingText(sniff.encoding, language)};
    sentences.push_back(text(language, "sniff.delimiter",
                             {{"delimiter", delimiterText(sniff.dialect.delimiter, language)},
                              {"agreeing", number(sniff.dialect.agreeing)},
                              {"records", number(sniff.dialect.records)},
                              {"fields", number(long(sniff.dialect.fields))}}));
    sentences.push_back(sniff.dialect.quoted > 0 ? text(
                            language, "sniff.quote",
                            {{"quote", std::string(1, sniff.dialect.quote)}, {"count", number(sniff.dialect.quoted)}})
                                                 : text(language, "sniff.no_quote"));
    sentences.push_back(text(language, std::string("sniff.header_") + headers[std::size_t(sniff.header)]));
    sentences.push_back(marksText(sniff.marks, language));
    return sentences;
}

std::string sniffText(const Sniff &sniff, const std::string &file, Language language)
{
    const auto number = [language](long count) { return counted(count, language); };
    std::string out = text(language, "sniff.rows",
                           {{"file", file},
                            {"rows", number(sniff.rows)},
                            {"columns", number(long(sniff.columns.size()))},
                            {"faulty", number(sniff.rowsFaulty)},
                            {"blank", number(sniff.blankLines)}})
                      + "\n";
    for (const std::string &sentence : sniffSentences(sniff, language))
        out += sentence + "\n";
    out += "\n";
    for (const ColumnEvidence &column : sniff.columns)
        out += columnText(column, readingOf(sniff), language);
    return out;
}

std::string sniffJson(const Sniff &sniff, const std::string &file, const std::string &suggested)
{
    nlohmann::ordered_json json{{"file", file},
                                {"rows", sniff.rows},
                                {"rows_faulty", sniff.rowsFaulty},
                                {"blank_lines", sniff.blankLines},
                                {"header", headers[std::size_t(sniff.header)]}};
    const std::string quote = sniff.dialect.quote == 0 ? std::string() : std::string(1, sniff.dialect.quote);
    json["read"] = {{"format", "csv"},
                    {"delimiter", std::string(1, sniff.dialect.delimiter)},
                    {"quote", quote},
                    {"decimal", sniff.decimal},
                    {"thousands", sniff.thousands},
                    {"encoding", textEncodingName(sniff.encoding.encoding)},
                    {"header", sniff.header != Sniff::Header::None}};
    json["evidence"] = {{"byte_order_mark", sniff.encoding.byteOrderMark},
                        {"bytes_outside_ascii", sniff.encoding.outsideAscii},
                        {"first_line_not_utf8", sniff.encoding.notUtf8Line},
                        {"records_looked_at", sniff.dialect.records},
                        {"records_agreeing", sniff.dialect.agreeing},
                        {"fields_quoted", sniff.dialect.quoted},
                        {"marks", toJson(sniff.marks)}};
    json["columns"] = nlohmann::ordered_json::array();
    for (const ColumnEvidence &column : sniff.columns)
        json["columns"].push_back(toJson(column));
    if (!suggested.empty())
        json["suggested"] = nlohmann::ordered_json::parse(suggested, nullptr, false);
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

} // namespace evenredig
