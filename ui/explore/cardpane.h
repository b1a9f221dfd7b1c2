// The card at the right: what the indicator means, and the figure in view with its verdict.
#pragma once

#include "core/figure/figure.h"

#include <QTimer>
#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace evenredig {

class CardPane final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CardPane)

public:
    explicit CardPane(QWidget *parent = nullptr);

    /// Shown after what is to be painted now: pointing along a line must not wait for cards.
    void setCard(const Card &card);
    [[nodiscard]] QScrollArea *scrollArea() const { return m_scroll; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void addItem(QVBoxLayout &column, const CardItem &item);
    void addLine(QVBoxLayout &column, const QString &text, const QString &look);
    void addPill(QVBoxLayout &column, const QString &text);
    void retranslate();

    void build();

    QScrollArea *m_scroll;
    Card m_card;
    QTimer m_soon;
};

/// The card in one breath, for who hears it.
[[nodiscard]] QString spokenCard(const Card &card);

} // namespace evenredig
