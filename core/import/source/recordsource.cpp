#include "core/import/source/recordsource.h"

#include "core/import/source/cellnumbers.h"

#include <utility>

namespace evenredig {

namespace {

/// Places in a batch have 32 bits. Only a record without end comes near.
constexpr std::size_t longestText = 1u << 30;

} // namespace

void RecordBatch::clear()
{
    header.reset();
    text.clear();
    cells.clear();
    records.clear();
    last = false;
    fault.reset();
}

RecordSource::RecordSource(std::unique_ptr<FileStream> stream, const std::string &path, CsvOptions options,
                           const Progress &progress)
    : m_stream(std::move(stream)), m_path(path), m_progress(progress),
      m_reader(
          options, path,
          [this](const CsvRecord &record) {
              takeHeader(record);
              return Result<void>();
          },
          [this](const CsvRecord &record) { return takeRecord(record); })
{}

Result<std::unique_ptr<RecordSource>> RecordSource::open(const std::string &path, CsvOptions options,
                                                         const Progress &progress)
{
    Result<std::unique_ptr<FileStream>> stream = FileStream::open(path);
    if (!stream)
        return tl::unexpected<Error>(stream.error());
    return std::unique_ptr<RecordSource>(new RecordSource(std::move(*stream), path, options, progress));
}

RecordBatch RecordSource::next(RecordBatch spare)
{
    m_batch = std::move(spare);
    m_batch.clear();
    if (const Result<void> read = readPiece(); !read) {
        m_batch.fault = read.error();
        m_batch.last = true;
    }
    m_batch.columns = m_columns;
    m_batch.fraction = m_stream->fraction();
    m_batch.text.append(CellNumbers::readAhead, '\0');
    return std::exchange(m_batch, {});
}

Result<void> RecordSource::readPiece()
{
    if (m_progress.cancelled())
        return fail(ErrorCode::Cancelled);
    const Result<std::string_view> piece = m_stream->next();
    if (!piece)
        return tl::unexpected<Error>(piece.error());
    if (!piece->empty())
        return m_reader.feed(*piece);
    m_batch.last = true;
    return m_reader.finish();
}

void RecordSource::takeHeader(const CsvRecord &record)
{
    m_columns = record.fields.size();
    m_batch.header.emplace(record.fields.begin(), record.fields.end());
    m_batch.headerRecord = {record.line, record.fault};
}

/// The fields of a record lie behind each other in memory, so they are copied in one go.
Result<void> RecordSource::takeRecord(const CsvRecord &record)
{
    m_batch.records.push_back({record.line, record.fault});
    if (record.fault != CsvFault::None)
        return {};
    const char *first = record.fields.front().data();
    const std::size_t length = std::size_t(record.fields.back().data() + record.fields.back().size() - first);
    const std::size_t begin = m_batch.text.size();
    if (begin + length > longestText)
        return fail(ErrorCode::FileTooLarge, {{"file", m_path}, {"limit", std::to_string(longestText >> 20) + " MB"}});
    m_batch.text.append(first, length);
    for (const std::string_view field : record.fields)
        m_batch.cells.push_back(
            {std::uint32_t(begin + std::size_t(field.data() - first)), std::uint32_t(field.size())});
    return {};
}

} // namespace evenredig
