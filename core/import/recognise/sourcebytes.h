// The bytes of a source, wherever they are: a file, or memory (the sample is compiled in).
#pragma once

#include "core/import/recognise/sniff.h"
#include "core/import/source/filestream.h"

namespace evenredig {

/// May be read several times from its first byte to its last, each time in pieces: a file is never held whole.
class SourceBytes {
public:
    [[nodiscard]] static SourceBytes ofFile(std::string path);
    /// The bytes must outlive it. `name` stands in the ledger and in faults.
    [[nodiscard]] static SourceBytes ofMemory(std::string_view bytes, std::string name);

    [[nodiscard]] const std::string &name() const { return m_name; }
    [[nodiscard]] Result<Sniff> sniff(const SniffGiven &given, const Progress &progress) const;
    /// As streamFile().
    [[nodiscard]] Result<FileBytes> stream(const std::function<Result<void>(std::string_view)> &receiver,
                                           const Progress &progress) const;

private:
    std::string m_name;                      ///< of a file its path
    std::optional<std::string_view> m_bytes; ///< nothing: they are in the file
};

} // namespace evenredig
