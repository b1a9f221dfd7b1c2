#include "core/quality/rowscan.h"

#include <algorithm>

namespace evenredig {

RowScan::RowScan(const Workspace &workspace, const MicrodataInfo &info, int threads, const Progress &progress)
    : m_info(info), m_threads(threads), m_progress(progress), m_open([&workspace] { return workspace.openSegments(); }),
      m_weighted(info.variable(weightVariable) != nullptr)
{
    for (const char *name : {"origin", "generation", "period"}) {
        if (info.variable(name))
            m_keys.emplace_back(name);
    }
    m_steps += long(std::count_if(info.variables.begin(), info.variables.end(), isCounted));
}

bool RowScan::isCounted(const Variable &variable)
{
    return !variable.real && !variable.name.starts_with('@') && variable.name != "origin"
           && variable.name != "generation" && variable.name != "period" && variable.dictionary.size() > 0;
}

Result<CellTable> RowScan::cells(CellQuery query)
{
    query.weighted = m_weighted;
    if (cancelled())
        return fail(ErrorCode::Cancelled);
    Progress quiet;
    quiet.stop = m_progress.stop;
    Result<CellTable> table = scan(m_info, query, m_open, m_threads, quiet);
    step();
    return table;
}

std::string RowScan::valueOf(const CellTable &table, const Cell &cell, std::string_view name) const
{
    for (std::size_t i = 0; i < table.keys.size(); ++i) {
        if (table.keys[i] != name)
            continue;
        const Dictionary &dictionary = m_info.variable(name)->dictionary;
        return dictionary.isMissing(cell.codes[i]) ? std::string() : std::string(dictionary.value(cell.codes[i]));
    }
    return {};
}

void RowScan::step()
{
    m_progress.at(std::min(1.0, double(++m_done) / double(m_steps)));
}

} // namespace evenredig
