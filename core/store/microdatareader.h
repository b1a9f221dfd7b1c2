// Reads data sets of persons back: what they hold, and their rows segment by segment.
#pragma once

#include "core/data/microdata.h"
#include "core/store/database.h"
#include "core/store/segment.h"

#include <functional>

namespace evenredig {

/// In the order of import; none in a file that an older version made.
[[nodiscard]] Result<std::vector<MicrodataInfo>> readMicrodata(const Database &database);

/// Every segment with the data set, the variable's name and the bytes, for whoever checks them.
using SegmentReceiver = std::function<void(const std::string &dataset, const std::string &variable,
                                           std::int64_t position, const Segment &segment, std::string_view bytes)>;
[[nodiscard]] Result<void> eachSegment(const Database &database, const SegmentReceiver &receiver);

/// Owns its connection. Not thread-safe: each thread has its own.
class StoredSegments : public SegmentSource {
public:
    [[nodiscard]] static Result<std::unique_ptr<SegmentSource>> open(std::unique_ptr<Database> database);
    [[nodiscard]] Result<ColumnValues> read(const Variable &variable, std::size_t segment) override;

private:
    StoredSegments(std::unique_ptr<Database> database, Statement select);
    std::unique_ptr<Database> m_database;
    Statement m_select;
};

} // namespace evenredig
