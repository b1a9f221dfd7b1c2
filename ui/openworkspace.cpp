#include "ui/openworkspace.h"

#include "core/answer/persons.h"

#include <algorithm>

namespace evenredig {

namespace {
constexpr std::string_view preferredIndicator = "income.independent";

void addNew(std::vector<std::string> &list, const std::vector<std::string> &items)
{
    for (const std::string &item : items)
        if (std::ranges::find(list, item) == list.end())
            list.push_back(item);
}

IndicatorCoverage together(const std::vector<IndicatorCoverage> &coverage)
{
    IndicatorCoverage result;
    for (const IndicatorCoverage &item : coverage) {
        addNew(result.datasets, item.datasets);
        addNew(result.origins, item.origins);
        addNew(result.generations, item.generations);
        result.figures += item.figures;
    }
    return result;
}
/// Of an indicator that has published figures too, those come first: they answer more questions.
void addPersons(std::vector<IndicatorCoverage> &coverage, std::vector<IndicatorCoverage> persons)
{
    for (IndicatorCoverage &item : persons) {
        const auto published = std::ranges::find(coverage, item.indicator, &IndicatorCoverage::indicator);
        if (published == coverage.end())
            coverage.push_back(std::move(item));
        else
            addNew(published->datasets, item.datasets);
    }
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
    Result<std::vector<IndicatorCoverage>> coverage = workspace->coverage();
    if (!coverage)
        return tl::unexpected(coverage.error());
    Result<std::vector<DatasetRecord>> datasets = workspace->datasets();
    if (!datasets)
        return tl::unexpected(datasets.error());
    IndicatorCoverage overall = together(*coverage);
    Result<std::vector<IndicatorCoverage>> persons = personsCoverage(*workspace, *catalogue);
    if (!persons)
        return tl::unexpected(persons.error());
    addPersons(*coverage, std::move(*persons));
    return OpenWorkspace{path, std::move(*catalogue), std::move(*coverage), std::move(*datasets), std::move(overall)};
}

const IndicatorCoverage *OpenWorkspace::coverageOf(std::string_view indicator) const
{
    const auto found = std::ranges::find(coverage, indicator, &IndicatorCoverage::indicator);
    return found == coverage.end() ? nullptr : &*found;
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
    if (std::ranges::all_of(workspace.coverage, &IndicatorCoverage::personsOnly)) {
        question.ask = Ask::Level; // of persons there is no overview as yet
        question.indicator = firstIndicator(workspace);
    }
    return question;
}

} // namespace evenredig
