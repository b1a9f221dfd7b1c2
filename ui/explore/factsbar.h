// The status bar: the facts that prevent mistakes, and the number format.
#pragma once

#include "ui/base/preferences.h"

#include <QStatusBar>

class QLabel;
class QToolButton;

namespace evenredig {

class Session;

class FactsBar final : public QStatusBar {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FactsBar)

public:
    /// `numbers` is the menu of number formats, which opens at the sample of the one in use.
    FactsBar(Session &session, QMenu *numbers, QWidget *parent = nullptr);

    [[nodiscard]] QString facts() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    Session &m_session;
    QLabel *m_facts;
    QToolButton *m_numbers;
};

} // namespace evenredig
