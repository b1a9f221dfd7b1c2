#include "core/import/draft/profile.h"

#include "core/base/file.h"
#include "core/base/path.h"
#include "core/base/text.h"
#include "core/import/draft/columntally.h"
#include "core/import/recognise/reading.h"
#include "core/import/source/trim.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <utility>

namespace evenredig {

namespace {

/// Of the beginning of the file that much is kept for the raw view.
constexpr std::size_t rawBytes = 256u << 10;
constexpr std::size_t longestRawLine = 2'000;

/// Every option gets its value and counts as given from here on.
ReadOptions completed(ReadOptions read, const Sniff &sniff)
{
    read.delimiter = sniff.dialect.delimiter;
    read.quote = sniff.dialect.quote;
    read.encoding = textEncodingName(sniff.encoding.encoding);
    read.header = sniff.header != Sniff::Header::None;
    read.skip = sniff.dialect.skip;
    read.shortHeader = sniff.dialect.shortHeader;
    if (!read.isGiven("decimal"))
        read.decimal = sniff.decimal;
    // "1.250" alone does not say that points group thousands: that would be a guess.
    const bool grouped = sniff.thousands == ","   ? sniff.marks.commaThousands > 0
                         : sniff.thousands == "." ? sniff.marks.pointThousands > 0
                                                  : true;
    if (!read.isGiven("thousands"))
        read.thousands = grouped && sniff.thousands != read.decimal ? sniff.thousands : std::string();
    read.given = {"format", "delimiter", "quote", "decimal", "thousands", "encoding", "header", "skip", "short_header"};
    return read;
}

std::vector<std::string> firstLines(std::string_view bytes, bool whole, TextEncoding encoding)
{
    TextDecoder decoder(encoding, {});
    std::string text;
    if (decoder.feed(bytes, text) && whole)
        static_cast<void>(decoder.finish(text));
    std::vector<std::string> lines;
    std::string_view rest = text;
    while (!rest.empty() && lines.size() < rawLines) {
        const std::size_t end = std::min(rest.find_first_of("\r\n"), rest.size());
        const bool cut = end == rest.size() && !whole && !lines.empty(); // in the middle of a line
        if (!cut)
            lines.push_back(shortened(rest.substr(0, end), longestRawLine));
        const bool two = rest.substr(end).starts_with("\r\n");
        rest.remove_prefix(std::min(rest.size(), end + (two ? 2 : 1)));
    }
    return lines;
}

/// Collects while the sniffing goes over the file.
class Profiler {
public:
    void take(const CsvRecord &record)
    {
        if (m_first.empty()) {
            for (const std::string_view cell : record.fields)
                m_first.emplace_back(trimmedCell(cell));
            m_firstLine = record.line;
            m_tallies.resize(m_first.size());
            return;
        }
        if (record.fault != CsvFault::None || record.fields.size() != m_tallies.size())
            return;
        for (std::size_t i = 0; i < m_tallies.size(); ++i)
            m_tallies[i].take(trimmedCell(record.fields[i]), record.line);
    }

    void finish(FileProfile &profile)
    {
        if (profile.sniff.header == Sniff::Header::None) {
            for (std::size_t i = 0; i < m_tallies.size(); ++i)
                m_tallies[i].take(m_first[i], m_firstLine);
        }
        const std::vector<ColumnEvidence> &sniffed = profile.sniff.columns;
        for (std::size_t i = 0; i < sniffed.size() && i < m_tallies.size(); ++i) {
            ColumnProfile column;
            column.name = sniffed[i].name;
            column.evidence = sniffed[i];
            column.from = singleName(sniffed, i);
            m_tallies[i].finish(column, profile.read, profile.rows - profile.sniff.rowsFaulty);
            profile.columns.push_back(std::move(column));
        }
    }

private:
    [[nodiscard]] static std::string singleName(const std::vector<ColumnEvidence> &columns, std::size_t place)
    {
        const std::string &name = columns[place].name;
        const auto times = std::count_if(columns.begin(), columns.end(),
                                         [&name](const ColumnEvidence &column) { return column.name == name; });
        const bool usable = times == 1 && !name.empty() && !name.starts_with('#') && !name.starts_with('@');
        return usable ? name : "#" + std::to_string(place + 1);
    }

    std::vector<std::string> m_first;
    long m_firstLine = 1;
    std::vector<ColumnTally> m_tallies;
};

FileProfile made(Sniff sniff, const ReadOptions &read, Profiler &profiler)
{
    FileProfile profile;
    profile.sniff = std::move(sniff);
    profile.read = completed(read, profile.sniff);
    profile.rows = profile.sniff.rows;
    profiler.finish(profile);
    return profile;
}

std::string lastPart(const std::string &path)
{
    return path.substr(path.find_last_of("/\\") + 1);
}

} // namespace

const ValueCount *ColumnProfile::value(std::string_view text) const
{
    const auto found = std::find_if(values.begin(), values.end(),
                                    [text](const ValueCount &one) { return one.value == text; });
    return found == values.end() ? nullptr : &*found;
}

const ColumnProfile *FileProfile::column(std::string_view from) const
{
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [from](const ColumnProfile &one) { return one.from == from; });
    return found == columns.end() ? nullptr : &*found;
}

Result<FileProfile> profileFile(const std::string &path, const ReadOptions &read, const Progress &progress)
{
    Profiler profiler;
    Result<Sniff> sniff = sniffFile(path, progress, givenOf(read),
                                    [&profiler](const CsvRecord &record) { profiler.take(record); });
    if (!sniff)
        return tl::unexpected<Error>(sniff.error());
    FileProfile profile = made(std::move(*sniff), read, profiler);
    profile.path = path;
    profile.fileName = lastPart(path);
    const std::filesystem::path file = filePath(path);
    std::error_code ignored;
    profile.bytes = std::filesystem::file_size(file, ignored);
    std::string start(rawBytes, '\0');
    std::ifstream stream(file, std::ios::binary);
    stream.read(start.data(), std::streamsize(start.size()));
    start.resize(std::size_t(stream.gcount()));
    profile.lines = firstLines(start, start.size() < rawBytes, profile.sniff.encoding.encoding);
    return profile;
}

Result<FileProfile> profileBytes(std::string_view bytes, const std::string &name, const ReadOptions &read,
                                 const Progress &progress)
{
    Profiler profiler;
    Result<Sniff> sniff = sniffBytes(bytes, name, progress, givenOf(read),
                                     [&profiler](const CsvRecord &record) { profiler.take(record); });
    if (!sniff)
        return tl::unexpected<Error>(sniff.error());
    FileProfile profile = made(std::move(*sniff), read, profiler);
    profile.path = name;
    profile.fileName = lastPart(name);
    profile.bytes = bytes.size();
    profile.lines = firstLines(bytes.substr(0, rawBytes), bytes.size() < rawBytes, profile.sniff.encoding.encoding);
    return profile;
}

} // namespace evenredig
