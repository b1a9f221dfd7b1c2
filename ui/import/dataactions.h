// New files, imports and the list of data sets: what the window does with data of the user's own.
#pragma once

#include "ui/import/datasetswindow.h"
#include "ui/import/importwindow.h"
#include "ui/session/session.h"

#include <QObject>
#include <QPointer>

namespace evenredig {

class DataActions final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DataActions)

public:
    DataActions(Session &session, QWidget *window);

    /// Asks for a place and makes an empty workspace there; opens it. False when the user stepped back.
    bool newWorkspace();
    /// Makes an empty workspace and opens it; a fault is reported.
    bool makeWorkspace(const QString &path);
    void chooseFiles();
    /// Opens the import window. Where nothing is open, or only the sample, a new workspace is asked for first.
    void importFiles(const QStringList &files);
    void showDatasets(const QString &dataset = {});
    [[nodiscard]] ImportWindow *importWindow() const { return m_import; }
    [[nodiscard]] DatasetsWindow *datasetsWindow() const { return m_datasets; }

    /// What of dropped files can be imported.
    [[nodiscard]] static QStringList importable(const QStringList &files);

Q_SIGNALS:
    /// For the status bar.
    void told(const QString &sentence);

private:
    void openImport(const QStringList &files);
    void connectDatasets();
    void remove(const DatasetInfo &info);
    void rename(const DatasetInfo &before, const LocalText &title, const LocalText &source);
    void push(const QString &what, Session::Edit redo, Session::Edit undo);
    void offerUndo();

    Session &m_session;
    QWidget *m_window;
    QStringList m_pending; ///< to import once the new workspace is open
    QPointer<ImportWindow> m_import;
    QPointer<DatasetsWindow> m_datasets;
};

} // namespace evenredig
