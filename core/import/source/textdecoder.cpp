#include "core/import/source/textdecoder.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace evenredig {

namespace {

constexpr std::size_t longestSignature = 16;

/// SQLite, ZIP (xlsx, ods), PNG, PDF, SPSS (.sav, .zsav, portable), gzip, zstd, old Office, JPEG.
bool isBinarySignature(std::string_view start)
{
    constexpr std::array<std::string_view, 11> signatures{
        "SQLite format 3", "PK\x03\x04",       "\x89PNG",          "%PDF-",        "$FL2",    "$FL3",
        "\x1F\x8B",        "\x28\xB5\x2F\xFD", "\xD0\xCF\x11\xE0", "\xFF\xD8\xFF", "C1 07 00"};
    return std::any_of(signatures.begin(), signatures.end(),
                       [start](std::string_view signature) { return start.starts_with(signature); });
}

/// What windows-1252 has at 0x80–0x9F; 0 where it has nothing. Source: Unicode's CP1252.TXT.
constexpr std::array<char32_t, 32> windows1252{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                               0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                               0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                               0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void appendUtf8(char32_t character, std::string &out)
{
    if (character < 0x80) {
        out += char(character);
    } else if (character < 0x800) {
        out += char(0xC0 | (character >> 6));
        out += char(0x80 | (character & 0x3F));
    } else if (character < 0x10000) {
        out += char(0xE0 | (character >> 12));
        out += char(0x80 | ((character >> 6) & 0x3F));
        out += char(0x80 | (character & 0x3F));
    } else {
        out += char(0xF0 | (character >> 18));
        out += char(0x80 | ((character >> 12) & 0x3F));
        out += char(0x80 | ((character >> 6) & 0x3F));
        out += char(0x80 | (character & 0x3F));
    }
}

/// How many bytes a UTF-8 character has that begins so; 0 for none.
std::size_t utf8Length(unsigned char first)
{
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return 2;
    if (first >= 0xE0 && first <= 0xEF)
        return 3;
    return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

/// Whether the bytes so far (two or more) can be a character: continuation bytes, no overlong form, no
/// surrogate, nothing beyond U+10FFFF (the Unicode Standard, table 3-7).
bool validUtf8(std::string_view bytes)
{
    const auto at = [bytes](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    for (std::size_t i = 1; i < bytes.size(); ++i) {
        if ((at(i) & 0xC0) != 0x80)
            return false;
    }
    if (bytes.size() < 2)
        return true;
    return !((at(0) == 0xE0 && at(1) < 0xA0) || (at(0) == 0xED && at(1) > 0x9F) || (at(0) == 0xF0 && at(1) < 0x90)
             || (at(0) == 0xF4 && at(1) > 0x8F));
}

/// How many bytes from the front are ASCII and not NUL.
std::size_t asciiRun(std::string_view bytes)
{
    constexpr std::uint64_t ones = 0x0101010101010101ull;
    std::size_t length = 0;
    for (; length + 8 <= bytes.size(); length += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + length, 8);
        // Taking one away sets the high bit of a byte that is 0; the others have it only when they are not ASCII.
        if (((word | (word - ones)) & (ones << 7)) != 0)
            break;
    }
    while (length < bytes.size() && bytes[length] != 0 && static_cast<unsigned char>(bytes[length]) < 0x80)
        ++length;
    return length;
}

/// In blocks whose count fits into a byte: then the compiler compares many characters at once.
long countFeeds(std::string_view text)
{
    constexpr std::size_t block = 128;
    long count = 0;
    while (!text.empty()) {
        std::uint8_t some = 0;
        for (const char character : text.substr(0, block))
            some += character == '\n' ? 1 : 0;
        count += some;
        text.remove_prefix(std::min(block, text.size()));
    }
    return count;
}

/// How many bytes from the front are whole, valid characters, none of them NUL.
std::size_t soundUtf8(std::string_view bytes)
{
    std::size_t sound = 0;
    for (;;) {
        sound += asciiRun(bytes.substr(sound));
        if (sound == bytes.size())
            return sound;
        const std::size_t length = utf8Length(static_cast<unsigned char>(bytes[sound]));
        if (length < 2 || sound + length > bytes.size() || !validUtf8(bytes.substr(sound, length)))
            return sound;
        sound += length;
    }
}

} // namespace

std::optional<TextEncoding> textEncodingFromName(std::string_view name)
{
    std::string plain;
    for (const char character : name) {
        if (character != '-' && character != '_' && character != ' ')
            plain += character >= 'A' && character <= 'Z' ? char(character - 'A' + 'a') : character;
    }
    constexpr std::array<std::pair<std::string_view, TextEncoding>, 11> names{
        {{"utf8", TextEncoding::Utf8},
         {"ascii", TextEncoding::Utf8},
         {"utf16", TextEncoding::Utf16Le},
         {"utf16le", TextEncoding::Utf16Le},
         {"utf16be", TextEncoding::Utf16Be},
         {"windows1252", TextEncoding::Windows1252},
         {"cp1252", TextEncoding::Windows1252},
         {"latin1", TextEncoding::Latin1},
         {"iso88591", TextEncoding::Latin1},
         {"usascii", TextEncoding::Utf8},
         {"ansi", TextEncoding::Windows1252}}};
    for (const auto &one : names) {
        if (one.first == plain)
            return one.second;
    }
    return std::nullopt;
}

std::string_view textEncodingName(TextEncoding encoding)
{
    constexpr std::array<std::string_view, 5> names{"utf-8", "utf-16le", "utf-16be", "windows-1252", "latin-1"};
    return names[std::size_t(encoding)];
}

TextDecoder::TextDecoder(TextEncoding encoding, std::string file) : m_encoding(encoding), m_file(std::move(file)) {}

Result<void> TextDecoder::feed(std::string_view bytes, std::string &out)
{
    if (!m_started) {
        m_start.append(bytes);
        if (m_start.size() < longestSignature)
            return {};
    }
    const std::size_t begin = out.size();
    out += std::exchange(m_held, {});
    if (Result<void> decoded = m_started ? decode(bytes, out) : start(out); !decoded)
        return decoded;
    holdLast(out, begin);
    compose(out, begin);
    return {};
}

Result<void> TextDecoder::finish(std::string &out)
{
    const std::size_t begin = out.size();
    out += std::exchange(m_held, {});
    if (!m_started) {
        if (Result<void> started = start(out); !started)
            return started;
    }
    compose(out, begin);
    if (!m_partial.empty() || m_highHalf != 0)
        return wrong();
    return {};
}

/// A letter at the end, with the accents that it has so far.
void TextDecoder::holdLast(std::string &out, std::size_t begin)
{
    const auto isContinuation = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; };
    std::size_t at = out.size();
    for (bool accent = true; accent && at > begin && isLetter(out.back());) {
        --at;
        while (at > begin && isContinuation(out[at]))
            --at;
        accent = hasLooseAccents(std::string_view(out).substr(at, 1));
    }
    m_held = out.substr(at);
    out.resize(at);
}

void TextDecoder::compose(std::string &out, std::size_t begin)
{
    const std::string_view fresh = std::string_view(out).substr(begin);
    if (hasLooseAccents(fresh))
        out.replace(begin, std::string::npos, composed(fresh));
}

Result<void> TextDecoder::start(std::string &out)
{
    m_started = true;
    const std::string first = std::exchange(m_start, {});
    std::string_view bytes = first;
    if (isBinarySignature(bytes))
        return binary();
    const bool single = m_encoding == TextEncoding::Windows1252 || m_encoding == TextEncoding::Latin1;
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        m_encoding = single ? m_encoding : TextEncoding::Utf8;
        bytes.remove_prefix(3);
    } else if (bytes.starts_with("\xFF\xFE")) {
        m_encoding = TextEncoding::Utf16Le;
        bytes.remove_prefix(2);
    } else if (bytes.starts_with("\xFE\xFF")) {
        m_encoding = TextEncoding::Utf16Be;
        bytes.remove_prefix(2);
    }
    return decode(bytes, out);
}

Result<void> TextDecoder::decode(std::string_view bytes, std::string &out)
{
    switch (m_encoding) {
    case TextEncoding::Utf8: return decodeUtf8(bytes, out);
    case TextEncoding::Utf16Le:
    case TextEncoding::Utf16Be: return decodeUtf16(bytes, out);
    case TextEncoding::Windows1252:
    case TextEncoding::Latin1: return decodeSingleByte(bytes, out);
    }
    return {};
}

Result<void> TextDecoder::decodeUtf8(std::string_view bytes, std::string &out)
{
    while (!bytes.empty()) {
        if (m_partial.empty()) {
            const std::string_view sound = bytes.substr(0, soundUtf8(bytes));
            countLines(sound);
            out.append(sound);
            bytes.remove_prefix(sound.size());
            if (bytes.empty())
                break;
            if (bytes.front() == 0)
                return binary();
        }
        // A character that is wrong, or goes on in the next piece.
        m_partial += bytes.front();
        bytes.remove_prefix(1);
        const std::size_t length = utf8Length(static_cast<unsigned char>(m_partial[0]));
        if (length == 0 || !validUtf8(m_partial))
            return wrong();
        m_lastWasReturn = false;
        if (m_partial.size() == length) {
            out += m_partial;
            m_partial.clear();
        }
    }
    return {};
}

Result<void> TextDecoder::decodeUtf16(std::string_view bytes, std::string &out)
{
    for (const char byte : bytes) {
        m_partial += byte;
        if (m_partial.size() < 2)
            continue;
        const auto first = static_cast<unsigned char>(m_partial[0]);
        const auto second = static_cast<unsigned char>(m_partial[1]);
        m_partial.clear();
        const char32_t unit = m_encoding == TextEncoding::Utf16Le ? char32_t(first | (second << 8))
                                                                  : char32_t((first << 8) | second);
        const bool low = unit >= 0xDC00 && unit <= 0xDFFF;
        if (low != (m_highHalf != 0))
            return wrong();
        if (unit >= 0xD800 && unit <= 0xDBFF) {
            m_highHalf = unit;
            continue;
        }
        const char32_t character = low ? 0x10000 + ((m_highHalf - 0xD800) << 10) + (unit - 0xDC00) : unit;
        m_highHalf = 0;
        if (character == 0)
            return binary();
        countLine(character);
        appendUtf8(character, out);
    }
    return {};
}

Result<void> TextDecoder::decodeSingleByte(std::string_view bytes, std::string &out)
{
    while (!bytes.empty()) {
        const std::string_view run = bytes.substr(0, asciiRun(bytes));
        countLines(run);
        out.append(run);
        bytes.remove_prefix(run.size());
        if (bytes.empty())
            break;
        char32_t character = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        if (character == 0)
            return binary();
        if (m_encoding == TextEncoding::Windows1252 && character >= 0x80 && character < 0xA0) {
            character = windows1252[character - 0x80];
            if (character == 0)
                return wrong();
        }
        countLine(character);
        appendUtf8(character, out);
    }
    return {};
}

void TextDecoder::countLines(std::string_view text)
{
    if (text.empty())
        return;
    m_line += countFeeds(text) - (m_lastWasReturn && text.front() == '\n' ? 1 : 0);
    // Few files have them, and looking for one is quick.
    for (std::size_t at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1))
        m_line += at + 1 < text.size() && text[at + 1] == '\n' ? 0 : 1;
    m_lastWasReturn = text.back() == '\r';
}

void TextDecoder::countLine(char32_t character)
{
    if (character == U'\r' || (character == U'\n' && !m_lastWasReturn))
        ++m_line;
    m_lastWasReturn = character == U'\r';
}

tl::unexpected<Error> TextDecoder::wrong() const
{
    return fail(
        ErrorCode::EncodingWrong,
        {{"file", m_file}, {"encoding", std::string(textEncodingName(m_encoding))}, {"line", std::to_string(m_line)}});
}

tl::unexpected<Error> TextDecoder::binary() const
{
    return fail(ErrorCode::FileBinary, {{"file", m_file}});
}

} // namespace evenredig
