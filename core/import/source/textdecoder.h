// Bytes of a text file in, UTF-8 out, in pieces of any size.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace evenredig {

enum class TextEncoding { Utf8, Utf16Le, Utf16Be, Windows1252, Latin1 };

/// "utf-8", "windows-1252", … as recipes write them, case and common aliases aside.
[[nodiscard]] std::optional<TextEncoding> textEncodingFromName(std::string_view name);
[[nodiscard]] std::string_view textEncodingName(TextEncoding encoding);

/// Strict: what is not text in the encoding is a fault with its line, never a replacement character. A byte
/// order mark of UTF-16 decides over the declared encoding, one of UTF-8 over all but a declared single-byte one (some programs
/// put it before such text). The text is in normal form C, so that texts which look equal are equal. Faults: EncodingWrong, FileBinary (a NUL character, or the
/// signature of a well-known binary format). Not thread-safe.
class TextDecoder {
public:
    TextDecoder(TextEncoding encoding, std::string file);

    /// Appends the text of the next bytes to `out`. An unfinished character is kept for the next call.
    [[nodiscard]] Result<void> feed(std::string_view bytes, std::string &out);
    /// The end of the file.
    [[nodiscard]] Result<void> finish(std::string &out);
    [[nodiscard]] TextEncoding encoding() const { return m_encoding; }

private:
    [[nodiscard]] Result<void> start(std::string &out);
    void holdLast(std::string &out, std::size_t begin);
    static void compose(std::string &out, std::size_t begin);
    [[nodiscard]] Result<void> decode(std::string_view bytes, std::string &out);
    [[nodiscard]] Result<void> decodeUtf8(std::string_view bytes, std::string &out);
    [[nodiscard]] Result<void> decodeUtf16(std::string_view bytes, std::string &out);
    [[nodiscard]] Result<void> decodeSingleByte(std::string_view bytes, std::string &out);
    [[nodiscard]] tl::unexpected<Error> wrong() const;
    [[nodiscard]] tl::unexpected<Error> binary() const;
    void countLine(char32_t character);
    void countLines(std::string_view text);

    TextEncoding m_encoding;
    std::string m_file;
    std::string m_start; ///< the first bytes, until there are enough to know a signature
    bool m_started = false;
    std::string m_held;      ///< the last character: an accent may follow it
    std::string m_partial;   ///< the beginning of a character
    char32_t m_highHalf = 0; ///< the first half of a UTF-16 pair
    long m_line = 1;
    bool m_lastWasReturn = false;
};

} // namespace evenredig
