// What the columns of a text file hold: the second half of sniffing.
#pragma once

#include "core/import/recognise/textevidence.h"
#include "core/import/source/printednumber.h"

namespace evenredig {

/// Fed with the whole file; gives the columns, the header and the counts of rows to a Sniff. Not thread-safe.
class ColumnSniffer {
public:
    ColumnSniffer(const CsvOptions &options, const std::string &name, SniffWatcher watcher = {});
    ColumnSniffer(const ColumnSniffer &) = delete; // the reader calls back into this object
    ColumnSniffer &operator=(const ColumnSniffer &) = delete;

    [[nodiscard]] Result<void> feed(std::string_view bytes) { return m_reader.feed(bytes); }
    [[nodiscard]] Result<void> finish(Sniff &sniff, const std::optional<bool> &header);

private:
    Result<void> takeFirst(const CsvRecord &record);
    Result<void> takeRow(const CsvRecord &record);
    [[nodiscard]] Sniff::Header headerOf() const;
    void countFirst();

    SniffWatcher m_watcher;
    CsvReader m_reader;
    std::vector<std::string> m_first;
    std::vector<ColumnEvidence> m_columns;
};

/// The marks that a column shows for certain; of what it does not show, those of the file.
[[nodiscard]] Marks marksOf(const ColumnEvidence &column, const Marks &file);

} // namespace evenredig
