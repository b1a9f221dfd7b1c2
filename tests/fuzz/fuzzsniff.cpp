// Any bytes as a text file: what is recognised reads the file, and the counts agree.
#include "core/import/figures/statline.h"
#include "core/import/recognise/sniffreport.h"
#include "fuzz.h"

using namespace evenredig;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes = fuzz::textOf(data, size);
    const Result<Sniff> sniff = sniffBytes(bytes, "fuzz");
    if (const auto metadata = StatlineMetadata::parse(bytes, "fuzz"))
        static_cast<void>(metadata->columnKey("ID"));
    if (!sniff)
        return 0;
    for (const ColumnEvidence &column : sniff->columns) {
        fuzz::promise(column.numbers <= column.filled);
        fuzz::promise(!column.ambiguous() || !column.example.empty());
    }
    fuzz::promise(!sniffText(*sniff, "fuzz", Language::Dutch).empty());
    fuzz::promise(!sniffJson(*sniff, "fuzz").empty());
    CsvOptions options = sniff->options();
    options.header = sniff->header != Sniff::Header::None;
    long rows = 0;
    const auto count = [&rows](const CsvRecord &) {
        ++rows;
        return Result<void>();
    };
    CsvReader reader(
        options, "fuzz", [](const CsvRecord &) { return Result<void>(); }, count);
    fuzz::promise(reader.feed(bytes).has_value());
    static_cast<void>(reader.finish());
    fuzz::promise(rows == sniff->rows);
    return 0;
}
