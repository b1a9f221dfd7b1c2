// What a text file of persons holds, column by column: the ground for a suggestion and for the raw view.
#pragma once

#include "core/import/recipe/recipe.h"
#include "core/import/recognise/textevidence.h"

#include <cstdint>

namespace evenredig {

/// Of a column with more different values only those are listed that are no plain number.
inline constexpr std::size_t mostListedValues = 1'000;
/// Lines of the beginning that are kept as text for the raw view.
inline constexpr std::size_t rawLines = 200;

struct ValueCount {
    std::string value; ///< trimmed, in UTF-8; never empty
    long count = 0;
    long firstLine = 0;
    bool number = false;  ///< a number by one of the marks
    bool twoWays = false; ///< "1.250": can be read two ways
};

struct ColumnProfile {
    std::string name;               ///< of the header (twice the same is possible), or "#3"
    std::string from;               ///< how a recipe names it: the name, or "#3" where the name does not single it out
    ColumnEvidence evidence;        ///< of the sniffing: kind, marks, filled, empty
    std::vector<ValueCount> values; ///< by falling count, then by line; see `many`
    bool many = false;   ///< more than mostListedValues: `values` lists texts, likely missing codes and values that
                         ///< can be read two ways, but no other numbers
    double distinct = 0; ///< how many different values; about, when `many`
    std::string example; ///< the first value
    std::optional<double> least, most;                 ///< of the values that are numbers by the file's marks
    std::optional<double> ordinaryLeast, ordinaryMost; ///< without what looks like a missing code: 9, 98, 999, −1
    double sum = 0;                                    ///< of them
    long numbers = 0;                                  ///< values that are numbers by the file's marks
    long fractions = 0;                                ///< of them, not whole
    long notPositive = 0;                              ///< of them, zero or below
    bool uniquePerRow = false;                         ///< no value stands in two rows
    std::string identifierReason; ///< why it looks like a direct identifier (identifier.h); or empty

    [[nodiscard]] long filled() const { return evidence.filled; }
    [[nodiscard]] long empty() const { return evidence.empty; }
    [[nodiscard]] const ValueCount *value(std::string_view text) const;
};

struct FileProfile {
    std::string path;
    std::string fileName; ///< the last part of the path
    std::uint64_t bytes = 0;
    Sniff sniff;
    ReadOptions read;                   ///< complete: what was given, and what was recognised
    long rows = 0;                      ///< records without the header, the faulty ones included
    std::vector<std::string> lines;     ///< the first 200 as decoded text, the header included; long ones are cut
    std::vector<ColumnProfile> columns; ///< in the order of the file

    [[nodiscard]] const ColumnProfile *column(std::string_view from) const;
};

} // namespace evenredig
