#include "core/import/recognise/columnsniff.h"

#include "core/import/recognise/numbermarks.h"
#include "core/import/source/trim.h"
#include "core/model/period.h"

#include <algorithm>
#include <set>
#include <utility>

namespace evenredig {

namespace {

void count(ColumnEvidence &column, std::string_view cell, const std::string &first, long line)
{
    const std::string_view text = trimmedCell(cell);
    if (text.empty()) {
        ++column.empty;
        return;
    }
    ++column.filled;
    column.likeTheFirst += text == first ? 1 : 0;
    column.periods.add(text);
    const NumberMarks marks = numberMarks(text);
    column.numbers += marks.number ? 1 : 0;
    column.leadingZeros += marks.leadingZero ? 1 : 0;
    column.marks.commaDecimals += marks.decimal == ',' ? 1 : 0;
    column.marks.pointDecimals += marks.decimal == '.' ? 1 : 0;
    column.marks.commaThousands += marks.thousands == "," ? 1 : 0;
    column.marks.pointThousands += marks.thousands == "." ? 1 : 0;
    column.marks.commaEither += marks.either == ',' ? 1 : 0;
    column.marks.pointEither += marks.either == '.' ? 1 : 0;
    if (!marks.thousands.empty() && marks.thousands != "," && marks.thousands != ".") {
        ++column.marks.blankThousands;
        column.blankMark = marks.thousands;
    }
    if (marks.either != 0 && column.exampleLine == 0) {
        column.example = text;
        column.exampleLine = line;
    }
}

} // namespace

ColumnSniffer::ColumnSniffer(const CsvOptions &options, const std::string &name, SniffWatcher watcher)
    : m_reader(
        options, name, [this](const CsvRecord &record) { return takeFirst(record); },
        [this](const CsvRecord &record) { return takeRow(record); })
{
    m_watcher = std::move(watcher);
}

Result<void> ColumnSniffer::takeFirst(const CsvRecord &record)
{
    for (const std::string_view cell : record.fields)
        m_first.emplace_back(trimmedCell(cell));
    m_columns.resize(m_first.size());
    if (m_watcher)
        m_watcher(record);
    return {};
}

Result<void> ColumnSniffer::takeRow(const CsvRecord &record)
{
    if (m_watcher)
        m_watcher(record);
    if (record.fault != CsvFault::None)
        return {};
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        count(m_columns[i], record.fields[i], m_first[i], record.line);
    return {};
}

/// A text above numbers is a name. A number above numbers is data, unless it is a period (wide tables have
/// years for names). Texts above texts are names when no two are equal and none returns in its column; that is
/// likely, not certain.
Sniff::Header ColumnSniffer::headerOf() const
{
    bool names = false, data = false, unlike = true;
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const ColumnEvidence &column = m_columns[i];
        const bool numbers = column.kind() == ColumnEvidence::Kind::Number
                             || column.kind() == ColumnEvidence::Kind::Code;
        const bool number = numberMarks(m_first[i]).number;
        const bool period = number && m_first[i].size() == 4 && Period::fromSource(m_first[i]).has_value()
                            && column.likeTheFirst == 0;
        names = names || (numbers && !number && !m_first[i].empty());
        data = data || (number && !period);
        unlike = unlike && seen.insert(m_first[i]).second && !m_first[i].empty() && column.likeTheFirst == 0;
    }
    if (names)
        return Sniff::Header::Certain;
    if (data
        || (!unlike && m_columns.size() > 1
            && std::any_of(m_columns.begin(), m_columns.end(),
                           [](const ColumnEvidence &column) { return column.likeTheFirst > 0; })))
        return Sniff::Header::None;
    return Sniff::Header::Likely;
}

void ColumnSniffer::countFirst()
{
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        count(m_columns[i], m_first[i], {}, 1);
}

Result<void> ColumnSniffer::finish(Sniff &sniff, const std::optional<bool> &header)
{
    const Result<void> ended = m_reader.finish();
    if (!ended && ended.error().code != ErrorCode::NoRows)
        return ended;
    sniff.rows = m_reader.rowsRead();
    sniff.rowsFaulty = m_reader.rowsFaulty();
    sniff.blankLines = m_reader.blankLines();
    sniff.header = header ? (*header ? Sniff::Header::Certain : Sniff::Header::None) : headerOf();
    if (sniff.header == Sniff::Header::None) {
        countFirst();
        ++sniff.rows;
    }
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const bool named = sniff.header != Sniff::Header::None;
        m_columns[i].name = named ? m_first[i] : "#" + std::to_string(i + 1);
        if (!named)
            sniff.firstRow += (i == 0 ? "" : " | ") + m_first[i];
    }
    sniff.columns = std::move(m_columns);
    return {};
}

long MarkCounts::certainOf(char decimal) const
{
    return decimal == ',' ? commaDecimals + pointThousands : pointDecimals + commaThousands;
}

MarkCounts &MarkCounts::operator+=(const MarkCounts &other)
{
    commaDecimals += other.commaDecimals;
    pointDecimals += other.pointDecimals;
    commaThousands += other.commaThousands;
    pointThousands += other.pointThousands;
    blankThousands += other.blankThousands;
    commaEither += other.commaEither;
    pointEither += other.pointEither;
    return *this;
}

/// A value like "x" or "." among numbers says why there is none; half of the values must be numbers.
ColumnEvidence::Kind ColumnEvidence::kind() const
{
    if (filled == 0)
        return Kind::Empty;
    const bool marked = marks.certainOf(',') + marks.certainOf('.') + marks.commaEither + marks.pointEither > 0;
    if (leadingZeros > 0 && !marked)
        return Kind::Code;
    return numbers * 2 >= filled ? Kind::Number : Kind::Text;
}

bool ColumnEvidence::twoWays() const
{
    return marks.commaEither + marks.pointEither > 0 && marks.certainOf(',') + marks.certainOf('.') == 0;
}

Marks marksOf(const ColumnEvidence &column, const Marks &file)
{
    const MarkCounts &counts = column.marks;
    const long comma = counts.certainOf(','), point = counts.certainOf('.');
    Marks marks = file;
    if (comma + point > 0) {
        const bool decimalComma = comma == point ? file.decimal == "," : comma > point;
        const long grouped = decimalComma ? counts.pointThousands + counts.pointEither
                                          : counts.commaThousands + counts.commaEither;
        marks.decimal = decimalComma ? "," : ".";
        marks.thousands = grouped > 0 ? (decimalComma ? "." : ",") : "";
    }
    if (counts.blankThousands > 0 && (marks.thousands.empty() || comma + point == 0))
        marks.thousands = column.blankMark;
    return marks;
}

} // namespace evenredig
