#include "ui/import/choicedelegate.h"

#include "ui/import/tablelook.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace evenredig {

namespace {

constexpr int boxHeight = 26;
constexpr int margin = 4;
constexpr int arrowRoom = 20;
constexpr int leastWidth = 170, mostWidth = 460; ///< of the list

QRect boxOf(const QRect &cell)
{
    return {cell.left() + margin, cell.center().y() - boxHeight / 2, cell.width() - 2 * margin, boxHeight};
}

/// How wide the list must be for its names.
int listWidth(const QAbstractItemModel &model, const QFontMetrics &metrics)
{
    int widest = leastWidth;
    for (int row = 0; row < model.rowCount(); ++row)
        widest = std::max(widest, metrics.horizontalAdvance(model.index(row, 0).data().toString()) + 3 * arrowRoom);
    return std::min(widest, mostWidth);
}

void drawArrow(QPainter &painter, const QRect &box)
{
    const QPointF middle(box.right() - arrowRoom / 2.0, box.center().y() + 1);
    painter.drawPolyline(QPolygonF{middle + QPointF(-3.5, -2), middle + QPointF(0, 1.5), middle + QPointF(3.5, -2)});
}

} // namespace

ChoiceDelegate::ChoiceDelegate(Choices choices, int keyRole, int attentionRole, QObject *parent)
    : QStyledItemDelegate(parent), m_choices(std::move(choices)), m_keyRole(keyRole), m_attentionRole(attentionRole)
{}

void ChoiceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = std::exchange(cell.text, {});
    const QWidget *widget = option.widget;
    (widget ? widget->style() : QApplication::style())->drawControl(QStyle::CE_ItemViewItem, &cell, painter, widget);
    paintAttention(*painter, option, index, m_attentionRole);
    const QRect box = boxOf(option.rect);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(option.palette.color(QPalette::PlaceholderText));
    painter->setBrush(option.palette.color(QPalette::Base));
    painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter->setPen(option.palette.color(QPalette::Text));
    drawArrow(*painter, box);
    const QRect room = box.adjusted(8, 0, -arrowRoom, 0);
    painter->drawText(room, int(Qt::AlignLeft | Qt::AlignVCenter),
                      option.fontMetrics.elidedText(text, Qt::ElideRight, room.width()));
    painter->restore();
}

QSize ChoiceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString text = index.data().toString();
    return {option.fontMetrics.horizontalAdvance(text) + arrowRoom + 8 + 2 * margin + 8, boxHeight + 2 * margin};
}

// Typing narrows the list: no one finds a variable among two hundred by scrolling.
QWidget *ChoiceDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    auto *box = new QComboBox(parent);
    QAbstractItemModel *choices = m_choices(index);
    box->setModel(choices);
    if (!choices->parent())
        choices->setParent(box); // of this box alone
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setMaxVisibleItems(16);
    box->completer()->setMaxVisibleItems(16);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    auto *self = const_cast<ChoiceDelegate *>(this);
    const auto done = [self, box] {
        Q_EMIT self->commitData(box);
        Q_EMIT self->closeEditor(box);
    };
    connect(box, &QComboBox::activated, box, done);
    // The whole list as the one that typing narrows: the box's own list jumps by first letters instead.
    connect(box->completer(), qOverload<const QModelIndex &>(&QCompleter::activated), box, done);
    QTimer::singleShot(0, box, [box] {
        box->completer()->setCompletionPrefix({});
        box->completer()->complete();
        QAbstractItemView *list = box->completer()->popup();
        const QModelIndexList now = list->model()->match(list->model()->index(0, 0), Qt::DisplayRole,
                                                         box->currentText(), 1, Qt::MatchFixedString);
        if (!now.isEmpty())
            list->setCurrentIndex(now.front());
        box->lineEdit()->selectAll(); // what is typed replaces the name
    });
    return box;
}

void ChoiceDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *box = static_cast<QComboBox *>(editor);
    box->setCurrentIndex(box->findData(index.data(m_keyRole)));
    box->lineEdit()->selectAll();
}

// What was typed counts only when it is one of the names.
void ChoiceDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    const auto *box = static_cast<QComboBox *>(editor);
    const int place = box->findText(box->currentText(), Qt::MatchFixedString);
    if (place >= 0 && box->itemData(place) != index.data(m_keyRole))
        model->setData(index, box->itemData(place), m_keyRole);
}

void ChoiceDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                          const QModelIndex &) const
{
    QRect box = boxOf(option.rect);
    const auto &list = *static_cast<QComboBox *>(editor);
    const int room = editor->parentWidget()->width() - 2 * margin;
    box.setWidth(std::min(room, std::max(box.width(), listWidth(*list.model(), option.fontMetrics))));
    box.moveLeft(std::max(margin, std::min(box.left(), room - box.width())));
    editor->setGeometry(box);
}

} // namespace evenredig
