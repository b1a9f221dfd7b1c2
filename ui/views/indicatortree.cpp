#include "ui/views/indicatortree.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

namespace evenredig {

namespace {
constexpr int barWidth = 3;
constexpr double arrow = 3.2; ///< half the side of the triangle before a domain
} // namespace

IndicatorTree::IndicatorTree(QWidget *parent)
    : QTreeView(parent)
{
    setObjectName(QStringLiteral("indicatorTree"));
    setHeaderHidden(true);
    setIndentation(16);
    setRootIsDecorated(true);
    setUniformRowHeights(true);
    setExpandsOnDoubleClick(false);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    connect(this, &QTreeView::clicked, this, &IndicatorTree::chosen);
}

void IndicatorTree::keyPressEvent(QKeyEvent *event)
{
    const bool choose = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (choose && currentIndex().isValid())
        Q_EMIT chosen(currentIndex());
    else
        QTreeView::keyPressEvent(event);
}

void IndicatorTree::mouseDoubleClickEvent(QMouseEvent *event)
{
    mousePressEvent(event);
}

void IndicatorTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    const bool selected = selectionModel()->isSelected(index);
    if (selected) {
        QColor wash = palette().color(QPalette::Highlight);
        wash.setAlphaF(0.14f);
        painter->fillRect(option.rect, wash);
        painter->fillRect(QRect(option.rect.topLeft(), QSize(barWidth, option.rect.height())),
                          palette().color(QPalette::Highlight));
        row.font.setWeight(QFont::DemiBold);
    }
    QTreeView::drawRow(painter, row, index);
    if (hasFocus() && index == currentIndex()) {
        painter->setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
}

void IndicatorTree::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    if (!model()->hasChildren(index))
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(QRectF(rect).center() + QPointF(1, 0));
    if (isExpanded(index))
        painter->rotate(90);
    QPainterPath triangle;
    triangle.moveTo(-arrow * 0.8, -arrow);
    triangle.lineTo(arrow, 0);
    triangle.lineTo(-arrow * 0.8, arrow);
    triangle.closeSubpath();
    painter->fillPath(triangle, palette().color(QPalette::Text));
    painter->restore();
}

} // namespace evenredig
