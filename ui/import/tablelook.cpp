#include "ui/import/tablelook.h"

#include <QHeaderView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTimer>

namespace evenredig {

namespace {

constexpr int tint = 28; // of 255

/// Tints a row: the colour of a warning over whatever the theme has.
class AttentionDelegate final : public QStyledItemDelegate {
public:
    AttentionDelegate(int role, QObject *parent) : QStyledItemDelegate(parent), m_role(role) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        paintAttention(*painter, option, index, m_role);
    }

    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideRight;
    }

private:
    int m_role;
};

} // namespace

void paintAttention(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, int attentionRole)
{
    if (attentionRole >= 0 && !(option.state & QStyle::State_Selected)
        && index.siblingAtColumn(0).data(attentionRole).toBool())
        painter.fillRect(option.rect, QColor(214, 137, 16, tint));
}

void setHeadings(QStandardItemModel &model, const QStringList &headings, int numbersFrom)
{
    model.setHorizontalHeaderLabels(headings);
    for (int column = 0; column < int(headings.size()); ++column) {
        const Qt::Alignment side = column >= numbersFrom ? Qt::AlignRight : Qt::AlignLeft;
        model.horizontalHeaderItem(column)->setTextAlignment(side | Qt::AlignVCenter);
    }
}

void dressTable(QTableView &table, int attentionRole)
{
    table.setObjectName(QStringLiteral("importTable"));
    table.setItemDelegate(new AttentionDelegate(attentionRole, &table));
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed
                          | QAbstractItemView::SelectedClicked);
    table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setShowGrid(false);
    table.setTabKeyNavigation(false);
    table.verticalHeader()->hide();
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setMinimumSectionSize(40);
    // A wider column needs lower rows, where they are as high as their texts.
    auto *soon = new QTimer(&table);
    soon->setSingleShot(true);
    soon->setInterval(0);
    QObject::connect(soon, &QTimer::timeout, &table, [view = &table] {
        if (view->model() && view->model()->rowCount() > 0
            && view->verticalHeader()->sectionResizeMode(0) == QHeaderView::ResizeToContents)
            view->resizeRowsToContents();
    });
    QObject::connect(table.horizontalHeader(), &QHeaderView::sectionResized, soon, qOverload<>(&QTimer::start));
}

} // namespace evenredig
