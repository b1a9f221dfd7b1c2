// A cell that is a choice: drawn as a box, and opened by a click or by typing.
#pragma once

#include <QStyledItemDelegate>

#include <functional>

class QAbstractItemModel;

namespace evenredig {

class ChoiceDelegate final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChoiceDelegate)

public:
    /// The names and keys (Qt::UserRole) that an index can be given; `keyRole` is read and written in its model. One
    /// without a parent goes with the box that shows it.
    using Choices = std::function<QAbstractItemModel *(const QModelIndex &)>;
    ChoiceDelegate(Choices choices, int keyRole, int attentionRole, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

private:
    Choices m_choices;
    int m_keyRole;
    int m_attentionRole;
};

} // namespace evenredig
