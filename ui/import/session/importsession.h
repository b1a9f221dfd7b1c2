// One import as a person goes through it: what the files show, the draft of a recipe, and a trial run of it.
#pragma once

#include "core/import/draft/earlierrecipe.h"
#include "ui/base/job.h"
#include "ui/import/session/importtrial.h"
#include "ui/import/session/sourcegroups.h"

#include <QDateTime>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace evenredig {

/// Values go in, one signal per kind of result comes out; files are read in jobs. After each change of the draft
/// the trial runs again by itself, unless the file is large. GUI thread only.
class ImportSession final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportSession)

public:
    ImportSession(QString workspace, Catalogue catalogue, std::vector<DatasetRecord> datasets,
                  QObject *parent = nullptr);
    ~ImportSession() override;

    /// Begins with the first of these files, and those that are one data set with it; the others wait.
    void look(QStringList files);
    /// The same files, read by other options.
    void read(const ReadOptions &options);
    /// A recipe of the user's for the same files; a published one is taken as it stands.
    void applyRecipe(const Recipe &recipe, const QString &name);
    /// Lets go of the recipe: everything is suggested from the file.
    void forgetRecipe();
    /// Lets go of the choices that were kept of another time, and looks anew.
    void startAnew();
    void chooseRole(const std::string &from, ColumnRole role, const std::string &variable);
    /// One change of the draft by a person.
    void edit(const std::function<void(Draft &)> &change);
    /// The weight scope as a person chose it: the check of the weights no longer changes it.
    void chooseScope(WeightScope scope, bool coversAll);
    void tryNow();
    void importNow(IfExists ifExists);
    void cancel();

    [[nodiscard]] const QStringList &sources() const { return m_sources; }
    [[nodiscard]] const QStringList &waiting() const { return m_waiting; }
    [[nodiscard]] const std::optional<FileProfile> &profile() const { return m_profile; }
    [[nodiscard]] const Draft &draft() const { return m_draft; }
    /// What the file, or the recipe that was applied, suggested before a person changed anything.
    [[nodiscard]] const Draft &suggested() const { return m_suggested; }
    [[nodiscard]] const Catalogue &catalogue() const { return m_catalogue; }
    [[nodiscard]] const std::vector<DatasetRecord> &datasets() const { return m_datasets; }
    /// Of the recipe that was applied, if one was.
    [[nodiscard]] const QString &recipeName() const { return m_recipeName; }
    [[nodiscard]] const std::vector<DraftChange> &changes() const { return m_changes; }
    /// When the choices were made that are here again; invalid: they are new.
    [[nodiscard]] const QDateTime &resumed() const { return m_resumed; }
    /// Whether a person changed something that is kept for another time.
    [[nodiscard]] bool isKept() const { return m_kept; }
    [[nodiscard]] bool isPublished() const { return m_published.has_value(); }
    /// The recipe for figures that was applied, if one was.
    [[nodiscard]] const std::optional<Recipe> &published() const { return m_published; }
    [[nodiscard]] std::vector<OpenPoint> openPoints() const;
    /// Nothing blocks the import.
    [[nodiscard]] bool isReady() const;
    /// Of the draft as it is now; nothing when it did not run yet, or could not.
    [[nodiscard]] const std::optional<ImportTrial> &trial() const { return m_trial; }
    /// Why the last look or trial gave nothing.
    [[nodiscard]] const std::optional<Error> &fault() const { return m_fault; }
    [[nodiscard]] bool triesByItself() const;
    [[nodiscard]] bool isTrying() const { return m_trying.isRunning() || m_pause.isActive(); }
    [[nodiscard]] bool isLooking() const { return m_looking.isRunning(); }
    [[nodiscard]] bool isImporting() const { return m_importing.isRunning(); }
    [[nodiscard]] std::string recipeText() const;
    /// The id that the data set gets.
    [[nodiscard]] const std::string &dataset() const;
    /// Whether the workspace has a data set of this id.
    [[nodiscard]] bool exists() const;

Q_SIGNALS:
    void profileChanged();
    void draftChanged();
    void trialChanged();
    void failed(const evenredig::Error &error);
    void imported(const std::string &dataset);
    void busyChanged();
    void progressed(double fraction);

private:
    struct Looked {
        FileProfile profile;
        Draft draft, suggested;
        std::vector<DraftChange> changes;
        std::string recipeName;
        std::optional<Recipe> recipe;
        SourceGroups sources;
        ReadOptions reading; ///< as a person chose it
        QDateTime resumed;
    };
    static Result<Looked> lookAt(const std::vector<std::string> &files, const ReadOptions &options,
                                 const Catalogue &catalogue, const std::vector<DatasetRecord> &records,
                                 const Progress &progress);
    void startLook(const QStringList &files, const ReadOptions &options, const std::vector<DatasetRecord> &records);
    void take(Result<Looked> looked);
    void takeTrial(Result<ImportTrial> trial);
    void draftIsNew();
    void keep();
    [[nodiscard]] ImportTask task() const;

    QString m_workspace;
    Catalogue m_catalogue;
    std::vector<DatasetRecord> m_datasets;
    QStringList m_sources, m_waiting;
    std::optional<FileProfile> m_profile;
    Draft m_draft, m_suggested;
    std::vector<DraftChange> m_changes;
    std::optional<Recipe> m_recipe;    ///< the one that was applied, of persons
    std::optional<Recipe> m_published; ///< the same, of figures
    QString m_recipeName;
    std::optional<ImportTrial> m_trial;
    std::optional<Error> m_fault;
    bool m_scopeChosen = false;
    ReadOptions m_reading; ///< as a person chose it; nothing given: recognised
    QDateTime m_resumed;
    bool m_kept = false;
    QTimer m_pause; ///< edits that follow one another are tried once
    Job m_looking, m_trying, m_importing;
};

} // namespace evenredig
