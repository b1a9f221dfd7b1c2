// A FigureView as screen readers see it: a table. Private to ui/charts.
#pragma once

#include "core/figure/figure.h"

#include <QAccessibleWidget>
#include <QWidget>

#include <map>
#include <vector>

namespace evenredig {

class AccessibleFigure;
struct MarkPlace;

/// From here on every widget that is an AccessibleFigure is a table to screen readers: a child per head and per cell of
/// Figure::table, and one more for marks whose number the table lacks. The child of the mark in focus is called what
/// the mark says.
void installFigureAccess();

/// The table as children: the heads, then the cells row by row, then the marks that have no cell.
class FigureTableAccess final : public QAccessibleWidget, public QAccessibleTableInterface {
public:
    explicit FigureTableAccess(QWidget *widget);
    ~FigureTableAccess() override;

    /// Null once the view is no longer one: while its base classes are being destroyed.
    [[nodiscard]] const AccessibleFigure *view() const;
    [[nodiscard]] const Table &table() const;
    /// The cell of a row and a column of the table; null when that row has none there.
    [[nodiscard]] const TableCell *tableCell(int row, int column) const;
    [[nodiscard]] int looseChild() const { return (rowCount() + 1) * columnCount(); }
    /// The child that stands for a place of the scene.
    [[nodiscard]] int childOfPlace(int place) const { return childrenOfPlaces()[std::size_t(place)]; }
    /// The place of the first mark that a child stands for, the one in focus before all others; −1: none.
    [[nodiscard]] int placeOfChild(int index) const;
    [[nodiscard]] int focusedIndex() const;
    [[nodiscard]] bool hasFocus() const { return view() && widget()->hasFocus(); }

    [[nodiscard]] bool isValid() const override { return view() && QAccessibleWidget::isValid(); }
    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *focusChild() const override;
    [[nodiscard]] QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    [[nodiscard]] QAccessibleInterface *caption() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *summary() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *cellAt(int row, int column) const override;
    [[nodiscard]] QString columnDescription(int column) const override;
    [[nodiscard]] QString rowDescription(int row) const override;
    [[nodiscard]] int columnCount() const override { return int(table().header.size()); }
    [[nodiscard]] int rowCount() const override { return int(table().rows.size()); }
    void modelChange(QAccessibleTableModelChangeEvent *) override { forgetChildren(); }

    // Nothing in a figure can be selected: a mark has the focus or has it not.
    [[nodiscard]] int selectedCellCount() const override { return 0; }
    [[nodiscard]] QList<QAccessibleInterface *> selectedCells() const override { return {}; }
    [[nodiscard]] int selectedColumnCount() const override { return 0; }
    [[nodiscard]] int selectedRowCount() const override { return 0; }
    [[nodiscard]] QList<int> selectedColumns() const override { return {}; }
    [[nodiscard]] QList<int> selectedRows() const override { return {}; }
    [[nodiscard]] bool isColumnSelected(int) const override { return false; }
    [[nodiscard]] bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }

private:
    void forgetChildren() const;
    [[nodiscard]] QAccessibleInterface *makeCell(int index) const; ///< figurecellaccess.cpp
    [[nodiscard]] int childOfMark(const MarkPlace &mark) const;
    [[nodiscard]] const std::vector<int> &childrenOfPlaces() const;

    /// Made when they are asked for. Qt owns them, by an id that no later child gets: a reader that still has the
    /// id of a child of an earlier figure finds nothing.
    mutable std::map<int, QAccessible::Id> m_children;
    mutable int m_revision = -1;
    /// A reader asks for the state of every cell: found once per layout.
    mutable std::vector<int> m_childrenOfPlaces;
    mutable int m_layout = -1;
};

} // namespace evenredig
