#include "core/import/recognise/sniff.h"

#include "core/base/path.h"
#include "core/import/recognise/columnsniff.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <utility>

namespace evenredig {

namespace {

constexpr std::size_t sniffChunk = 64u << 10;
constexpr std::size_t dialectSpan = 256u << 10;
/// The share of the progress that the first reading takes: it only looks at bytes.
constexpr double firstShare = 0.25;

using TakeChunk = std::function<Result<void>(std::string_view)>;
/// Hands a source in pieces to a receiver, from its beginning.
using EachChunk = std::function<Result<void>(const TakeChunk &take, double from, double to)>;

/// The likeliest marks of the file. What is certain decides; without it a file cut by semicolons is taken for
/// one with decimal commas, as Dutch programs write it.
void chooseMarks(Sniff &sniff)
{
    std::string blank;
    for (const ColumnEvidence &column : sniff.columns) {
        if (column.kind() != ColumnEvidence::Kind::Number)
            continue;
        sniff.marks += column.marks;
        if (!column.blankMark.empty())
            blank = column.blankMark;
    }
    const MarkCounts &marks = sniff.marks;
    const long comma = marks.certainOf(',');
    const long point = marks.certainOf('.');
    const bool either = marks.commaEither + marks.pointEither > 0;
    if (comma != point)
        sniff.decimal = comma > point ? "," : ".";
    else if (either)
        sniff.decimal = sniff.dialect.delimiter == ';' ? "," : ".";
    const bool decimalComma = sniff.decimal == ",";
    const long grouped = decimalComma ? marks.pointThousands + marks.pointEither
                                      : marks.commaThousands + marks.commaEither;
    if (grouped > 0)
        sniff.thousands = decimalComma ? "." : ",";
    else if (marks.blankThousands > 0)
        sniff.thousands = blank;
}

/// The beginning of the file as UTF-8; a character that is cut at its end is left out.
std::string decodedStart(std::string_view bytes, TextEncoding encoding)
{
    TextDecoder decoder(encoding, {});
    std::string text;
    if (decoder.feed(bytes, text) && bytes.size() < dialectSpan)
        static_cast<void>(decoder.finish(text));
    return text;
}

Result<Sniff> sniffSource(const std::string &name, const EachChunk &each, const SniffGiven &given,
                          const SniffWatcher &watcher)
{
    EncodingSniffer encoding(name);
    std::string start;
    const Result<void> seen = each(
        [&](std::string_view bytes) -> Result<void> {
            encoding.feed(bytes);
            if (start.size() < dialectSpan)
                start.append(bytes.substr(0, dialectSpan - start.size()));
            return {};
        },
        0, firstShare);
    if (!seen)
        return tl::unexpected<Error>(seen.error());
    Sniff sniff;
    const Result<EncodingEvidence> evidence = encoding.finish(given.encoding);
    if (!evidence)
        return tl::unexpected<Error>(evidence.error());
    sniff.encoding = *evidence;
    sniff.dialect = sniffDialect(decodedStart(start, sniff.encoding.encoding), given);
    ColumnSniffer columns(sniff.options(), name, watcher);
    const Result<void> read = each([&](std::string_view bytes) { return columns.feed(bytes); }, firstShare, 1);
    if (!read)
        return tl::unexpected<Error>(read.error());
    if (const Result<void> ended = columns.finish(sniff, given.header); !ended)
        return tl::unexpected<Error>(ended.error());
    chooseMarks(sniff);
    return sniff;
}

Result<void> eachOfFile(const std::string &path, const Progress &progress, const TakeChunk &take, double from,
                        double to)
{
    std::error_code ignored;
    const std::filesystem::path file = filePath(path);
    std::error_code unsized; // a pipe or a device, which has no end or cannot be read twice
    const double size = double(std::filesystem::file_size(file, unsized));
    if (unsized && std::filesystem::exists(file, ignored))
        return fail(ErrorCode::FileUnreadable, {{"file", path}, {"reason", unsized.message()}});
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return fail(std::filesystem::exists(file, ignored) ? ErrorCode::FileUnreadable : ErrorCode::FileMissing,
                    {{"file", path}, {"reason", std::strerror(errno)}});
    std::string buffer(sniffChunk, '\0');
    for (double read = 0; stream.read(buffer.data(), std::streamsize(buffer.size())) || stream.gcount() > 0;) {
        if (progress.cancelled())
            return fail(ErrorCode::Cancelled);
        const auto got = std::size_t(stream.gcount());
        if (Result<void> taken = take(std::string_view(buffer).substr(0, got)); !taken)
            return taken;
        read += double(got);
        progress.at(from + (to - from) * std::min(1.0, size > 0 ? read / size : 1));
    }
    if (stream.bad())
        return fail(ErrorCode::FileUnreadable, {{"file", path}, {"reason", std::strerror(errno)}});
    return {};
}

Result<void> eachOfBytes(std::string_view bytes, const Progress &progress, const TakeChunk &take, double from,
                         double to)
{
    for (std::size_t at = 0; at < bytes.size(); at += sniffChunk) {
        if (progress.cancelled())
            return fail(ErrorCode::Cancelled);
        progress.at(from + (to - from) * double(at) / double(bytes.size()));
        if (Result<void> taken = take(bytes.substr(at, sniffChunk)); !taken)
            return taken;
    }
    return {};
}

} // namespace

CsvOptions Sniff::options() const
{
    CsvOptions options;
    options.delimiter = dialect.delimiter;
    options.quote = dialect.quote;
    options.encoding = encoding.encoding;
    options.skip = dialect.skip;
    options.shortHeader = dialect.shortHeader;
    return options;
}

Result<Sniff> sniffFile(const std::string &path, const Progress &progress, const SniffGiven &given,
                        const SniffWatcher &watcher)
{
    const auto each = [&](const TakeChunk &take, double from, double to) {
        return eachOfFile(path, progress, take, from, to);
    };
    return sniffSource(path, each, given, watcher);
}

Result<EncodingEvidence> sniffEncoding(const std::string &path, const Progress &progress,
                                       std::optional<TextEncoding> given)
{
    EncodingSniffer encoding(path);
    const auto take = [&encoding](std::string_view bytes) -> Result<void> {
        encoding.feed(bytes);
        return {};
    };
    if (const Result<void> seen = eachOfFile(path, progress, take, 0, 1); !seen)
        return tl::unexpected<Error>(seen.error());
    return encoding.finish(given);
}

Result<Sniff> sniffBytes(std::string_view bytes, const std::string &name, const Progress &progress,
                         const SniffGiven &given, const SniffWatcher &watcher)
{
    const auto each = [&](const TakeChunk &take, double from, double to) {
        return eachOfBytes(bytes, progress, take, from, to);
    };
    return sniffSource(name, each, given, watcher);
}

} // namespace evenredig
