// "How do the groups stand now?": a row per origin, generation and period.
#include "core/answer/rows.h"

#include <algorithm>

namespace evenredig {

namespace {

/// Who reads an order by value reads a ranking: of each row whether it is demonstrably above the next one (product.md,
/// rule 6).
void judgeOrder(std::vector<PointRow> &points, const Scope &scope)
{
    std::map<std::string, std::vector<PointRow *>> byPeriod;
    for (PointRow &point : points) {
        if (point.level)
            byPeriod[point.row.period().id()].push_back(&point);
    }
    for (auto &[period, ordered] : byPeriod) {
        std::stable_sort(ordered.begin(), ordered.end(), [](const PointRow *a, const PointRow *b) {
            return *a->row.value(Key::Value) > *b->row.value(Key::Value);
        });
        for (std::size_t i = 0; i + 1 < ordered.size(); ++i) {
            const LevelId higher = *ordered[i]->level, lower = *ordered[i + 1]->level;
            ordered[i]->row.aboveNext = scope.establishes(Formula::difference(higher, lower));
        }
    }
}

} // namespace

Rows levelRows(const Scope &scope)
{
    std::vector<PointRow> points = periodRows(scope);
    judgeOrder(points, scope);
    return rowsOnly(std::move(points));
}

} // namespace evenredig
