// How the sample was drawn: weight, strata, clusters, and what the weights add up to.
#pragma once

#include "ui/import/importwords.h"
#include "ui/import/session/importsession.h"

#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLabel;
class QRadioButton;
class QStandardItemModel;
class QTableView;

namespace evenredig {

class DesignPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesignPage)

public:
    DesignPage(ImportSession &session, const ImportWords &words, QWidget *parent = nullptr);

private:
    void createFields();
    void createScope();
    void connectFields();
    void follow();
    void followTrial();
    void chooseColumn(ColumnRole role, const QComboBox &box);
    void fill(QComboBox &box, ColumnRole role);

    ImportSession &m_session;
    ImportWords m_words;
    QComboBox *m_weight = nullptr;
    QComboBox *m_stratum = nullptr;
    QComboBox *m_cluster = nullptr;
    QComboBox *m_population = nullptr;
    QLabel *m_strata = nullptr;
    QButtonGroup *m_scope = nullptr;
    QRadioButton *m_acrossGroups = nullptr;
    QRadioButton *m_withinGroups = nullptr;
    QCheckBox *m_covers = nullptr;
    QLabel *m_why = nullptr;
    QTableView *m_sums = nullptr;
    QStandardItemModel *m_sumsModel = nullptr;
};

} // namespace evenredig
