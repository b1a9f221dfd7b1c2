// A row of the list of groups: tick, marker, name. The tick shows or hides; the name puts the group in colour.
#pragma once

#include <QStyledItemDelegate>

namespace evenredig {

class OriginDelegate final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OriginDelegate)

public:
    static constexpr int rowHeight = 20;

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

Q_SIGNALS:
    void nameClicked(const QModelIndex &index);
};

} // namespace evenredig
