#include "ui/import/session/importsession.h"

#include "core/import/draft/keptdraft.h"
#include "core/import/draft/profile.h"
#include "core/import/draft/suggestdraft.h"
#include "ui/base/text.h"
#include "ui/import/session/draftstore.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace evenredig {

namespace {

using namespace std::chrono_literals;
constexpr auto pause = 250ms;
/// A trial of a larger file takes seconds: it runs when it is asked for.
constexpr std::uint64_t largestTriedAlone = 20'000'000;

/// What was kept of a source; one that cannot be read (of another version) counts as none.
std::optional<StoredDraft> readableDraft(const std::string &source)
{
    std::optional<StoredDraft> stored = storedDraft(qstring(source));
    return stored && keptReading(stored->json) ? stored : std::nullopt;
}

} // namespace

ImportSession::ImportSession(QString workspace, Catalogue catalogue, std::vector<DatasetRecord> datasets,
                             QObject *parent)
    : QObject(parent), m_workspace(std::move(workspace)), m_catalogue(std::move(catalogue)),
      m_datasets(std::move(datasets))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &ImportSession::tryNow);
    for (Job *job : {&m_looking, &m_trying, &m_importing}) {
        connect(job, &Job::runningChanged, this, &ImportSession::busyChanged);
        connect(job, &Job::progressed, this, &ImportSession::progressed);
    }
}

ImportSession::~ImportSession() = default;

// By value: what is looked at next is often what waited until now.
void ImportSession::look(QStringList files)
{
    m_sources = files.mid(0, 1);
    m_waiting = files.mid(1);
    m_scopeChosen = false;
    m_kept = false;
    m_recipe.reset();
    m_published.reset();
    m_recipeName.clear();
    startLook(files, {}, m_datasets);
}

void ImportSession::read(const ReadOptions &options)
{
    startLook(m_sources + m_waiting, options, {});
}

void ImportSession::startLook(const QStringList &files, const ReadOptions &options,
                              const std::vector<DatasetRecord> &records)
{
    m_trying.cancel();
    m_pause.stop();
    std::vector<std::string> paths;
    for (const QString &file : files)
        paths.push_back(file.toStdString());
    m_looking.start([paths, options, catalogue = m_catalogue, records](
                        const Progress &progress) { return lookAt(paths, options, catalogue, records, progress); },
                    [this](Result<Looked> looked) { take(std::move(looked)); });
}

Result<ImportSession::Looked> ImportSession::lookAt(const std::vector<std::string> &files, const ReadOptions &options,
                                                    const Catalogue &catalogue,
                                                    const std::vector<DatasetRecord> &records, const Progress &progress)
{
    const std::optional<StoredDraft> stored = options.given.empty() ? readableDraft(files.front()) : std::nullopt;
    Looked looked;
    looked.reading = stored ? *keptReading(stored->json) : options;
    Result<FileProfile> profile = profileFile(files.front(), looked.reading, progress);
    if (!profile)
        return tl::unexpected<Error>(profile.error());
    looked.profile = std::move(*profile);
    if (const std::optional<EarlierRecipe> earlier = bestEarlierRecipe(records, looked.profile)) {
        DraftFromRecipe from = draftFromRecipe(earlier->recipe, looked.profile, catalogue);
        looked.draft = std::move(from.draft);
        looked.changes = std::move(from.changes);
        looked.recipeName = earlier->dataset;
        looked.recipe = earlier->recipe;
    } else {
        looked.draft = suggestDraft(looked.profile, catalogue);
        if (std::optional<EarlierRecipe> published = fittingPublishedRecipe(records, looked.profile);
            published && !options.isGiven("delimiter")) {
            looked.recipeName = published->dataset;
            looked.recipe = std::move(published->recipe);
        }
    }
    looked.suggested = looked.draft;
    if (stored && restoreDraft(looked.draft, stored->json, looked.profile))
        looked.resumed = stored->kept;
    looked.sources = groupSources(files, looked.profile, looked.draft);
    return looked;
}

void ImportSession::take(Result<Looked> looked)
{
    if (!looked) {
        m_fault = looked.error();
        m_profile.reset();
        m_trial.reset();
        Q_EMIT profileChanged();
        Q_EMIT failed(*m_fault);
        return;
    }
    m_fault.reset();
    m_sources = qstrings(looked->sources.together);
    m_waiting = qstrings(looked->sources.waiting);
    m_profile = std::move(looked->profile);
    m_draft = std::move(looked->draft);
    m_suggested = std::move(looked->suggested);
    m_changes = std::move(looked->changes);
    m_reading = std::move(looked->reading);
    m_resumed = looked->resumed;
    m_scopeChosen = m_scopeChosen || m_resumed.isValid();
    if (looked->recipe) {
        (looked->recipe->kind == DatasetKind::Published ? m_published : m_recipe) = std::move(looked->recipe);
        m_recipeName = qstring(looked->recipeName);
    } else if (m_recipe) { // read anew by other options: the recipe still holds for the rest
        DraftFromRecipe from = draftFromRecipe(*m_recipe, *m_profile, m_catalogue);
        from.draft.read = m_profile->read;
        m_draft = std::move(from.draft);
        m_changes = std::move(from.changes);
    }
    if (!m_reading.given.empty() && !m_resumed.isValid())
        keep();
    Q_EMIT profileChanged();
    draftIsNew();
}

void ImportSession::applyRecipe(const Recipe &recipe, const QString &name)
{
    m_recipeName = name;
    m_recipe.reset();
    m_published.reset();
    m_changes.clear();
    if (recipe.kind == DatasetKind::Published) {
        m_published = recipe;
    } else if (m_profile) {
        m_recipe = recipe;
        DraftFromRecipe from = draftFromRecipe(recipe, *m_profile, m_catalogue);
        m_draft = std::move(from.draft);
        m_changes = std::move(from.changes);
        keep();
    }
    Q_EMIT profileChanged();
    draftIsNew();
}

void ImportSession::forgetRecipe()
{
    m_recipeName.clear();
    m_recipe.reset();
    m_published.reset();
    m_changes.clear();
    if (m_profile)
        m_draft = suggestDraft(*m_profile, m_catalogue);
    keep();
    Q_EMIT profileChanged();
    draftIsNew();
}

void ImportSession::chooseRole(const std::string &from, ColumnRole role, const std::string &variable)
{
    if (!m_profile)
        return;
    evenredig::chooseRole(m_draft, *m_profile, from, role, variable);
    keep();
    draftIsNew();
}

void ImportSession::edit(const std::function<void(Draft &)> &change)
{
    change(m_draft);
    keep();
    draftIsNew();
}

// At once: neither a key nor a crash takes an hour of choosing away.
void ImportSession::keep()
{
    if (m_profile && !m_sources.isEmpty())
        m_kept = storeDraft(m_sources.front(), keptDraft(m_draft, *m_profile, m_reading));
}

void ImportSession::startAnew()
{
    if (m_sources.isEmpty())
        return;
    forgetDraft(m_sources.front());
    m_kept = false;
    look(m_sources + m_waiting);
}

void ImportSession::chooseScope(WeightScope scope, bool coversAll)
{
    m_scopeChosen = true;
    edit([this, scope, coversAll](Draft &draft) {
        draft.design.weightScope = scope;
        if (coversAll)
            draft.design.covers.clear();
        else if (m_trial)
            draft.design.covers = m_trial->weights.covers;
    });
}

void ImportSession::draftIsNew()
{
    m_trying.cancel();
    m_trial.reset();
    m_fault.reset();
    if (isReady() && triesByItself())
        m_pause.start();
    else
        m_pause.stop();
    Q_EMIT draftChanged();
    Q_EMIT trialChanged();
}

bool ImportSession::triesByItself() const
{
    return m_profile && m_profile->bytes * std::uint64_t(m_sources.size()) <= largestTriedAlone;
}

std::vector<OpenPoint> ImportSession::openPoints() const
{
    return isPublished() || !m_profile ? std::vector<OpenPoint>() : evenredig::openPoints(m_draft);
}

bool ImportSession::isReady() const
{
    if (isPublished())
        return true;
    const std::vector<OpenPoint> points = openPoints();
    return m_profile && std::none_of(points.begin(), points.end(), [](const OpenPoint &point) {
               return point.level == OpenPoint::Level::Blocks;
           });
}

std::string ImportSession::recipeText() const
{
    return m_published ? m_published->json : recipeJson(m_draft);
}

const std::string &ImportSession::dataset() const
{
    return m_published ? m_published->dataset : m_draft.dataset;
}

bool ImportSession::exists() const
{
    return std::any_of(m_datasets.begin(), m_datasets.end(),
                       [this](const DatasetRecord &record) { return record.info.id == dataset(); });
}

ImportTask ImportSession::task() const
{
    ImportTask task;
    for (const QString &source : m_sources)
        task.sources.push_back(source.toStdString());
    task.recipe = recipeText();
    task.workspace = m_workspace.toStdString();
    return task;
}

void ImportSession::tryNow()
{
    m_pause.stop();
    if (!isReady())
        return;
    m_trying.start([task = task()](const Progress &progress) { return tryImport(task, progress); },
                   [this](Result<ImportTrial> trial) { takeTrial(std::move(trial)); });
}

void ImportSession::takeTrial(Result<ImportTrial> trial)
{
    if (!trial) {
        m_fault = trial.error();
        m_trial.reset();
        Q_EMIT trialChanged();
        return;
    }
    m_fault.reset();
    m_trial = std::move(*trial);
    if (!m_scopeChosen && m_trial->quality) {
        takeWeightCheck(m_draft, m_trial->weights);
        Q_EMIT draftChanged();
    }
    Q_EMIT trialChanged();
}

void ImportSession::importNow(IfExists ifExists)
{
    m_trying.cancel();
    m_importing.start(
        [task = task(), ifExists](const Progress &progress) { return runImport(task, ifExists, progress); },
        [this](Result<ImportOutcome> outcome) {
            if (outcome) {
                forgetDraft(m_sources.front());
                m_kept = false;
                m_datasets = std::move(outcome->datasets);
                Q_EMIT imported(outcome->report.dataset);
                return;
            }
            if (outcome.error().code != ErrorCode::Cancelled)
                Q_EMIT failed(outcome.error());
        });
}

void ImportSession::cancel()
{
    m_pause.stop();
    m_looking.cancel();
    m_trying.cancel();
    m_importing.cancel();
}

} // namespace evenredig
