// One question in the bar above the figure: its number small, its name, and a line under the one in view.
#pragma once

#include "core/model/question.h"

#include <QAbstractButton>

namespace evenredig {

class QuestionTab final : public QAbstractButton {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuestionTab)

public:
    explicit QuestionTab(int number, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont nameFont() const;
    [[nodiscard]] QFont numberFont() const;

    int m_number;
};

} // namespace evenredig
