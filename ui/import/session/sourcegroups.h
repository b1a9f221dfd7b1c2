// Several files at once: which of them are one data set.
#pragma once

#include "core/import/draft/draft.h"

namespace evenredig {

struct SourceGroups {
    std::vector<std::string> together, waiting;
};

/// The files that have the same columns as the first one, whose draft says that a column tells the period; the
/// others wait. Where each file is a period of its own (sim2015.csv, sim2020.csv, no column for it), each is a data
/// set of its own. Only the beginnings of the other files are read.
[[nodiscard]] SourceGroups groupSources(const std::vector<std::string> &files, const FileProfile &first,
                                        const Draft &draft);

} // namespace evenredig
