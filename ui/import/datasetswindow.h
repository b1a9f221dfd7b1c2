// What is in the open file: every data set with its account, its ledger, and of persons its quality.
#pragma once

#include "ui/base/job.h"
#include "ui/import/importwords.h"

#include <QDialog>

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
    [[nodiscard]] bool isBusy() const { return m_job.isRunning(); }

private:
    struct Shown {
        std::vector<LedgerEntry> ledger;
        std::optional<DatasetQuality> quality;
    };
    [[nodiscard]] QWidget *makeDetail();
    void showCurrent();
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
    QPushButton *m_save = nullptr;
    Job m_job;
};

} // namespace evenredig
