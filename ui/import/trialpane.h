// What the import would give: rows, what is set aside, numbers per group. It follows every change.
#pragma once

#include "ui/import/importwords.h"
#include "ui/import/session/importsession.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace evenredig {

class TrialPane final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrialPane)

public:
    TrialPane(ImportSession &session, ImportWords words, QWidget *parent = nullptr);

private:
    void follow();
    void showCounts(const ImportCounts &counts);
    void showAside(const std::vector<LedgerEntry> &ledger);
    void showGroups(const DatasetQuality &quality);
    void clear();

    ImportSession &m_session;
    ImportWords m_words;
    QLabel *m_state;
    QPushButton *m_try;
    QWidget *m_result;
    QGridLayout *m_counts;
    QLabel *m_aside;
    QLabel *m_asideHead;
    QGridLayout *m_groups;
    QLabel *m_groupsHead;
    QLabel *m_remark;
};

} // namespace evenredig
