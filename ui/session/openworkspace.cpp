#include "ui/session/openworkspace.h"

#include "core/base/text.h"

#include <algorithm>

namespace evenredig {

namespace {
constexpr std::string_view preferredIndicator = "income.independent";

IndicatorCoverage together(const std::vector<Availability> &available)
{
    IndicatorCoverage result;
    for (const Availability &item : available) {
        for (const std::string &dataset : item.coverage.datasets)
            addOnce(result.datasets, dataset);
        if (item.coverage.personsOnly)
            continue; // of persons there is no overview as yet
        for (const std::string &origin : item.coverage.origins)
            addOnce(result.origins, origin);
        for (const std::string &generation : item.coverage.generations)
            addOnce(result.generations, generation);
        result.figures += item.coverage.figures;
    }
    return result;
}
} // namespace

Result<OpenWorkspace> OpenWorkspace::read(const QString &path)
{
    const Result<Workspace> workspace = Workspace::open(path.toStdString(), OpenMode::ReadOnly);
    if (!workspace)
        return tl::unexpected(workspace.error());
    Result<Catalogue> catalogue = workspace->catalogue();
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    Result<std::vector<Availability>> available = availability(*workspace, *catalogue);
    if (!available)
        return tl::unexpected(available.error());
    Result<std::vector<DatasetRecord>> datasets = workspace->datasets();
    if (!datasets)
        return tl::unexpected(datasets.error());
    IndicatorCoverage overall = together(*available);
    return OpenWorkspace{path, std::move(*catalogue), std::move(*available), std::move(*datasets), std::move(overall)};
}

// Looks before it opens for writing, so that a file of which nothing was removed stays as it is, to the byte.
void OpenWorkspace::purge(const QString &path)
{
    const Result<Workspace> reading = Workspace::open(path.toStdString(), OpenMode::ReadOnly);
    if (!reading || !reading->hasRemoved().value_or(false))
        return;
    if (Result<Workspace> writing = Workspace::open(path.toStdString(), OpenMode::ReadWrite))
        static_cast<void>(writing->purgeRemoved());
}

const IndicatorCoverage *OpenWorkspace::coverageOf(std::string_view indicator) const
{
    const auto found = std::ranges::find_if(
        available, [indicator](const Availability &item) { return item.coverage.indicator == indicator; });
    return found == available.end() ? nullptr : &found->coverage;
}

Obstacle OpenWorkspace::obstacle(Ask ask, std::string_view indicator) const
{
    const auto found = std::ranges::find_if(
        available, [indicator](const Availability &item) { return item.coverage.indicator == indicator; });
    if (!traitsOf(ask).needsIndicator)
        return obstacleOfAll(available);
    return found == available.end() ? obstacleWithoutData(ask) : found->obstacle(ask);
}

std::string OpenWorkspace::classificationOf(std::string_view indicator) const
{
    const IndicatorCoverage *covered = coverageOf(indicator);
    if (!covered || covered->datasets.empty())
        return {};
    const auto found = std::ranges::find_if(
        datasets, [covered](const DatasetRecord &record) { return record.info.id == covered->datasets.back(); });
    return found == datasets.end() ? std::string() : found->info.classification;
}

std::string firstIndicator(const OpenWorkspace &workspace)
{
    if (workspace.coverageOf(preferredIndicator))
        return std::string(preferredIndicator);
    const auto found = std::ranges::find_if(workspace.catalogue.indicators, [&workspace](const Indicator &indicator) {
        return !indicator.sensitive && workspace.coverageOf(indicator.id);
    });
    return found == workspace.catalogue.indicators.end() ? std::string() : found->id;
}

std::optional<Question> firstQuestion(const OpenWorkspace &workspace)
{
    if (firstIndicator(workspace).empty())
        return std::nullopt;
    Question question;
    question.ask = Ask::Overview;
    if (std::ranges::all_of(workspace.available, [](const Availability &item) { return item.coverage.personsOnly; })) {
        question.ask = Ask::Level; // of persons there is no overview as yet
        question.indicator = firstIndicator(workspace);
    }
    return question;
}

} // namespace evenredig
