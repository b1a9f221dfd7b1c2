// The last look before an import: what is still open, the whole ledger, and how good the data are.
#pragma once

#include "ui/import/importwords.h"
#include "ui/import/session/importsession.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace evenredig {

class LedgerModel;
class QualityView;

class CheckPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckPage)

public:
    CheckPage(ImportSession &session, const ImportWords &words, QWidget *parent = nullptr);

private:
    void follow();
    void followQuestions(const std::optional<ImportTrial> &trial);

    ImportSession &m_session;
    ImportWords m_words;
    QLabel *m_open = nullptr;
    QLabel *m_questions = nullptr;
    LedgerModel *m_ledger = nullptr;
    QTableView *m_ledgerView = nullptr;
    QualityView *m_quality = nullptr;
};

/// A table of a ledger, dressed.
[[nodiscard]] QTableView *makeLedgerView(LedgerModel &model, QWidget *parent);

} // namespace evenredig
