// How good a data set of persons is: what it can be used for, numbers and weights, what is missing, changed codes.
#pragma once

#include "ui/import/importwords.h"

#include <QTabWidget>

class QStandardItemModel;
class QTableView;

namespace evenredig {

class QualityView final : public QTabWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QualityView)

public:
    QualityView(const Catalogue &catalogue, ImportWords words, QWidget *parent = nullptr);

    void setQuality(const DatasetQuality &quality);
    void clear();

private:
    struct Sheet {
        QTableView *view = nullptr;
        QStandardItemModel *model = nullptr;
    };
    [[nodiscard]] Sheet addSheet(const QString &title);
    void showUsable(const DatasetQuality &quality);
    void showGroups(const DatasetQuality &quality);
    void showMissing(const DatasetQuality &quality);
    void showChanges(const DatasetQuality &quality);
    /// From the column `numbersFrom` on the texts are numbers, at the right.
    static void addRow(const Sheet &sheet, const QStringList &texts, int numbersFrom);

    const Catalogue &m_catalogue;
    ImportWords m_words;
    Sheet m_usable, m_groups, m_missing, m_changes;
};

} // namespace evenredig
