// The records of a file of persons, a batch at a time.
#pragma once

#include "core/import/source/filestream.h"
#include "core/import/source/recordbatch.h"

#include <memory>

namespace evenredig {

/// Used by one thread at a time. `progress` must outlive it.
class RecordSource {
public:
    [[nodiscard]] static Result<std::unique_ptr<RecordSource>> open(const std::string &path, CsvOptions options,
                                                                    const Progress &progress);

    /// The records that end in the next piece of the file. `spare` is an old batch, for its memory.
    [[nodiscard]] RecordBatch next(RecordBatch spare);
    /// After the last batch.
    [[nodiscard]] const FileBytes &bytes() const { return m_stream->bytes(); }
    [[nodiscard]] long blankLines() const { return m_reader.blankLines(); }

private:
    RecordSource(std::unique_ptr<FileStream> stream, const std::string &path, CsvOptions options,
                 const Progress &progress);
    [[nodiscard]] Result<void> readPiece();
    void takeHeader(const CsvRecord &record);
    [[nodiscard]] Result<void> takeRecord(const CsvRecord &record);

    std::unique_ptr<FileStream> m_stream;
    std::string m_path;
    const Progress &m_progress;
    std::size_t m_columns = 0;
    RecordBatch m_batch;
    CsvReader m_reader;
};

} // namespace evenredig
