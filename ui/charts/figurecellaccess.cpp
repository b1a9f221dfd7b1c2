#include "ui/charts/figurecellaccess.h"

#include "core/figure/figure.h"
#include "ui/charts/accessiblefigure.h"
#include "ui/charts/figurescene.h"
#include "ui/charts/textitem.h"

namespace evenredig {

QAccessibleInterface *FigureTableAccess::makeCell(int index) const
{
    return new FigureCellAccess(*this, index);
}

QAccessibleInterface *FigureCellAccess::parent() const
{
    return m_figure.view() ? QAccessible::queryAccessibleInterface(m_figure.object()) : nullptr;
}

QString FigureCellAccess::text(QAccessible::Text kind) const
{
    if (!isValid())
        return {};
    const int place = m_figure.focusedIndex() == m_index ? m_figure.view()->focusPlace() : -1;
    if (kind == QAccessible::Description)
        return place >= 0 ? m_figure.view()->said() : QString();
    if (kind != QAccessible::Name && kind != QAccessible::Value)
        return {};
    if (place >= 0 && kind == QAccessible::Name)
        return m_figure.view()->figureScene()->places()[std::size_t(place)].spoken;
    if (isHead())
        return m_figure.columnDescription(m_index);
    const TableCell *cell = isLoose() ? nullptr : m_figure.tableCell(rowIndex(), columnIndex());
    return cell ? plainText(cell->text) : QString();
}

QRect FigureCellAccess::rect() const
{
    if (!isValid())
        return {};
    const int place = m_figure.placeOfChild(m_index);
    if (place < 0)
        return m_figure.rect();
    return m_figure.view()->placeOnScreen(place);
}

QAccessible::Role FigureCellAccess::role() const
{
    if (isLoose())
        return QAccessible::StaticText;
    return isHead() ? QAccessible::ColumnHeader : QAccessible::Cell;
}

QAccessible::State FigureCellAccess::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    const QAccessible::State whole = m_figure.state();
    state.invisible = whole.invisible || (isLoose() && !inFocus());
    state.offscreen = whole.offscreen;
    state.disabled = whole.disabled;
    state.readOnly = true;
    state.focusable = m_figure.placeOfChild(m_index) >= 0;
    state.focused = inFocus() && m_figure.hasFocus();
    return state;
}

void *FigureCellAccess::interface_cast(QAccessible::InterfaceType type)
{
    const bool cell = type == QAccessible::TableCellInterface && !isHead() && !isLoose();
    return cell ? static_cast<QAccessibleTableCellInterface *>(this) : nullptr;
}

QList<QAccessibleInterface *> FigureCellAccess::columnHeaderCells() const
{
    QAccessibleInterface *head = m_figure.child(columnIndex());
    return head ? QList<QAccessibleInterface *>{head} : QList<QAccessibleInterface *>();
}

// The first column says of whom or of what a row is.
QList<QAccessibleInterface *> FigureCellAccess::rowHeaderCells() const
{
    QAccessibleInterface *head = columnIndex() > 0 ? m_figure.cellAt(rowIndex(), 0) : nullptr;
    return head ? QList<QAccessibleInterface *>{head} : QList<QAccessibleInterface *>();
}

} // namespace evenredig
