// The figure above, its table below: each as high as it can use.
#pragma once

#include <QSplitter>

namespace evenredig {

class DetailPane;
class FigurePane;
class Session;

/// Divides the height when another figure comes: it takes what it needs and leaves the rest to the table; of a matrix
/// the table is a second copy and stands closed. Who moves the handle decides from then on.
class FigureSplit final : public QSplitter {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FigureSplit)

public:
    FigureSplit(Session &session, FigurePane &figure, DetailPane &detail, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void divide();
    void openDetail();

    Session &m_session;
    FigurePane &m_figure;
    DetailPane &m_detail;
    bool m_moved = false;
};

} // namespace evenredig
