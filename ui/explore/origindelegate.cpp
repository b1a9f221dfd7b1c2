#include "ui/explore/origindelegate.h"

#include "ui/explore/models/originmodel.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace evenredig {

namespace {

constexpr int left = 12;
constexpr int boxSize = 12;
constexpr int markerSize = 15;
constexpr int gap = 7;

QRect boxOf(const QRect &row)
{
    return {row.left() + left, row.center().y() - boxSize / 2, boxSize, boxSize};
}

void paintBox(QPainter &painter, const QRect &box, bool checked, bool enabled, const QPalette &palette)
{
    QColor edge = palette.color(QPalette::PlaceholderText);
    edge.setAlphaF(enabled ? 0.8f : 0.4f);
    painter.setPen(QPen(edge, 1));
    painter.setBrush(QGuiApplication::palette().color(QPalette::Base)); // the list itself is transparent
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    if (!checked)
        return;
    const QColor tick = palette.color(enabled ? QPalette::Highlight : QPalette::PlaceholderText);
    painter.setPen(QPen(tick, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF corner = box.topLeft();
    painter.drawPolyline(
        QPolygonF({corner + QPointF(2.8, 6.2), corner + QPointF(5.1, 8.5), corner + QPointF(9.4, 3.6)}));
}

void toggle(QAbstractItemModel &model, const QModelIndex &index)
{
    const bool checked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    model.setData(index, checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace

void OriginDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool enabled = index.flags().testFlag(Qt::ItemIsEnabled) && option.state.testFlag(QStyle::State_Enabled);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (enabled && option.state.testFlag(QStyle::State_MouseOver)) {
        QColor wash = option.palette.color(QPalette::Highlight);
        wash.setAlphaF(0.07f);
        painter->fillRect(option.rect, wash);
    }
    const QRect box = boxOf(option.rect);
    paintBox(*painter, box, index.data(Qt::CheckStateRole).toInt() == Qt::Checked, enabled, option.palette);
    const QRect marker(box.right() + 1 + gap, option.rect.center().y() - markerSize / 2, markerSize, markerSize);
    index.data(Qt::DecorationRole)
        .value<QIcon>()
        .paint(painter, marker, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);

    QFont font = option.font;
    font.setWeight(index.data(OriginModel::EmphasisedRole).toBool() ? QFont::DemiBold : QFont::Normal);
    painter->setFont(font);
    painter->setPen(option.palette.color(enabled ? QPalette::Text : QPalette::PlaceholderText));
    const QRect name = option.rect.adjusted(marker.right() + 1 + gap - option.rect.left(), 0, -4, 0);
    const QString text = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, name.width());
    painter->drawText(name, Qt::AlignLeft | Qt::AlignVCenter, text);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(option.palette.color(QPalette::Highlight), 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(option.rect).adjusted(4.5, 0.5, -4.5, -0.5));
    }
    painter->restore();
}

QSize OriginDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {left + boxSize + 2 * gap + markerSize + option.fontMetrics.horizontalAdvance(index.data().toString())
                + left,
            rowHeight};
}

bool OriginDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    if (!index.flags().testFlag(Qt::ItemIsEnabled))
        return false;
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space) {
        toggle(*model, index);
        return true;
    }
    const auto *mouse = event->type() == QEvent::MouseButtonRelease ? static_cast<QMouseEvent *>(event) : nullptr;
    if (!mouse || mouse->button() != Qt::LeftButton)
        return false;
    if (mouse->position().x() <= boxOf(option.rect).right() + gap / 2)
        toggle(*model, index);
    else
        Q_EMIT nameClicked(index);
    return true;
}

} // namespace evenredig
