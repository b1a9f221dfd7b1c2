#include "core/import/recognise/sourcebytes.h"

#include "core/base/file.h"

#include <utility>

namespace evenredig {

namespace {

constexpr std::size_t bytesAtOnce = 64u << 10;

} // namespace

SourceBytes SourceBytes::ofFile(std::string path)
{
    SourceBytes source;
    source.m_name = std::move(path);
    return source;
}

SourceBytes SourceBytes::ofMemory(std::string_view bytes, std::string name)
{
    SourceBytes source;
    source.m_name = std::move(name);
    source.m_bytes = bytes;
    return source;
}

Result<Sniff> SourceBytes::sniff(const SniffGiven &given, const Progress &progress) const
{
    return m_bytes ? sniffBytes(*m_bytes, m_name, progress, given) : sniffFile(m_name, progress, given);
}

Result<FileBytes> SourceBytes::stream(const std::function<Result<void>(std::string_view)> &receiver,
                                      const Progress &progress) const
{
    if (!m_bytes)
        return streamFile(m_name, receiver, progress);
    for (std::size_t at = 0; at < m_bytes->size(); at += bytesAtOnce) {
        if (progress.cancelled())
            return fail(ErrorCode::Cancelled);
        progress.at(double(at) / double(m_bytes->size()));
        if (const Result<void> taken = receiver(m_bytes->substr(at, bytesAtOnce)); !taken)
            return tl::unexpected<Error>(taken.error());
    }
    return FileBytes{m_bytes->size(), sha256(*m_bytes)};
}

} // namespace evenredig
