// One question in the bar above the figure: its number small, its name, and a line under the one in view.
#pragma once

#include "core/model/question.h"

#include <QAbstractButton>

namespace evenredig {

class QuestionTab final : public QAbstractButton {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuestionTab)

public:
    enum class Room { Ample, Tight, TwoRows };

    explicit QuestionTab(int number, QWidget *parent = nullptr);

    /// Tight: closer together and in a slightly smaller type. TwoRows: lower, because another row stands below.
    void setRoom(Room room);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont nameFont() const;
    [[nodiscard]] QFont numberFont() const;

    [[nodiscard]] int side() const;
    [[nodiscard]] int gap() const;
    [[nodiscard]] int tabHeight() const;

    int m_number;
    Room m_room = Room::Ample;
};

} // namespace evenredig
