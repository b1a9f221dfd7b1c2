#include "core/import/source/filestream.h"

#include "core/base/path.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

namespace evenredig {

namespace {

constexpr std::size_t pieceSize = 1u << 20;

} // namespace

FileStream::FileStream(std::string path, std::uint64_t whole)
    : m_path(std::move(path)), m_whole(whole), m_stream(filePath(m_path), std::ios::binary)
{}

Result<std::unique_ptr<FileStream>> FileStream::open(const std::string &path)
{
    std::error_code error;
    const std::uintmax_t whole = std::filesystem::file_size(filePath(path), error);
    if (!std::filesystem::exists(filePath(path)))
        return fail(ErrorCode::FileMissing, {{"file", path}});
    errno = 0;
    std::unique_ptr<FileStream> stream(new FileStream(path, whole));
    if (!stream->m_stream || error)
        return fail(ErrorCode::FileUnreadable,
                    {{"file", path}, {"reason", error ? error.message() : std::strerror(errno)}});
    stream->readAhead();
    return stream;
}

void FileStream::readAhead()
{
    m_reading = std::async(std::launch::async, [this] {
        m_ahead.resize(pieceSize);
        m_stream.read(m_ahead.data(), std::streamsize(m_ahead.size()));
        m_ahead.resize(std::size_t(m_stream.gcount()));
        m_digest.add(m_ahead);
    });
}

Result<std::string_view> FileStream::next()
{
    if (!m_reading.valid()) // the end was reached before
        return std::string_view();
    m_reading.get();
    m_piece.swap(m_ahead);
    if (m_stream.bad())
        return fail(ErrorCode::FileUnreadable, {{"file", m_path}, {"reason", std::strerror(EIO)}});
    m_bytes.size += m_piece.size();
    if (m_piece.empty())
        m_bytes.sha256 = m_digest.text();
    else
        readAhead();
    return std::string_view(m_piece);
}

Result<FileBytes> streamFile(const std::string &path, const std::function<Result<void>(std::string_view)> &receiver,
                             const Progress &progress)
{
    const Result<std::unique_ptr<FileStream>> stream = FileStream::open(path);
    if (!stream)
        return tl::unexpected<Error>(stream.error());
    for (;;) {
        if (progress.cancelled())
            return fail(ErrorCode::Cancelled);
        progress.at((*stream)->fraction());
        const Result<std::string_view> piece = (*stream)->next();
        if (!piece)
            return tl::unexpected<Error>(piece.error());
        if (piece->empty())
            return (*stream)->bytes();
        if (const Result<void> taken = receiver(*piece); !taken)
            return tl::unexpected<Error>(taken.error());
    }
}

} // namespace evenredig
