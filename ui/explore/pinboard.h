// The figure in view with the pinned ones beside it.
#pragma once

#include "core/figure/figure.h"

#include <QWidget>

#include <vector>

class QGridLayout;

namespace evenredig {

class FigureView;
class PinnedFigure;
class Pins;
class Session;

/// One figure fills it; two stand beside each other, three or four in two rows. Pointing at a mark of a pinned
/// figure shows its card, choosing it highlights its group in all figures.
class PinBoard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PinBoard)

public:
    PinBoard(Session &session, FigureView *current, QWidget *parent = nullptr);

    void setPins(Pins *pins);
    [[nodiscard]] const std::vector<PinnedFigure *> &pinned() const { return m_pinned; }

Q_SIGNALS:
    /// The card of what is pointed at in a pinned figure; an empty one: the card of the figure in view again.
    void cardWanted(const evenredig::Card &card);
    void cardLeft();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void arrange();
    PinnedFigure *add();
    void retranslate();

    Session &m_session;
    Pins *m_pins = nullptr;
    FigureView *m_current;
    QGridLayout *m_grid;
    std::vector<PinnedFigure *> m_pinned;
};

} // namespace evenredig
