// A pinned figure with what can be done with it.
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace evenredig {

class FigureView;

class PinnedFigure final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PinnedFigure)

public:
    explicit PinnedFigure(QWidget *parent = nullptr);

    [[nodiscard]] FigureView *view() const { return m_view; }
    [[nodiscard]] QToolButton *openButton() const { return m_open; }
    [[nodiscard]] QToolButton *removeButton() const { return m_remove; }
    /// Counted from one.
    void setNumber(int number);
    void retranslate();

private:
    QLabel *m_name;
    QToolButton *m_open, *m_remove;
    FigureView *m_view;
    int m_number = 1;
};

} // namespace evenredig
