#include "core/import/filestream.h"

#include "core/base/digest.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <future>
#include <system_error>

namespace evenredig {

namespace {

constexpr std::size_t pieceSize = 1u << 20;

/// One piece; empty at the end. Used by one thread at a time.
std::string nextPiece(std::ifstream &stream, Digest &digest)
{
    std::string piece(pieceSize, '\0');
    stream.read(piece.data(), std::streamsize(piece.size()));
    piece.resize(std::size_t(stream.gcount()));
    digest.add(piece);
    return piece;
}

} // namespace

Result<FileBytes> streamFile(const std::string &path, const std::function<Result<void>(std::string_view)> &receiver,
                             const Progress &progress)
{
    const std::filesystem::path file(std::u8string(path.begin(), path.end()));
    std::error_code error;
    const std::uintmax_t whole = std::filesystem::file_size(file, error);
    if (!std::filesystem::exists(file))
        return fail(ErrorCode::FileMissing, {{"file", path}});
    errno = 0;
    std::ifstream stream(file, std::ios::binary);
    if (!stream || error)
        return fail(ErrorCode::FileUnreadable,
                    {{"file", path}, {"reason", error ? error.message() : std::strerror(errno)}});
    Digest digest;
    FileBytes bytes;
    std::string piece = nextPiece(stream, digest);
    while (!piece.empty()) {
        if (progress.cancelled())
            return fail(ErrorCode::Cancelled);
        progress.at(whole > 0 ? double(bytes.size) / double(whole) : 1);
        // The destructor of the future waits, so stream and digest outlive the other thread.
        std::future<std::string> next = std::async(std::launch::async,
                                                   [&stream, &digest] { return nextPiece(stream, digest); });
        bytes.size += piece.size();
        if (const Result<void> taken = receiver(piece); !taken)
            return tl::unexpected<Error>(taken.error());
        piece = next.get();
    }
    if (stream.bad())
        return fail(ErrorCode::FileUnreadable, {{"file", path}, {"reason", std::strerror(EIO)}});
    bytes.sha256 = digest.text();
    return bytes;
}

} // namespace evenredig
