// What form the figure has, beside the tabs below it: which rows, in which order, together or apart, pinned.
#pragma once

#include <QWidget>

class QToolButton;

namespace evenredig {

class Session;
class WindowActions;

class FormBar final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormBar)

public:
    FormBar(Session &session, WindowActions &actions, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *add();
    void refresh();

    Session &m_session;
    WindowActions &m_actions;
    QToolButton *m_rows, *m_order, *m_panels, *m_pin;
};

} // namespace evenredig
