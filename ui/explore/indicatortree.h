// The tree of indicators with our own quiet look: a light row and an accent bar for the one in view.
#pragma once

#include <QTreeView>

namespace evenredig {

class IndicatorTree final : public QTreeView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IndicatorTree)

public:
    explicit IndicatorTree(QWidget *parent = nullptr);

    /// The name of a row, as far as there is room for it; all of it is in its tooltip.
    [[nodiscard]] QString shownName(const QModelIndex &index, const QFont &font) const;

Q_SIGNALS:
    /// By click, Enter or Space. A double click is two clicks: nothing here needs one.
    void chosen(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void drawArrow(QPainter &painter, const QRect &row, bool expanded) const;
};

} // namespace evenredig
