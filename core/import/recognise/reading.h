// The reading options of a recipe, completed by what a file shows: what the recipe says holds, the rest is
// recognised and told.
#pragma once

#include "core/import/recipe/recipe.h"
#include "core/import/recognise/sourcebytes.h"

namespace evenredig {

struct Reading {
    CsvOptions csv;
    Marks marks; ///< of the file: those of a column that shows none
    std::map<std::string, Missing> missing;
    bool nilIsDash = false;              ///< "-" is a zero (older StatLine tables)
    bool symbolsMissing = false;         ///< a StatLine form that writes every absent figure as an empty cell
    std::optional<Sniff> sniff;          ///< nothing: the recipe leaves nothing open
    std::vector<std::string> recognised; ///< 'delimiter ";"': what was taken from the file
    bool marksAreGiven = false;          ///< by the recipe or by the format

    /// Faults: those of sniffing, HeaderDoubtful.
    [[nodiscard]] static Result<Reading> make(const ReadOptions &options, const SourceBytes &source,
                                              const Progress &progress);
    /// The same of a file whose columns need not be looked at; its encoding alone costs one quick reading.
    [[nodiscard]] static Result<Reading> ofFile(const ReadOptions &options, const std::string &path,
                                                const Progress &progress);
};
/// What a recipe gives of how to read is not asked of the file.
[[nodiscard]] SniffGiven givenOf(const ReadOptions &options);

/// How the numbers of one column are written.
struct ColumnReading {
    Marks marks;
    std::string told;        ///< what was taken without the recipe saying it; empty: nothing
    const char *reason = ""; ///< of the ledger
};
/// As the recipe says, or else as the column itself shows for certain, or else as the file. Of any column from which numbers
/// are read, however few of its cells are numbers. The fault: ReadingAmbiguous, unless the likelier way was asked for.
[[nodiscard]] Result<ColumnReading> columnReading(const Reading &reading, const ColumnEvidence &column, bool takeLikely,
                                                  const std::string &file);

/// A value that can be read two ways, and how it is read. "1.250" is 1250 or 1,250.
struct TwoWays {
    std::string large, small; ///< digits, and digits with a point
    bool takenLarge = false;
    [[nodiscard]] std::string taken() const { return takenLarge ? large : small; }
};
[[nodiscard]] TwoWays twoWays(const ColumnEvidence &column, const Reading &reading);
/// ReadingAmbiguous, with the column's first example.
[[nodiscard]] Error ambiguousReading(const ColumnEvidence &column, const Reading &reading, const std::string &file);

} // namespace evenredig
