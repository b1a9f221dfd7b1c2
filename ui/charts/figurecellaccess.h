// A child of the table that a FigureView is to screen readers. Private to ui/charts.
#pragma once

#include "ui/charts/figuretableaccess.h"

#include <algorithm>

namespace evenredig {

/// A head, a cell, or the marks that have none.
class FigureCellAccess final : public QAccessibleInterface, public QAccessibleTableCellInterface {
public:
    FigureCellAccess(const FigureTableAccess &figure, int index) : m_figure(figure), m_index(index) {}

    [[nodiscard]] bool isValid() const override { return m_figure.isValid() && m_index < m_figure.childCount(); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override { return m_figure.window(); }
    [[nodiscard]] QAccessibleInterface *parent() const override;
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override {}
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::Role role() const override;
    [[nodiscard]] QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    [[nodiscard]] bool isSelected() const override { return false; }
    [[nodiscard]] QList<QAccessibleInterface *> columnHeaderCells() const override;
    [[nodiscard]] QList<QAccessibleInterface *> rowHeaderCells() const override;
    [[nodiscard]] int columnIndex() const override { return m_index % std::max(1, m_figure.columnCount()); }
    [[nodiscard]] int rowIndex() const override { return m_index / std::max(1, m_figure.columnCount()) - 1; }
    [[nodiscard]] int columnExtent() const override { return 1; }
    [[nodiscard]] int rowExtent() const override { return 1; }
    [[nodiscard]] QAccessibleInterface *table() const override { return parent(); }

private:
    [[nodiscard]] bool isLoose() const { return m_index == m_figure.looseChild(); }
    [[nodiscard]] bool isHead() const { return m_index < m_figure.columnCount(); }
    [[nodiscard]] bool inFocus() const { return m_figure.focusedIndex() == m_index; }

    const FigureTableAccess &m_figure;
    int m_index; ///< among the children
};

} // namespace evenredig
