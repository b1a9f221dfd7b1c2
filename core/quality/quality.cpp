#include "core/quality/quality.h"

#include "core/base/text.h"
#include "core/quality/missingcount.h"
#include "core/quality/usability.h"

#include <algorithm>
#include <set>

namespace evenredig {

namespace {

/// Longer lists are numbers or free text, which differ between any two waves.
constexpr std::size_t longestCodeList = 200;

/// First counts and weights, then what is missing, variable by variable.
Result<void> countAll(RowScan &rows, DatasetQuality &quality, const Catalogue &catalogue)
{
    quality.weighted = rows.isWeighted();
    GroupCounts groups;
    if (Result<void> counted = groups.count(rows); !counted)
        return counted;
    groups.take(quality, catalogue);
    double values = 0;
    double missing = 0;
    for (const Variable &variable : rows.info().variables) {
        if (!RowScan::isCounted(variable))
            continue;
        Result<QualityMissing> counted = countMissing(rows, variable, groups);
        if (!counted)
            return tl::unexpected<Error>(counted.error());
        values += double(counted->rows);
        missing += double(counted->missing);
        quality.missing.push_back(std::move(*counted));
    }
    quality.missingShare = values > 0 ? missing / values : 0;
    return {};
}

/// The values of a variable, and the source's own codes of what is missing.
std::optional<std::set<std::string>> codeList(const Variable &variable)
{
    std::set<std::string> values;
    std::size_t numbers = 0;
    if (variable.real || variable.dictionary.size() == 0 || variable.dictionary.size() > longestCodeList)
        return std::nullopt;
    for (std::uint32_t code = 0; code < variable.dictionary.size(); ++code) {
        numbers += variable.dictionary.number(code) ? 1 : 0;
        if (!variable.dictionary.value(code).empty())
            values.insert(std::string(variable.dictionary.value(code)));
    }
    return numbers > 20 ? std::nullopt : std::optional(values);
}

void compareCodes(DatasetQuality &quality, const MicrodataInfo &info, const MicrodataInfo &previous)
{
    quality.previous = previous.dataset;
    for (const Variable &variable : info.variables) {
        const Variable *before = previous.variable(variable.name);
        if (!before || variable.name.starts_with('@') || variable.name == "period")
            continue;
        const std::optional<std::set<std::string>> now = codeList(variable), then = codeList(*before);
        if (!now || !then || *now == *then)
            continue;
        CodeListChange change{variable.name, variable.label, previous.dataset, {}, {}};
        std::set_difference(now->begin(), now->end(), then->begin(), then->end(), std::back_inserter(change.added));
        std::set_difference(then->begin(), then->end(), now->begin(), now->end(), std::back_inserter(change.gone));
        quality.changes.push_back(std::move(change));
    }
}

Result<DatasetRecord> recordOf(const Workspace &workspace, const std::string &dataset)
{
    const Result<std::vector<DatasetRecord>> records = workspace.datasets();
    if (!records)
        return tl::unexpected<Error>(records.error());
    for (const DatasetRecord &record : *records) {
        if (record.info.id == dataset)
            return record;
    }
    const std::string known = joined(*records, [](const DatasetRecord &record) { return record.info.id; });
    return fail(ErrorCode::DatasetUnknown, {{"dataset", dataset}, {"known", known}});
}

} // namespace

Result<DatasetQuality> datasetQuality(const Workspace &workspace, const std::string &dataset, int threads,
                                      const Progress &progress)
{
    const Result<DatasetRecord> record = recordOf(workspace, dataset);
    if (!record)
        return tl::unexpected<Error>(record.error());
    const Result<std::vector<MicrodataInfo>> sets = workspace.microdata();
    const Result<Catalogue> catalogue = workspace.catalogue();
    if (!sets || !catalogue)
        return tl::unexpected<Error>(sets ? catalogue.error() : sets.error());
    const auto info = std::find_if(sets->begin(), sets->end(),
                                   [&dataset](const MicrodataInfo &one) { return one.dataset == dataset; });
    if (info == sets->end())
        return fail(ErrorCode::FormatWrong, {{"file", workspace.path()},
                                             {"expected", "\"kind\": \"survey\", \"register\""},
                                             {"found", "\"kind\": \"published\" (" + dataset + ")"}});
    DatasetQuality quality;
    quality.dataset = dataset;
    quality.title = record->info.title;
    quality.classification = record->info.classification;
    quality.counts = record->counts;
    quality.rows = info->rows;
    quality.scope = info->design.weightScope;
    RowScan rows(workspace, *info, threads, progress);
    if (const Result<void> done = countAll(rows, quality, *catalogue); !done)
        return tl::unexpected<Error>(done.error());
    const MicrodataInfo *previous = previousWave(*info, *sets);
    if (previous)
        compareCodes(quality, *info, *previous);
    const Result<void> judged = judgeUsability(quality, *info, previous, workspace, *catalogue);
    if (!judged)
        return tl::unexpected<Error>(judged.error());
    progress.at(1);
    return quality;
}

} // namespace evenredig
