// The nine questions above the figure; those that cannot be asked say why.
#pragma once

#include "core/model/question.h"
#include "ui/explore/questiontab.h"

#include <QWidget>

#include <array>
#include <vector>

class QHBoxLayout;

namespace evenredig {

class Session;

class QuestionBar final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuestionBar)

public:
    explicit QuestionBar(Session &session, QWidget *parent = nullptr);

    /// Asks a question of the indicator in view, when it can be asked.
    void ask(Ask ask);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void refresh();
    void fit();
    void setRoom(QuestionTab::Room room);
    [[nodiscard]] int wantedWidth() const;
    void divide(std::size_t firstRow);

    Session &m_session;
    std::array<QHBoxLayout *, 2> m_rows{};
    std::vector<QuestionTab *> m_tabs;
};

} // namespace evenredig
