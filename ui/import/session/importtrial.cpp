#include "ui/import/session/importtrial.h"

#include "core/answer/levelmakers.h"
#include "core/quality/quality.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <set>

namespace evenredig {

namespace {

constexpr const char *recipeName = "recipe";

/// The trial's rows per origin, as the check of the weights takes them.
FileTotals totalsOf(const DatasetQuality &quality)
{
    FileTotals totals;
    totals.rows = quality.rows;
    totals.kept = quality.rows;
    for (const QualityGroup &group : quality.groups) {
        if (!group.period.empty() && !group.origin.empty())
            totals.totals.push_back(
                {group.origin, group.generation, group.period, static_cast<long>(group.n), group.weight});
    }
    return totals;
}

Result<WeightCheck> weightsOf(const ImportTask &task, const DatasetQuality &quality)
{
    const Result<Workspace> workspace = Workspace::open(task.workspace, OpenMode::ReadOnly);
    if (!workspace)
        return tl::unexpected<Error>(workspace.error());
    const Result<Catalogue> catalogue = workspace->catalogue();
    if (!catalogue)
        return tl::unexpected<Error>(catalogue.error());
    const Result<std::vector<PopulationFigure>> figures = populationFigures(*workspace);
    if (!figures)
        return tl::unexpected<Error>(figures.error());
    return checkWeights(totalsOf(quality), *figures, *catalogue);
}

void addVariables(const Indicator &indicator, std::set<std::string> &used)
{
    used.insert(indicator.measure.variable);
    for (const Condition &condition : indicator.universe)
        used.insert(condition.variable);
    for (const std::vector<std::string> &block : indicator.controls)
        used.insert(block.begin(), block.end());
}

/// What a person will be able to ask, and what was stored without being of use to it.
Result<void> addQuestions(const Workspace &scratch, const Catalogue &catalogue, ImportTrial &trial)
{
    const Result<std::vector<IndicatorCoverage>> coverage = personsCoverage(scratch, catalogue);
    if (!coverage)
        return tl::unexpected<Error>(coverage.error());
    const Result<std::vector<MicrodataInfo>> persons = scratch.microdata();
    if (!persons)
        return tl::unexpected<Error>(persons.error());
    std::set<std::string> used{"origin", "generation"};
    for (const IndicatorCoverage &one : *coverage) {
        trial.askable.push_back(one.indicator);
        addVariables(*catalogue.indicator(one.indicator), used);
    }
    std::set<std::string> usedColumns; // one column may be stored twice: an age, and its bands
    for (const MicrodataInfo &info : *persons) {
        for (const Variable &variable : info.variables) {
            if (variable.name.starts_with('@') || used.contains(variable.name))
                usedColumns.insert(variable.sourceName);
        }
    }
    for (const MicrodataInfo &info : *persons) {
        for (const Variable &variable : info.variables) {
            if (!variable.sourceName.empty() && usedColumns.insert(variable.sourceName).second)
                trial.unused.push_back(variable.sourceName);
        }
    }
    return {};
}

Result<ImportTrial> tryPublished(const ImportTask &task, const Recipe &recipe, const Progress &progress)
{
    const Result<Workspace> workspace = Workspace::open(task.workspace, OpenMode::ReadOnly);
    if (!workspace)
        return tl::unexpected<Error>(workspace.error());
    const Result<Catalogue> catalogue = workspace->catalogue();
    if (!catalogue)
        return tl::unexpected<Error>(catalogue.error());
    ImportTrial trial;
    Result<ImportedDataset> set = readSources(task.sources, recipe, *catalogue, trial.report, progress);
    if (!set)
        return tl::unexpected<Error>(set.error());
    trial.ledger = std::move(set->ledger);
    for (const Indicator &indicator : catalogue->indicators) {
        if (std::any_of(set->figures.begin(), set->figures.end(),
                        [&](const PublishedFigure &figure) { return figure.indicator == indicator.id; }))
            trial.askable.push_back(indicator.id);
    }
    return trial;
}

Result<ImportTrial> tryPersons(const ImportTask &task, const Recipe &recipe, const Progress &progress)
{
    const QFileInfo workspace(QString::fromStdString(task.workspace));
    const QTemporaryDir folder(workspace.path() + QStringLiteral("/.evenredig-XXXXXX"));
    if (!folder.isValid())
        return fail(ErrorCode::FolderReadOnly, {{"folder", workspace.path().toStdString()}});
    Result<Workspace> scratch = Workspace::create(folder.filePath(QStringLiteral("trial.evenredig")).toStdString());
    if (!scratch)
        return tl::unexpected<Error>(scratch.error());
    ImportTrial trial;
    Result<ImportReport> report = importSources(*scratch, task.sources, recipe, IfExists::Refuse, progress);
    if (!report)
        return tl::unexpected<Error>(report.error());
    trial.report = std::move(*report);
    Result<std::vector<LedgerEntry>> ledger = scratch->ledger(recipe.dataset);
    if (!ledger)
        return tl::unexpected<Error>(ledger.error());
    trial.ledger = std::move(*ledger);
    Result<DatasetQuality> quality = datasetQuality(*scratch, recipe.dataset);
    if (!quality)
        return tl::unexpected<Error>(quality.error());
    Result<WeightCheck> weights = weightsOf(task, *quality);
    if (!weights)
        return tl::unexpected<Error>(weights.error());
    const Result<Catalogue> catalogue = scratch->catalogue();
    if (!catalogue)
        return tl::unexpected<Error>(catalogue.error());
    if (const Result<void> added = addQuestions(*scratch, *catalogue, trial); !added)
        return tl::unexpected<Error>(added.error());
    trial.quality = std::move(*quality);
    trial.weights = std::move(*weights);
    return trial;
}

} // namespace

Result<ImportTrial> tryImport(const ImportTask &task, const Progress &progress)
{
    const Result<Recipe> recipe = Recipe::fromJson(task.recipe, recipeName);
    if (!recipe)
        return tl::unexpected<Error>(recipe.error());
    return recipe->kind == DatasetKind::Published ? tryPublished(task, *recipe, progress)
                                                  : tryPersons(task, *recipe, progress);
}

Result<ImportOutcome> runImport(const ImportTask &task, IfExists ifExists, const Progress &progress)
{
    const Result<Recipe> recipe = Recipe::fromJson(task.recipe, recipeName);
    if (!recipe)
        return tl::unexpected<Error>(recipe.error());
    Result<Workspace> workspace = Workspace::open(task.workspace, OpenMode::ReadWrite);
    if (!workspace)
        return tl::unexpected<Error>(workspace.error());
    Result<ImportReport> report = importSources(*workspace, task.sources, *recipe, ifExists, progress);
    if (!report)
        return tl::unexpected<Error>(report.error());
    Result<std::vector<DatasetRecord>> datasets = workspace->datasets();
    if (!datasets)
        return tl::unexpected<Error>(datasets.error());
    return ImportOutcome{std::move(*report), std::move(*datasets)};
}

} // namespace evenredig
