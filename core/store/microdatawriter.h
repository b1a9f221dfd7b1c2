// Writes a data set of persons piece by piece, in one transaction from the first segment to the last account.
#pragma once

#include "core/data/dataset.h"
#include "core/data/microdata.h"
#include "core/store/database.h"
#include "core/store/segment.h"

namespace evenredig {

/// Until `finish` nothing is kept: destroyed before, or cancelled, it leaves the file as it was. Not thread-safe.
class MicrodataWriter {
public:
    /// Refuses, or removes, what stands there under this id. `progress` must outlive the writer.
    [[nodiscard]] static Result<std::unique_ptr<MicrodataWriter>> begin(Database &database, const std::string &dataset,
                                                                        IfExists ifExists, const Progress &progress);
    MicrodataWriter(const MicrodataWriter &) = delete;
    MicrodataWriter &operator=(const MicrodataWriter &) = delete;
    ~MicrodataWriter();

    /// The number under which its segments are written; the dictionary of `variable` is not used yet.
    [[nodiscard]] Result<std::int64_t> addVariable(const Variable &variable);
    [[nodiscard]] Result<void> writeSegment(std::int64_t variable, std::size_t position, const Segment &segment);
    [[nodiscard]] Result<void> removeVariable(std::int64_t variable);
    [[nodiscard]] Result<void> writeDictionary(std::int64_t variable, const Dictionary &dictionary);
    [[nodiscard]] Result<void> writeDesign(const Design &design, const std::vector<Stratum> &strata);
    /// The accounts; ends the transaction.
    [[nodiscard]] Result<void> finish(const ImportedDataset &set);

private:
    MicrodataWriter(Database &database, Transaction transaction, std::string dataset, std::int64_t position,
                    Statement segments, Statement codes);

    Database &m_database;
    std::string m_dataset;
    std::int64_t m_position;
    Transaction m_transaction;
    Statement m_segments, m_codes; ///< after the transaction that they run in, so that they are destroyed before it
};

} // namespace evenredig
