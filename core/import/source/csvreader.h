// Reads CSV (RFC 4180, and what is really out there) in pieces of any size, record by record.
#pragma once

#include "core/import/source/textdecoder.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace evenredig {

/// A header with one field less than the rows.
enum class ShortHeader {
    No,               ///< is not one: such rows are faulty
    RowNames,         ///< the rows begin with a name, as R writes them: the first column gets no name
    TrailingDelimiter ///< the rows end in a delimiter with nothing behind it
};

struct CsvOptions {
    char delimiter = ',';
    char quote = '"'; ///< 0: none
    TextEncoding encoding = TextEncoding::Utf8;
    bool header = true; ///< false: the first record is a row, and the columns are named "#1", "#2", …
    long skip = 0;      ///< lines above the header, or above the first row, that are no part of the table
    ShortHeader shortHeader = ShortHeader::No;
};

/// What is wrong with the structure of a record. Such a record is counted and set aside, the rest goes on.
enum class CsvFault {
    None,
    FieldCount,  ///< not as many fields as the header
    BrokenQuote, ///< text behind a closing quote
    CutRecord    ///< a quote that is never closed: the file was cut, or the quote was stray
};

/// "field_count", …: the reason in the ledger; empty for None.
[[nodiscard]] std::string_view reasonOf(CsvFault fault);

struct CsvRecord {
    long line = 0; ///< the first line, counted from 1
    /// As written, without quotes, in the order of memory; valid during the call only.
    std::vector<std::string_view> fields;
    CsvFault fault = CsvFault::None;
};

/// The first record is the header, if the options do not say otherwise. Blank lines are no records and are counted apart. Every other record is
/// handed to the receiver, good or faulty: `rowsRead` counts them all. Not thread-safe.
class CsvReader {
public:
    /// Gives a fault to stop reading.
    using Receiver = std::function<Result<void>(const CsvRecord &)>;

    CsvReader(CsvOptions options, std::string file, Receiver header, Receiver row);

    [[nodiscard]] Result<void> feed(std::string_view bytes);
    /// The end of the file. Faults: FileEmpty (not even a header), NoRows.
    [[nodiscard]] Result<void> finish();

    [[nodiscard]] long rowsRead() const { return m_rowsRead; }
    [[nodiscard]] long rowsFaulty() const { return m_rowsFaulty; }
    [[nodiscard]] long blankLines() const { return m_blankLines; }

private:
    enum class State { FieldStart, Plain, Quoted, QuoteInQuoted, AfterQuote };

    /// The marks of a piece of text, and the next one to look at.
    struct Marks {
        std::vector<std::uint32_t> places;
        std::size_t next = 0;
    };

    void passOver(std::string_view &text);
    [[nodiscard]] Result<void> read(std::string_view text);
    [[nodiscard]] Result<void> readPiece(std::string_view text, Marks &marks);
    [[nodiscard]] Result<std::size_t> takeWhole(std::string_view text, std::size_t begin, Marks &marks);
    [[nodiscard]] std::optional<std::size_t> takeFields(std::string_view text, std::size_t begin, Marks &marks);
    [[nodiscard]] static bool skipQuoted(std::string_view text, char quote, Marks &marks);
    [[nodiscard]] bool betweenRecords() const;
    [[nodiscard]] Result<void> readCharacter(char character);
    [[nodiscard]] Result<void> readQuoted(char character);
    [[nodiscard]] Result<void> readUnquoted(char character);
    [[nodiscard]] Result<void> abandonQuote();
    [[nodiscard]] Result<void> endRecord();
    [[nodiscard]] Result<void> deliver();
    [[nodiscard]] Result<void> hand();
    [[nodiscard]] std::size_t takeRun(std::string_view text);
    [[nodiscard]] Result<void> deliverNumbers();
    void endField();
    void startRecord();

    CsvOptions m_options;
    std::string m_file;
    TextDecoder m_decoder;
    Receiver m_header;
    Receiver m_row;
    long m_toSkip = 0; ///< lines above the table

    State m_state = State::FieldStart;
    std::string m_text;              ///< the fields of the record, one behind the other
    std::vector<std::size_t> m_ends; ///< where each field ends in m_text
    std::string m_tail; ///< all from the first line break inside a quote on, to read anew if it never closes
    CsvRecord m_record;
    std::string m_decoded;              ///< the text of the bytes at hand
    std::vector<std::uint32_t> m_marks; ///< memory for the marks of the next piece
    std::size_t m_reread = 0;           ///< how much of the file was read anew behind unclosed quotes
    bool m_anyQuote = false;            ///< in this record
    bool m_lastWasReturn = false;
    long m_line = 1;
    std::size_t m_fieldCount = 0;
    bool m_headerSeen = false;
    long m_rowsRead = 0, m_rowsFaulty = 0, m_blankLines = 0;
};

} // namespace evenredig
