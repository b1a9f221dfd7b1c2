// Finds the columns that a recipe names in the header of a source.
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace evenredig {

/// A header's names, and which of them are used. A name is exact after trimming, or "#46", the column's
/// number from 1. Faults: ColumnMissing (with the nearest name, or the first ones), ColumnAmbiguous.
class ColumnIndex {
public:
    ColumnIndex() = default;
    ColumnIndex(const std::vector<std::string_view> &header, std::string file);

    [[nodiscard]] Result<std::size_t> find(const std::string &name);
    [[nodiscard]] const std::vector<std::string> &names() const { return m_names; }
    [[nodiscard]] bool isUsed(std::size_t column) const { return m_used[column]; }

private:
    std::vector<std::string> m_names;
    std::vector<bool> m_used;
    std::string m_file;
};

} // namespace evenredig
