// What a draft leaves open, and the sentences for it.
#include "core/base/text.h"
#include "core/import/draft/draft.h"

#include <algorithm>

namespace evenredig {

namespace {

using OpenLevel = OpenPoint::Level;

/// The first few values that are not recognised.
std::string unknownOf(const DraftColumn &column)
{
    std::vector<std::string> unknown;
    for (const DraftValue &value : column.values) {
        if (value.use == DraftValue::Use::Unknown && value.count > 0)
            unknown.push_back(value.value);
    }
    return joinedFirst(unknown, 5);
}

OpenPoint about(const DraftColumn &column, OpenLevel level, const char *key)
{
    OpenPoint point{level, column.from, {key, {{"column", column.name}}}};
    const std::string values = unknownOf(column);
    point.why.arguments.emplace_back("values", values);
    addNumber(point.why.arguments, "count", double(column.unknownValues()));
    addNumber(point.why.arguments, "rows", double(column.unknownRows()));
    return point;
}

OpenPoint twoWays(const DraftColumn &column)
{
    const TwoWayValue &value = column.twoWays.front();
    OpenPoint point{OpenLevel::Ask, column.from, {"two_ways", {{"column", column.name}, {"value", value.value}}}};
    std::string dutch = value.small;
    std::replace(dutch.begin(), dutch.end(), '.', ',');
    addNumber(point.why.arguments, "line", double(value.firstLine));
    addNumber(point.why.arguments, "count", double(column.twoWays.size()));
    point.why.arguments.emplace_back("large", value.large);
    addText(point.why.arguments, "small", {dutch, value.small});
    return point;
}

bool isUsableId(const std::string &dataset)
{
    constexpr std::string_view usable = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";
    return !dataset.empty() && dataset.find_first_not_of(usable) == std::string::npos;
}

void addHead(std::vector<OpenPoint> &points, const Draft &draft)
{
    const auto add = [&points](OpenLevel level, const char *key) { points.push_back({level, {}, {key, {}}}); };
    const DraftColumn *origin = draft.withRole(ColumnRole::Origin);
    const bool known = origin
                       && (!origin->rest.empty()
                           || std::any_of(origin->values.begin(), origin->values.end(), [](const DraftValue &value) {
                                  return value.use == DraftValue::Use::Recoded;
                              }));
    if (!isUsableId(draft.dataset))
        add(OpenLevel::Blocks, "dataset_id");
    if (draft.title.nl.empty())
        add(OpenLevel::Blocks, "title");
    if (!origin)
        add(OpenLevel::Blocks, "no_origin");
    else if (!known)
        points.push_back(about(*origin, OpenLevel::Blocks, "origin_codes"));
    if (draft.period.empty() && !draft.withRole(ColumnRole::Period))
        add(OpenLevel::Blocks, "no_period");
    if (draft.classification.empty())
        add(OpenLevel::Ask, "classification");
    if (draft.kindWhy.confidence == Confidence::Unsure)
        add(OpenLevel::Ask, draft.looksPublished ? "published" : "kind");
    if (draft.withRole(ColumnRole::Weight) && draft.design.scopeWhy.confidence <= Confidence::Unsure)
        add(OpenLevel::Ask, "scope");
    if (draft.source.nl.empty())
        add(OpenLevel::Notice, "source");
}

void addColumn(std::vector<OpenPoint> &points, const DraftColumn &column, const std::string &stored)
{
    if (column.role == ColumnRole::LeaveOut)
        return;
    const bool rowKey = column.role == ColumnRole::Origin || column.role == ColumnRole::Period;
    if (column.unknownValues() > 0)
        points.push_back(about(column, OpenLevel::Ask, rowKey ? "rows_set_aside" : "values_unreadable"));
    if (!column.twoWays.empty() && !column.twoWaysSettled)
        points.push_back(twoWays(column));
    if (column.confidence == Confidence::Unsure) {
        points.push_back(about(column, column.role == ColumnRole::Keep ? OpenLevel::Notice : OpenLevel::Ask, "unsure"));
        addText(points.back().why.arguments, "why",
                {evidenceText(column.evidence, Language::Dutch), evidenceText(column.evidence, Language::English)});
    }
    if (column.role == ColumnRole::Keep && stored != column.name) {
        points.push_back({OpenLevel::Notice, column.from, {"renamed", {{"column", column.name}, {"name", stored}}}});
    }
}

} // namespace

std::vector<OpenPoint> openPoints(const Draft &draft)
{
    std::vector<OpenPoint> points;
    addHead(points, draft);
    const std::vector<std::string> names = storedNames(draft);
    for (std::size_t i = 0; i < draft.columns.size(); ++i)
        addColumn(points, draft.columns[i], names[i]);
    std::stable_sort(points.begin(), points.end(),
                     [](const OpenPoint &a, const OpenPoint &b) { return a.level < b.level; });
    return points;
}

std::string openPointText(const OpenPoint &point, Language language)
{
    return text(language, "open." + point.why.key, argumentsIn(language, point.why.arguments));
}

} // namespace evenredig
