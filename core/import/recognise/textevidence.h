// What the reading of a text file found: the evidence for each choice of how to read it.
#pragma once

#include "core/import/recognise/encodingsniff.h"
#include "core/import/recognise/periodtexts.h"
#include "core/import/source/csvreader.h"

#include <functional>
#include <string>
#include <vector>

namespace evenredig {

/// How many values speak for which mark. "1.234 values have ',' decimals, 0 have '.'."
struct MarkCounts {
    long commaDecimals = 0, pointDecimals = 0;   ///< for certain: "7,4", "0.874"
    long commaThousands = 0, pointThousands = 0; ///< for certain: "1.250.000", "1.250,5"
    long blankThousands = 0;                     ///< "1 250", "1'250"
    long commaEither = 0, pointEither = 0;       ///< "1.250"

    [[nodiscard]] long certainOf(char decimal) const; ///< values that are right only with this decimal mark
    MarkCounts &operator+=(const MarkCounts &other);
};

struct ColumnEvidence {
    enum class Kind { Empty, Text, Code, Number };
    std::string name; ///< of the header, or "#3"
    long filled = 0, empty = 0;
    long numbers = 0;      ///< of the filled: can be read as a number
    long leadingZeros = 0; ///< "007"
    long likeTheFirst = 0; ///< as the cell of the first row
    MarkCounts marks;
    std::string example; ///< the first value that can be read two ways, with its line
    long exampleLine = 0;
    PeriodTexts periods;
    std::string blankMark; ///< the kind of blank that groups thousands, if one does

    [[nodiscard]] Kind kind() const;
    /// Values can be read two ways and no other value of the column settles it, however few of its cells are numbers.
    [[nodiscard]] bool twoWays() const;
    /// The same of a column that looks like one of numbers.
    [[nodiscard]] bool ambiguous() const { return kind() == Kind::Number && twoWays(); }
};

/// The delimiter and quote, and how well they fit the beginning of the file.
struct DialectEvidence {
    char delimiter = ',';
    char quote = '"';
    long records = 0;       ///< of the beginning of the file
    long agreeing = 0;      ///< with as many fields as the header
    std::size_t fields = 0; ///< of the header
    long quoted = 0;        ///< fields that begin and end with the quote
    long skip = 0;          ///< lines above the table
    ShortHeader shortHeader = ShortHeader::No;
};

struct Sniff {
    enum class Header { Certain, Likely, None };
    EncodingEvidence encoding;
    DialectEvidence dialect;
    Header header = Header::Likely;
    std::string firstRow;                 ///< of a file without header: its first cells
    MarkCounts marks;                     ///< of all columns of numbers
    std::string decimal = ".", thousands; ///< the likeliest
    std::vector<ColumnEvidence> columns;
    long rows = 0, rowsFaulty = 0, blankLines = 0;

    [[nodiscard]] CsvOptions options() const;
};

/// Sees every record of the second reading, faulty ones too: the first one (names or data), then the others.
using SniffWatcher = std::function<void(const CsvRecord &)>;

} // namespace evenredig
