// "1.250" is 1250 or 1,25? The question that is put when a column holds values that can be read two ways.
#pragma once

#include "ui/import/importwords.h"
#include "ui/import/session/importsession.h"

#include <QFrame>

class QButtonGroup;
class QLabel;
class QRadioButton;

namespace evenredig {

/// Asked once per column: all its doubtful values are read the same way.
class TwoWaysBox final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TwoWaysBox)

public:
    TwoWaysBox(ImportSession &session, ImportWords words, QWidget *parent = nullptr);

    void setColumn(const std::string &from);

private:
    void take(int choice);
    [[nodiscard]] QString sentence(const DraftColumn &column) const;

    ImportSession &m_session;
    ImportWords m_words;
    std::string m_from;
    QLabel *m_head;
    QLabel *m_question;
    QButtonGroup *m_choices;
    QRadioButton *m_large;
    QRadioButton *m_small;
    QRadioButton *m_nothing;
};

} // namespace evenredig
