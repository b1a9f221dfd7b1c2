#include "core/import/source/csvreader.h"

#include "core/import/source/csvmarks.h"

#include <algorithm>
#include <utility>

namespace evenredig {

namespace {

/// A quoted field that runs on longer than this is taken for one that is never closed.
constexpr std::size_t longestTail = 16u << 20;
/// What may be read anew in all behind quotes that are never closed. A file that goes over it (say, a million lines
/// that each open a quote) does not quote; from there on a quoted field may run over a few short lines only, so that
/// reading stays linear.
constexpr std::size_t rereadAllowance = 32u << 20;
constexpr std::size_t shortTail = 128;
/// What is decoded, and searched for marks, at a time; whoever feeds a whole file needs no second one of memory.
constexpr std::size_t readAtOnce = 1u << 20;

bool isLineBreak(char character)
{
    return character == '\n' || character == '\r';
}

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t") == std::string_view::npos;
}

} // namespace

std::string_view reasonOf(CsvFault fault)
{
    switch (fault) {
    case CsvFault::FieldCount: return "field_count";
    case CsvFault::BrokenQuote: return "broken_quote";
    case CsvFault::CutRecord: return "cut_record";
    case CsvFault::None: break;
    }
    return {};
}

CsvReader::CsvReader(CsvOptions options, std::string file, Receiver header, Receiver row)
    : m_options(options), m_file(std::move(file)), m_decoder(options.encoding, m_file), m_header(std::move(header)),
      m_row(std::move(row)), m_toSkip(options.skip)
{
    startRecord();
}

Result<void> CsvReader::feed(std::string_view bytes)
{
    for (std::size_t at = 0; at < bytes.size(); at += readAtOnce) {
        m_decoded.clear();
        Result<void> decoded = m_decoder.feed(bytes.substr(at, readAtOnce), m_decoded);
        // What came before a wrong byte is still read, so that an earlier fault of the header is told first.
        if (Result<void> taken = read(m_decoded); !taken)
            return taken;
        if (!decoded)
            return decoded;
    }
    return {};
}

Result<void> CsvReader::finish()
{
    std::string text;
    if (Result<void> decoded = m_decoder.finish(text); !decoded)
        return decoded;
    if (Result<void> taken = read(text); !taken)
        return taken;
    while (m_state == State::Quoted) {
        if (Result<void> abandoned = abandonQuote(); !abandoned)
            return abandoned;
    }
    if (!m_text.empty() || !m_ends.empty() || m_anyQuote) { // a last line without a line break
        if (Result<void> ended = endRecord(); !ended)
            return ended;
    }
    if (!m_headerSeen)
        return fail(ErrorCode::FileEmpty, {{"file", m_file}});
    if (rowsRead() == 0)
        return fail(ErrorCode::NoRows, {{"file", m_file}});
    return {};
}

/// Lines that are no part of the table are passed over as they stand: a quote in a title opens nothing.
void CsvReader::passOver(std::string_view &text)
{
    while (m_toSkip > 0 && !text.empty()) {
        const std::size_t end = text.find_first_of("\r\n");
        if (end == std::string_view::npos) {
            text = {};
            return;
        }
        const bool pair = text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n';
        m_lastWasReturn = text[end] == '\r' && end + 1 == text.size();
        text.remove_prefix(end + (pair ? 2 : 1));
        --m_toSkip;
        m_record.line = ++m_line;
    }
}

Result<void> CsvReader::read(std::string_view text)
{
    passOver(text);
    Result<void> taken;
    for (std::size_t at = 0; taken && at < text.size(); at += readAtOnce) {
        const std::string_view piece = text.substr(at, readAtOnce);
        // A quote that is never closed calls this again for its tail, so the memory is borrowed.
        Marks marks{std::exchange(m_marks, {})};
        findMarks(piece, m_options.delimiter, m_options.quote, marks.places);
        taken = readPiece(piece, marks);
        m_marks = std::move(marks.places);
    }
    return taken;
}

/// Records that lie whole in the piece are taken as they lie, the others character by character.
Result<void> CsvReader::readPiece(std::string_view text, Marks &marks)
{
    for (std::size_t i = 0; i < text.size();) {
        if (betweenRecords() && !(m_lastWasReturn && text[i] == '\n')) {
            while (marks.next < marks.places.size() && marks.places[marks.next] < i)
                ++marks.next;
            const Result<std::size_t> taken = takeWhole(text, i, marks);
            if (!taken)
                return tl::unexpected<Error>(taken.error());
            i = *taken;
        }
        do {
            i += takeRun(text.substr(i));
            if (i == text.size())
                break;
            if (Result<void> taken = readCharacter(text[i++]); !taken)
                return taken;
        } while (!betweenRecords());
    }
    return {};
}

bool CsvReader::betweenRecords() const
{
    return m_state == State::FieldStart && m_text.empty() && m_ends.empty() && !m_anyQuote && m_tail.empty();
}

/// Hands on as many records as it can from `begin` on; gives the place where the first begins that it cannot.
Result<std::size_t> CsvReader::takeWhole(std::string_view text, std::size_t begin, Marks &marks)
{
    while (const std::optional<std::size_t> end = takeFields(text, begin, marks)) {
        const bool pair = text[*end] == '\r' && *end + 1 < text.size() && text[*end + 1] == '\n';
        marks.next += pair ? 2 : 1;
        m_lastWasReturn = text[*end] == '\r' && *end + 1 == text.size();
        begin = *end + (pair ? 2 : 1);
        ++m_line;
        const bool blank = m_record.fields.size() == 1 && !m_anyQuote && isBlank(m_record.fields[0]);
        m_blankLines += blank ? 1 : 0;
        const Result<void> handed = blank ? Result<void>() : hand();
        startRecord();
        if (!handed)
            return tl::unexpected<Error>(handed.error());
    }
    m_anyQuote = false;
    return begin;
}

/// The fields of one record where they lie, up to its line break; nothing when it is not whole, or has quotes that must
/// be looked at one by one.
std::optional<std::size_t> CsvReader::takeFields(std::string_view text, std::size_t begin, Marks &marks)
{
    m_record.fields.clear();
    bool quoted = false;
    for (; marks.next < marks.places.size(); ++marks.next) {
        const std::size_t place = marks.places[marks.next];
        const char mark = text[place];
        if (mark == m_options.delimiter || isLineBreak(mark)) {
            m_record.fields.push_back(quoted ? text.substr(begin + 1, place - begin - 2)
                                             : text.substr(begin, place - begin));
            if (mark != m_options.delimiter)
                return place;
            begin = place + 1;
            quoted = false;
        } else if (place == begin) {
            if (!skipQuoted(text, m_options.quote, marks))
                return std::nullopt;
            m_anyQuote = quoted = true;
        } else if (isBlank(text.substr(begin, place - begin))) {
            return std::nullopt; // within a text a quote is a character like others, behind blanks it is none
        }
    }
    return std::nullopt;
}

/// From an opening quote to the one that closes it, if the field ends right behind that; no line break, no quote inside.
bool CsvReader::skipQuoted(std::string_view text, char quote, Marks &marks)
{
    for (++marks.next; marks.next + 1 < marks.places.size(); ++marks.next) {
        const std::size_t place = marks.places[marks.next];
        if (isLineBreak(text[place]))
            return false;
        if (text[place] == quote)
            return marks.places[marks.next + 1] == place + 1 && text[place + 1] != quote;
    }
    return false;
}

/// Within a field, all characters up to the next that may mean something are taken at once.
std::size_t CsvReader::takeRun(std::string_view text)
{
    if (m_state != State::Plain && m_state != State::Quoted)
        return 0;
    const auto special = [this](char character) {
        return character == m_options.delimiter || character == m_options.quote || isLineBreak(character);
    };
    const std::size_t length = std::size_t(std::find_if(text.begin(), text.end(), special) - text.begin());
    m_text.append(text.substr(0, length));
    if (!m_tail.empty())
        m_tail.append(text.substr(0, length));
    m_lastWasReturn = m_lastWasReturn && length == 0;
    return length;
}

Result<void> CsvReader::readCharacter(char character)
{
    const bool secondHalf = character == '\n' && m_lastWasReturn; // of CR LF
    m_lastWasReturn = character == '\r';
    if (isLineBreak(character) && !secondHalf)
        ++m_line;
    if (m_state == State::Quoted)
        return readQuoted(character);
    if (!m_tail.empty())
        m_tail += character;
    if (secondHalf)
        return {};
    if (isLineBreak(character))
        return endRecord();
    return readUnquoted(character);
}

Result<void> CsvReader::readQuoted(char character)
{
    if (!m_tail.empty() || isLineBreak(character))
        m_tail += character;
    if (m_tail.size() > (m_reread > rereadAllowance ? shortTail : longestTail))
        return abandonQuote();
    if (character == m_options.quote)
        m_state = State::QuoteInQuoted;
    else
        m_text += character;
    return {};
}

Result<void> CsvReader::readUnquoted(char character)
{
    if (character == m_options.delimiter) {
        endField();
        return {};
    }
    const bool quote = m_options.quote != 0 && character == m_options.quote;
    const std::size_t begin = m_ends.empty() ? 0 : m_ends.back();
    switch (m_state) {
    case State::FieldStart: // nothing yet, or blanks before a quote
        if (quote) {
            m_text.resize(begin);
            m_state = State::Quoted;
            m_anyQuote = true;
            return {};
        }
        if (character != ' ' && character != '\t')
            m_state = State::Plain;
        break;
    case State::QuoteInQuoted:
        if (quote) {
            m_state = State::Quoted; // a doubled quote stands for one
            break;
        }
        m_state = State::AfterQuote;
        [[fallthrough]];
    case State::AfterQuote:
        if (character == ' ' || character == '\t')
            return {};
        m_record.fault = CsvFault::BrokenQuote;
        m_state = State::Plain;
        break;
    case State::Plain:
    case State::Quoted: break;
    }
    m_text += character;
    return {};
}

/// A quote that is never closed has swallowed lines: the first is a cut record, the others are read anew.
Result<void> CsvReader::abandonQuote()
{
    const std::string tail = std::exchange(m_tail, {});
    m_reread += tail.size();
    const long firstLine = m_record.line;
    endField();
    m_record.fault = CsvFault::CutRecord;
    if (Result<void> delivered = deliver(); !delivered)
        return delivered;
    if (tail.empty()) {
        startRecord();
        return {};
    }
    // The tail begins with the line break that ended the cut record.
    m_line = firstLine + 1;
    m_lastWasReturn = tail[0] == '\r';
    startRecord();
    return read(std::string_view(tail).substr(1));
}

Result<void> CsvReader::endRecord()
{
    const bool blank = m_ends.empty() && !m_anyQuote && isBlank(m_text);
    if (blank) {
        ++m_blankLines;
        startRecord();
        return {};
    }
    endField();
    Result<void> delivered = deliver();
    startRecord();
    return delivered;
}

Result<void> CsvReader::deliver()
{
    m_record.fields.clear();
    std::size_t begin = 0;
    for (const std::size_t end : m_ends) {
        m_record.fields.push_back(std::string_view(m_text).substr(begin, end - begin));
        begin = end;
    }
    return hand();
}

/// The fields of a record, be it the header or a row.
Result<void> CsvReader::hand()
{
    if (!m_headerSeen) {
        m_headerSeen = true;
        if (m_options.header && m_options.shortHeader == ShortHeader::RowNames)
            m_record.fields.insert(m_record.fields.begin(), std::string_view());
        m_fieldCount = m_record.fields.size();
        if (m_options.header)
            return m_header(m_record);
        if (Result<void> numbered = deliverNumbers(); !numbered)
            return numbered;
    }
    const bool trailing = m_options.shortHeader == ShortHeader::TrailingDelimiter
                          && m_record.fields.size() == m_fieldCount + 1 && m_record.fields.back().empty();
    if (trailing)
        m_record.fields.pop_back();
    if (m_record.fault == CsvFault::None && m_record.fields.size() != m_fieldCount)
        m_record.fault = CsvFault::FieldCount;
    ++m_rowsRead;
    m_rowsFaulty += m_record.fault == CsvFault::None ? 0 : 1;
    return m_row(m_record);
}

/// The header of a file that has none.
Result<void> CsvReader::deliverNumbers()
{
    std::vector<std::string> names;
    for (std::size_t i = 1; i <= m_fieldCount; ++i)
        names.push_back("#" + std::to_string(i));
    CsvRecord header;
    header.line = m_record.line;
    header.fields.assign(names.begin(), names.end());
    return m_header(header);
}

void CsvReader::endField()
{
    m_ends.push_back(m_text.size());
    m_state = State::FieldStart;
}

void CsvReader::startRecord()
{
    m_text.clear();
    m_ends.clear();
    m_tail.clear();
    m_record.line = m_line;
    m_record.fault = CsvFault::None;
    m_anyQuote = false;
    m_state = State::FieldStart;
}

} // namespace evenredig
