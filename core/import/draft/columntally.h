// What one column of a text file holds, counted while the file goes by: different values, numbers, uniqueness.
#pragma once

#include "core/data/texttable.h"
#include "core/import/draft/columnprofile.h"

namespace evenredig {

/// Extremes and sum of the numbers of a column, of one way to read them.
struct NumberTally {
    long count = 0, fractions = 0, notPositive = 0;
    double sum = 0;
    std::optional<double> least, most, ordinaryLeast, ordinaryMost;

    void add(double number, long times, bool ordinary);
    void add(const NumberTally &other);
};

/// How many different texts went by. Exact as long as all differ (up to mostDistinctValues) or few do; else about
/// (HyperLogLog, Flajolet et al. 2007, 4,096 registers: within 2 % or so).
class DistinctCount {
public:
    void add(std::uint64_t hash);
    [[nodiscard]] bool allDiffer() const { return m_allDiffer; }
    [[nodiscard]] double about() const;

private:
    void grow();

    bool m_allDiffer = true;
    std::vector<std::uint64_t> m_seen; ///< open addressing, at most half full; given back at the first repeat
    std::size_t m_count = 0;
    std::vector<unsigned char> m_registers;
};

/// All nines, 8 or 7 behind nines, or a small negative number: "9", "98", "9999", "-1".
[[nodiscard]] bool looksLikeMissingCode(std::string_view text);

class ColumnTally {
public:
    void take(std::string_view trimmedCell, long line);
    /// Gives what was counted, read by the marks that the column turned out to have.
    void finish(ColumnProfile &profile, const ReadOptions &read, long rows);

private:
    struct Value {
        long count = 0, firstLine = 0;
        bool number = false, twoWays = false, listed = true;
    };
    enum class Reading { Plain, Comma, Point, CommaLarge, CommaSmall, PointLarge, PointSmall };

    void takeNew(std::string_view text, long line);
    void takeNumber(std::string_view text, long times);
    void forgetNumbers();
    [[nodiscard]] NumberTally totals(const Marks &marks) const;
    [[nodiscard]] NumberTally &of(Reading reading) { return m_numbers[std::size_t(reading)]; }
    [[nodiscard]] const NumberTally &of(Reading reading) const { return m_numbers[std::size_t(reading)]; }

    TextTable m_texts;
    std::vector<Value> m_values;
    bool m_many = false;
    long m_kept = 0; ///< of the values, those that stay listed when there are many
    long m_empty = 0, m_citizens = 0;
    std::string m_example;
    DistinctCount m_distinct;
    std::vector<NumberTally> m_numbers = std::vector<NumberTally>(7);
};

} // namespace evenredig
