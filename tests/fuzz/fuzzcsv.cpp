// CSV in any options and in pieces of any size: every record is counted, and pieces make no difference.
#include "core/import/source/csvreader.h"
#include "fuzz.h"

#include <array>

using namespace evenredig;

namespace {

struct Outcome {
    long header = 0, rows = 0, fields = 0, counted = 0;
    bool good = false;
    std::string text;
    bool operator==(const Outcome &) const = default;
};

Outcome readIn(const CsvOptions &options, std::string_view bytes, std::size_t piece)
{
    Outcome outcome;
    const auto take = [&outcome](const CsvRecord &record) {
        outcome.fields += long(record.fields.size());
        for (const std::string_view field : record.fields)
            outcome.text.append(field).append(1, '\x1F');
        outcome.text += std::to_string(record.line) + char('a' + int(record.fault));
    };
    CsvReader reader(
        options, "fuzz",
        [&](const CsvRecord &record) {
            ++outcome.header;
            take(record);
            return Result<void>();
        },
        [&](const CsvRecord &record) {
            ++outcome.rows;
            take(record);
            return Result<void>();
        });
    outcome.good = true;
    for (std::size_t at = 0; at < bytes.size() && outcome.good; at += piece)
        outcome.good = reader.feed(bytes.substr(at, piece)).has_value();
    outcome.good = outcome.good && reader.finish().has_value();
    outcome.counted = reader.rowsRead();
    fuzz::promise(outcome.header <= 1 && outcome.rows == outcome.counted && reader.rowsFaulty() <= outcome.rows);
    return outcome;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr std::array<char, 4> delimiters{',', ';', '\t', '|'};
    constexpr std::array<char, 4> quotes{'"', '\'', 0, '"'};
    if (size < 2)
        return 0;
    CsvOptions options;
    options.delimiter = delimiters[data[0] & 3];
    options.quote = quotes[(data[0] >> 2) & 3];
    options.encoding = TextEncoding((data[0] >> 4) % 5);
    options.header = data[0] < 0x80;
    const std::string_view text = fuzz::textOf(data, size).substr(2);
    const Outcome whole = readIn(options, text, text.size() + 1);
    const Outcome pieces = readIn(options, text, 1 + data[1] % 64u);
    // A file that is refused halfway is refused whatever the pieces; how many rows came before may differ.
    fuzz::promise(whole.good == pieces.good);
    fuzz::promise(!whole.good || whole == pieces);
    return 0;
}
