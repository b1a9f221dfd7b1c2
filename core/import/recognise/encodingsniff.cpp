#include "core/import/recognise/encodingsniff.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace evenredig {

namespace {

long lineOf(const Error &error)
{
    for (const auto &one : error.context) {
        long line = 0;
        if (one.first == "line"
            && std::from_chars(one.second.data(), one.second.data() + one.second.size(), line).ec == std::errc())
            return line;
    }
    return 1;
}

} // namespace

EncodingSniffer::EncodingSniffer(std::string file) : m_file(std::move(file)), m_utf8(TextEncoding::Utf8, m_file) {}

void EncodingSniffer::feed(std::string_view bytes)
{
    if (m_start.size() < 4)
        m_start.append(bytes.substr(0, 4 - m_start.size()));
    for (const char byte : bytes) {
        ++m_bytes[static_cast<unsigned char>(byte)];
        m_zeros[std::size_t(m_size++ & 1)] += byte == 0 ? 1 : 0;
        if (m_utf8Line == 0)
            lookAtLine(static_cast<unsigned char>(byte));
    }
    if (m_fault)
        return;
    m_text.clear();
    if (Result<void> decoded = m_utf8.feed(bytes, m_text); !decoded)
        m_fault = decoded.error();
}

/// The first line with whole characters of UTF-8 beyond ASCII and nothing else beyond it.
void EncodingSniffer::lookAtLine(unsigned char byte)
{
    if (byte < 0x80) {
        m_lineIsOther = m_lineIsOther || m_following > 0;
        m_following = 0;
        if (byte != '\n')
            return;
        if (m_lineHasUtf8 && !m_lineIsOther)
            m_utf8Line = m_line;
        m_lineHasUtf8 = m_lineIsOther = false;
        ++m_line;
    } else if (byte < 0xC0) {
        m_lineIsOther = m_lineIsOther || m_following == 0;
        m_following = std::max(0, m_following - 1);
        m_lineHasUtf8 = m_lineHasUtf8 || m_following == 0;
    } else {
        m_lineIsOther = m_lineIsOther || m_following > 0 || byte < 0xC2 || byte > 0xF4;
        m_following = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
    }
}

Result<EncodingEvidence> EncodingSniffer::finish(std::optional<TextEncoding> given)
{
    m_text.clear();
    if (!m_fault) {
        if (Result<void> decoded = m_utf8.finish(m_text); !decoded)
            m_fault = decoded.error();
    }
    EncodingEvidence evidence;
    for (std::size_t byte = 0x80; byte < 0x100; ++byte)
        evidence.outsideAscii += m_bytes[byte];
    for (std::size_t byte = 0x80; byte < 0xA0; ++byte)
        evidence.windowsOnly += m_bytes[byte];
    const std::string_view start = m_start;
    evidence.byteOrderMark = start.starts_with("\xEF\xBB\xBF") || start.starts_with("\xFF\xFE")
                             || start.starts_with("\xFE\xFF");
    evidence.encoding = m_utf8.encoding();
    const bool single = given == TextEncoding::Windows1252 || given == TextEncoding::Latin1;
    if (!m_fault && (evidence.byteOrderMark || !given))
        return evidence;
    if (given && (!evidence.byteOrderMark || (single && start.starts_with("\xEF\xBB\xBF")))) {
        evidence.encoding = *given;
        return evidence;
    }
    if (evidence.byteOrderMark)
        return tl::unexpected<Error>(*m_fault);
    if (const std::optional<TextEncoding> utf16 = wide()) {
        evidence.encoding = *utf16;
        return evidence;
    }
    if (m_fault->code == ErrorCode::FileBinary)
        return tl::unexpected<Error>(*m_fault);
    evidence.notUtf8Line = lineOf(*m_fault);
    evidence.utf8Line = m_utf8Line;
    evidence.encoding = singleByte();
    if (m_utf8Line > 0 && m_bytes[0] == 0)
        return fail(ErrorCode::EncodingMixed, {{"file", m_file},
                                               {"line", std::to_string(evidence.notUtf8Line)},
                                               {"encoding", std::string(textEncodingName(evidence.encoding))},
                                               {"value", std::to_string(m_utf8Line)}});
    return evidence;
}

/// Five bytes mean nothing in windows-1252 (Unicode's CP1252.TXT); a text that has them is Latin-1.
TextEncoding EncodingSniffer::singleByte() const
{
    const bool undefined = m_bytes[0x81] + m_bytes[0x8D] + m_bytes[0x8F] + m_bytes[0x90] + m_bytes[0x9D] > 0;
    return undefined ? TextEncoding::Latin1 : TextEncoding::Windows1252;
}

/// Delimiters, digits and line ends have a zero half in UTF-16: at least half of the characters, all on
/// one side.
std::optional<TextEncoding> EncodingSniffer::wide() const
{
    const long characters = m_size / 2;
    if (m_size % 2 != 0 || characters == 0)
        return std::nullopt;
    if (m_zeros[0] == 0 && m_zeros[1] * 2 >= characters)
        return TextEncoding::Utf16Le;
    if (m_zeros[1] == 0 && m_zeros[0] * 2 >= characters)
        return TextEncoding::Utf16Be;
    return std::nullopt;
}

} // namespace evenredig
