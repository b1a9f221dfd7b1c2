// Gathers what an import did not simply keep: examples up to a limit, counts exactly.
#pragma once

#include "core/data/dataset.h"

#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace evenredig {

/// Keeps at most `limit` entries per kind, column and reason; what comes on top is counted and told in one
/// entry without line or value. So a broken file of any size costs little memory, and the account is exact.
class Ledger {
public:
    static constexpr long limit = 1000;

    void add(LedgerEntry entry);
    /// The entries in the order in which they came, then one for each kind that went over the limit.
    [[nodiscard]] std::vector<LedgerEntry> entries() const;

private:
    using Key = std::tuple<LedgerEntry::Kind, std::string, std::string>; // kind, column, reason
    struct Tally {
        long stored = 0;
        long beyond = 0;
    };
    std::vector<LedgerEntry> m_entries;
    std::map<Key, Tally> m_tallies;
};

} // namespace evenredig
