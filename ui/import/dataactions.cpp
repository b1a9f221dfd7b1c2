#include "ui/import/dataactions.h"

#include "ui/base/text.h"
#include "ui/import/editdataset.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QStandardPaths>

#include <array>

namespace evenredig {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array textSuffixes{"csv"_L1, "txt"_L1, "tsv"_L1, "dat"_L1};
constexpr QLatin1StringView workspaceSuffix(".evenredig");

/// The sample stands among the program's own files, and a newer version makes it anew: nothing of the user's goes
/// into it.
bool isSample(const QString &path)
{
    return QFileInfo(path).absolutePath() == QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

ImportWords wordsOf(const Session &session)
{
    ImportWords words;
    words.language = session.preferences().interfaceLanguage;
    words.numbers = session.preferences().numberFormat(words.language);
    return words;
}

} // namespace

DataActions::DataActions(Session &session, QWidget *window) : QObject(window), m_session(session), m_window(window)
{
    connect(&session, &Session::workspaceOpened, this, [this] {
        const QStringList pending = std::exchange(m_pending, {});
        if (!pending.isEmpty())
            openImport(pending);
    });
    connect(&session, &Session::failed, this, [this] { m_pending.clear(); });
    connect(&session, &Session::workspaceChanged, this, [this] {
        if (m_datasets)
            m_datasets->setDatasets(m_session.workspace()->datasets);
    });
    connect(&session.history(), &QUndoStack::indexChanged, this, &DataActions::offerUndo);
}

QStringList DataActions::importable(const QStringList &files)
{
    QStringList texts;
    for (const QString &file : files) {
        if (std::ranges::find(textSuffixes, QFileInfo(file).suffix().toLower()) != textSuffixes.end())
            texts << file;
    }
    return texts;
}

bool DataActions::newWorkspace()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QString path = QFileDialog::getSaveFileName(
        m_window, tr("New file"), folder + u"/"_s + tr("my data") + workspaceSuffix,
        tr("Evenredig files (*%1)").arg(workspaceSuffix), nullptr, QFileDialog::DontConfirmOverwrite);
    if (path.isEmpty())
        return false;
    if (QFileInfo(path).suffix().isEmpty())
        path += workspaceSuffix;
    return makeWorkspace(path);
}

bool DataActions::makeWorkspace(const QString &path)
{
    const Result<Workspace> made = Workspace::create(path.toStdString());
    if (!made) {
        QMessageBox::warning(m_window, tr("New file"),
                             qstring(message(made.error(), m_session.preferences().interfaceLanguage)));
        return false;
    }
    m_session.open(path);
    return true;
}

void DataActions::chooseFiles()
{
    const QStringList files = QFileDialog::getOpenFileNames(
        m_window, tr("Import"), {}, tr("Text files (*.csv *.txt *.tsv *.tab *.dat);;All files (*)"));
    if (!files.isEmpty())
        importFiles(files);
}

void DataActions::importFiles(const QStringList &files)
{
    if (m_session.workspace() && !isSample(m_session.workspace()->path)) {
        openImport(files);
        return;
    }
    const auto answer = QMessageBox::question(
        m_window, tr("Import"),
        m_session.workspace() ? tr("The sample is for looking around. Your own data go into a file of their own: "
                                   "choose a name for it.")
                              : tr("Your data go into a file of their own: choose a name for it."),
        QMessageBox::Ok | QMessageBox::Cancel, QMessageBox::Ok);
    if (answer != QMessageBox::Ok)
        return;
    m_pending = files;
    if (!newWorkspace())
        m_pending.clear();
}

void DataActions::openImport(const QStringList &files)
{
    const std::shared_ptr<const OpenWorkspace> workspace = m_session.workspace();
    m_import = new ImportWindow(workspace->path, workspace->catalogue, workspace->datasets, wordsOf(m_session),
                                m_window);
    m_import->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_import, &QDialog::accepted, this, [this] {
        const QStringList imported = m_import->imported();
        m_session.open(m_session.workspace()->path);
        if (!imported.isEmpty())
            showDatasets(imported.back());
    });
    connect(m_import, &ImportWindow::choicesKept, this, [this](const QString &source) {
        Q_EMIT told(tr("Your choices for %1 are kept: import the file again to go on.").arg(source));
    });
    m_import->open();
    m_import->begin(files);
}

// Read from the file, not from what is open: an import may just have added to it.
void DataActions::showDatasets(const QString &dataset)
{
    if (!m_session.workspace())
        return;
    const QString path = m_session.workspace()->path;
    const Result<OpenWorkspace> workspace = OpenWorkspace::read(path);
    if (!workspace) {
        m_session.reportError(workspace.error());
        return;
    }
    m_datasets = new DatasetsWindow(path, workspace->catalogue, workspace->datasets, wordsOf(m_session), m_window);
    m_datasets->setAttribute(Qt::WA_DeleteOnClose);
    if (!dataset.isEmpty())
        m_datasets->choose(dataset);
    connectDatasets();
    m_datasets->open();
}

void DataActions::connectDatasets()
{
    connect(m_datasets, &DatasetsWindow::removeWanted, this, &DataActions::remove);
    connect(m_datasets, &DatasetsWindow::renameWanted, this, &DataActions::rename);
    connect(m_datasets, &DatasetsWindow::undoWanted, &m_session.history(), &QUndoStack::undo);
    if (isSample(m_session.workspace()->path))
        m_datasets->forbidEdits(tr("The sample stays as it is. In a file of your own this can be done."));
    offerUndo();
}

void DataActions::remove(const DatasetInfo &info)
{
    const QString title = qstring(info.title.in(m_session.preferences().interfaceLanguage));
    push(
        tr("Removed: %1").arg(title), [id = info.id](Workspace &file) { return file.removeDataset(id); },
        [id = info.id](Workspace &file) { return file.restoreDataset(id); });
}

void DataActions::rename(const DatasetInfo &before, const LocalText &title, const LocalText &source)
{
    const QString name = qstring(title.in(m_session.preferences().interfaceLanguage));
    const auto describe = [id = before.id](const LocalText &one, const LocalText &other) {
        return [id, one, other](Workspace &file) { return file.describeDataset(id, one, other); };
    };
    push(tr("Renamed: %1").arg(name), describe(title, source), describe(before.title, before.source));
}

void DataActions::push(const QString &what, Session::Edit redo, Session::Edit undo)
{
    const auto report = [this](const Error &error) {
        if (m_datasets)
            m_datasets->showFault(error);
        else
            m_session.reportError(error);
    };
    m_session.history().push(new EditDataset(m_session, what, std::move(redo), std::move(undo), report));
}

// Only an edit: a view is undone where it is seen.
void DataActions::offerUndo()
{
    const QUndoStack &history = m_session.history();
    const QUndoCommand *last = history.index() > 0 ? history.command(history.index() - 1) : nullptr;
    if (m_datasets)
        m_datasets->offerUndo(dynamic_cast<const EditDataset *>(last) ? last->text() : QString());
}

} // namespace evenredig
