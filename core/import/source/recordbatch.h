// A stretch of the records of a source, as it goes from the thread that takes texts apart to those that code cells.
#pragma once

#include "core/import/source/csvreader.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace evenredig {

/// A value: threads exchange it and share nothing.
struct RecordBatch {
    struct Span {
        std::uint32_t begin = 0, length = 0; ///< in `text`
    };
    struct Record {
        long line = 0;
        CsvFault fault = CsvFault::None;
    };

    std::optional<std::vector<std::string>> header; ///< in the batch where it stood
    Record headerRecord;
    std::string text;        ///< readable some bytes beyond each cell
    std::size_t columns = 0; ///< of the header
    std::vector<Span> cells; ///< of the records without a fault, one record behind the other
    std::vector<Record> records;
    double fraction = 0;        ///< how much of the source has come by now
    bool last = false;          ///< no other follows
    std::optional<Error> fault; ///< of the source, behind these records; then the batch is the last

    /// `row` counts the records without a fault.
    [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const
    {
        const Span span = cells[row * columns + column];
        return {text.data() + span.begin, span.length};
    }
    /// Without rows; the memory stays.
    void clear();
};

} // namespace evenredig
