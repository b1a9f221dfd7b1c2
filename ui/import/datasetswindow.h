// What is in the open file: every data set with its account, its ledger, and of persons its quality.
#pragma once

#include "ui/base/job.h"
#include "ui/import/importwords.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace evenredig {

class LedgerModel;
class QualityView;

class DatasetsWindow final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DatasetsWindow)

public:
    DatasetsWindow(QString workspace, Catalogue catalogue, std::vector<DatasetRecord> datasets, ImportWords words,
                   QWidget *parent = nullptr);
    ~DatasetsWindow() override;

    void choose(const QString &dataset);
    /// After an edit of the file; the one that was chosen stays so, or the one that is now in its place.
    void setDatasets(std::vector<DatasetRecord> datasets);
    /// The last edit, which can be undone; empty: none.
    void offerUndo(const QString &what);
    /// The file stays as it is, and why.
    void forbidEdits(const QString &why);
    void showFault(const Error &error);
    [[nodiscard]] bool isBusy() const { return m_job.isRunning(); }

Q_SIGNALS:
    void removeWanted(const evenredig::DatasetInfo &info);
    void renameWanted(const evenredig::DatasetInfo &before, const evenredig::LocalText &title,
                      const evenredig::LocalText &source);
    void undoWanted();

private:
    struct Shown {
        std::vector<LedgerEntry> ledger;
        std::optional<DatasetQuality> quality;
    };
    [[nodiscard]] QWidget *makeDetail();
    [[nodiscard]] QWidget *makeUndoLine();
    void makeButtons();
    void fillList();
    void remove();
    void rename();
    void showCurrent();
    void showNone();
    void show(const DatasetRecord &record, Result<Shown> shown);
    void saveRecipe();
    [[nodiscard]] const DatasetRecord *current() const;
    [[nodiscard]] QString accountOf(const DatasetRecord &record) const;

    QString m_workspace;
    Catalogue m_catalogue;
    std::vector<DatasetRecord> m_datasets;
    ImportWords m_words;
    QListWidget *m_list = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_account = nullptr;
    QLabel *m_sources = nullptr;
    QualityView *m_quality = nullptr;
    LedgerModel *m_ledger = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_rename = nullptr;
    QPushButton *m_remove = nullptr;
    QLabel *m_done = nullptr;
    QPushButton *m_undo = nullptr;
    bool m_fixed = false;
    Job m_job;
};

} // namespace evenredig
