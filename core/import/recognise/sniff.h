// How a text file is to be read, with the evidence for each choice. Nothing here is a silent guess: what
// can be read two ways is told, and whoever imports has it confirmed.
#pragma once

#include "core/base/progress.h"
#include "core/import/recognise/textevidence.h"

#include <optional>
#include <string>

namespace evenredig {

/// What is known already (a recipe says it) is not asked of the file.
struct SniffGiven {
    std::optional<char> delimiter, quote;
    std::optional<TextEncoding> encoding;
    std::optional<bool> header;
};

/// Reads the file twice from its first to its last byte, in pieces: once for the encoding, once for the
/// columns, so that every count is of the whole file and memory does not grow with it. Delimiter and quote are
/// judged by its first 256 KB. A file of 100 MB takes seconds; progress runs over both. Faults: those of reading,
/// FileBinary, FileEmpty, Cancelled; not NoRows.
[[nodiscard]] Result<Sniff> sniffFile(const std::string &path, const Progress &progress = {},
                                      const SniffGiven &given = {}, const SniffWatcher &watcher = {});
/// The encoding alone: one quick reading.
[[nodiscard]] Result<EncodingEvidence> sniffEncoding(const std::string &path, const Progress &progress = {},
                                                     std::optional<TextEncoding> given = {});
/// The same of bytes in memory.
[[nodiscard]] Result<Sniff> sniffBytes(std::string_view bytes, const std::string &name, const Progress &progress = {},
                                       const SniffGiven &given = {}, const SniffWatcher &watcher = {});

/// Which delimiter and quote cut the text (UTF-8, the beginning of a file) best.
[[nodiscard]] DialectEvidence sniffDialect(std::string_view text, const SniffGiven &given);

} // namespace evenredig
