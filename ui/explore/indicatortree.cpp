#include "ui/explore/indicatortree.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

namespace evenredig {

namespace {
constexpr int barWidth = 3;
constexpr double arrow = 3.2; ///< half the side of the triangle before a domain
constexpr double arrowCentre = 15;
constexpr int domainLeft = 23;
constexpr int childLeft = 29;
} // namespace

IndicatorTree::IndicatorTree(QWidget *parent) : QTreeView(parent)
{
    setObjectName(QStringLiteral("indicatorTree"));
    setHeaderHidden(true);
    setIndentation(0);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setExpandsOnDoubleClick(false);
    setTextElideMode(Qt::ElideMiddle);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    connect(this, &QTreeView::clicked, this, &IndicatorTree::chosen);
}

void IndicatorTree::keyPressEvent(QKeyEvent *event)
{
    const bool choose = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
                        || event->key() == Qt::Key_Space;
    if (choose && currentIndex().isValid())
        Q_EMIT chosen(currentIndex());
    else
        QTreeView::keyPressEvent(event);
}

void IndicatorTree::mouseDoubleClickEvent(QMouseEvent *event)
{
    mousePressEvent(event);
}

// Names of one domain begin alike ("Goede ervaren gezondheid, 18 tot 40 jaar"): their ends tell them apart.
QString IndicatorTree::shownName(const QModelIndex &index, const QFont &font) const
{
    const int left = index.parent().isValid() ? childLeft : domainLeft;
    return QFontMetrics(font).elidedText(index.data().toString(), textElideMode(), viewport()->width() - left - 4);
}

// Painted here as a whole: a row is a bar, an arrow and a name, and the styles of Qt leave no such row.
void IndicatorTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QColor accent = palette().color(QPalette::Highlight);
    const bool selected = selectionModel()->isSelected(index) && !model()->hasChildren(index);
    const bool enabled = index.flags().testFlag(Qt::ItemIsEnabled);
    QFont font = option.font;
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        QColor wash = accent;
        wash.setAlphaF(selected ? 0.14f : 0.06f);
        painter->fillRect(option.rect, wash);
    }
    if (selected) {
        painter->fillRect(QRect(option.rect.topLeft(), QSize(barWidth, option.rect.height())), accent);
        font.setWeight(QFont::DemiBold);
    }
    if (model()->hasChildren(index))
        drawArrow(*painter, option.rect, isExpanded(index));
    painter->setFont(font);
    painter->setPen(palette().color(enabled ? QPalette::Text : QPalette::PlaceholderText));
    const QRect name = option.rect.adjusted(index.parent().isValid() ? childLeft : domainLeft, 0, -4, 0);
    painter->drawText(name, Qt::AlignLeft | Qt::AlignVCenter, shownName(index, font));
    if (hasFocus() && index == currentIndex()) {
        painter->setPen(QPen(accent, 1));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
}

void IndicatorTree::drawArrow(QPainter &painter, const QRect &row, bool expanded) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(arrowCentre, row.center().y() + 0.5);
    if (expanded)
        painter.rotate(90);
    QPainterPath triangle;
    triangle.moveTo(-arrow * 0.8, -arrow);
    triangle.lineTo(arrow, 0);
    triangle.lineTo(-arrow * 0.8, arrow);
    triangle.closeSubpath();
    painter.fillPath(triangle, palette().color(QPalette::Text));
    painter.restore();
}

} // namespace evenredig
