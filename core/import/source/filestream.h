// A file piece by piece: the next piece is read and its fingerprint taken while this one is worked on.
#pragma once

#include "core/base/digest.h"
#include "core/base/progress.h"
#include "core/base/result.h"

#include <cstdint>
#include <fstream>
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <string_view>

namespace evenredig {

struct FileBytes {
    std::uint64_t size = 0;
    std::string sha256;
};

/// Holds two pieces at a time. Not thread-safe.
class FileStream {
public:
    /// Faults: missing, unreadable.
    [[nodiscard]] static Result<std::unique_ptr<FileStream>> open(const std::string &path);
    FileStream(const FileStream &) = delete;
    FileStream &operator=(const FileStream &) = delete;

    /// Empty at the end; valid until the next call. The fault: unreadable.
    [[nodiscard]] Result<std::string_view> next();
    /// How much of the file was handed out, from 0 to 1.
    [[nodiscard]] double fraction() const { return m_whole > 0 ? double(m_bytes.size) / double(m_whole) : 1; }
    /// After the end.
    [[nodiscard]] const FileBytes &bytes() const { return m_bytes; }

private:
    FileStream(std::string path, std::uint64_t whole);
    void readAhead();

    std::string m_path;
    std::uint64_t m_whole;
    std::ifstream m_stream;
    Digest m_digest;
    FileBytes m_bytes;
    std::string m_piece, m_ahead;
    std::future<void> m_reading; ///< the last member: its destructor waits for the thread that uses the others
};

/// Hands the pieces to `receiver`, in order and in the calling thread. Faults: missing, unreadable, cancelled, and what
/// the receiver gives to stop.
[[nodiscard]] Result<FileBytes> streamFile(const std::string &path,
                                           const std::function<Result<void>(std::string_view)> &receiver,
                                           const Progress &progress);

} // namespace evenredig
