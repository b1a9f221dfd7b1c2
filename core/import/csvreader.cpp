#include "core/import/csvreader.h"

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

bool isLineBreak(char character)
{
    return character == '\n' || character == '\r';
}

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t") == std::string_view::npos;
}

} // namespace

CsvReader::CsvReader(CsvOptions options, std::string file, Receiver header, Receiver row)
    : m_options(options), m_file(std::move(file)), m_decoder(options.encoding, m_file), m_header(std::move(header)),
      m_row(std::move(row))
{
    startRecord();
}

Result<void> CsvReader::feed(std::string_view bytes)
{
    std::string text;
    Result<void> decoded = m_decoder.feed(bytes, text);
    // What came before a wrong byte is still read, so that an earlier fault of the header is told first.
    if (Result<void> taken = read(text); !taken)
        return taken;
    return decoded;
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

Result<void> CsvReader::read(std::string_view text)
{
    for (std::size_t i = takeRun(text); i < text.size(); i += takeRun(text.substr(i))) {
        if (Result<void> taken = readCharacter(text[i]); !taken)
            return taken;
        ++i;
    }
    return {};
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
    if (!m_headerSeen) {
        m_headerSeen = true;
        m_fieldCount = m_record.fields.size();
        if (m_options.header)
            return m_header(m_record);
        if (Result<void> numbered = deliverNumbers(); !numbered)
            return numbered;
    }
    if (m_record.fault == CsvFault::None && m_record.fields.size() != m_fieldCount)
        m_record.fault = CsvFault::FieldCount;
    ++(m_record.fault == CsvFault::None ? m_rowsGood : m_rowsFaulty);
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
