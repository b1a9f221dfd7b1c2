// Which encoding a text file is in, told from all of its bytes.
#pragma once

#include "core/import/source/textdecoder.h"

#include <array>

namespace evenredig {

struct EncodingEvidence {
    TextEncoding encoding = TextEncoding::Utf8;
    bool byteOrderMark = false;
    long outsideAscii = 0; ///< bytes of 0x80 and above
    long notUtf8Line = 0;  ///< the first line that is no UTF-8; 0 for none
    long utf8Line = 0;     ///< of a file that is no UTF-8: the first line that is, beyond ASCII; 0 for none
    long windowsOnly = 0;  ///< bytes that are letters and signs in windows-1252 and controls in latin-1
    bool pureAscii() const { return outsideAscii == 0 && !byteOrderMark; }
};

/// Fed with the whole file, in pieces of any size. A byte order mark decides; without one the zeros tell
/// UTF-16, and what is valid UTF-8 from the first to the last byte is taken for that: text in windows-1252
/// hardly ever is by chance. Windows-1252 and Latin-1 differ in 0x80–0x9F only; without those they are the same
/// text, and windows-1252 is named. Not thread-safe.
class EncodingSniffer {
public:
    explicit EncodingSniffer(std::string file);
    void feed(std::string_view bytes);
    /// At the end of the file. What a recipe gives holds, but against a byte order mark only where the text is none of that
    /// encoding. Faults: FileBinary; EncodingMixed, when nothing is given and some lines are UTF-8 and others are not.
    [[nodiscard]] Result<EncodingEvidence> finish(std::optional<TextEncoding> given = {});

private:
    void lookAtLine(unsigned char byte);
    [[nodiscard]] TextEncoding singleByte() const;
    [[nodiscard]] std::optional<TextEncoding> wide() const;

    std::string m_file;
    TextDecoder m_utf8;
    std::string m_start;
    std::string m_text; ///< scratch
    std::optional<Error> m_fault;
    std::array<long, 256> m_bytes{};
    std::array<long, 2> m_zeros{}; ///< at even and at odd places
    long m_size = 0;
    // Of the line that is being read: bytes that must follow, and whether it has characters of UTF-8, or what is none.
    int m_following = 0;
    bool m_lineHasUtf8 = false, m_lineIsOther = false;
    long m_line = 1, m_utf8Line = 0;
};

} // namespace evenredig
