#include "ui/charts/figuretableaccess.h"

#include "core/figure/figure.h"
#include "ui/charts/accessiblefigure.h"
#include "ui/charts/figurescene.h"
#include "ui/charts/textitem.h"

#include <algorithm>
#include <utility>

namespace evenredig {

namespace {

QAccessibleInterface *figureAccess(const QString &, QObject *object)
{
    const bool figure = dynamic_cast<AccessibleFigure *>(object) && object->isWidgetType();
    return figure ? new FigureTableAccess(static_cast<QWidget *>(object)) : nullptr;
}

/// How well a cell stands for a mark; 0: not at all. Best is the number that the mark says.
int likeness(const TableCell &cell, const MarkPlace &mark)
{
    if (mark.row < 0 || cell.row != mark.row || cell.text.empty())
        return 0;
    if (!cell.isNumber)
        return 1;
    return mark.spoken.endsWith(plainText(cell.text)) ? 3 : 2;
}

} // namespace

void installFigureAccess()
{
    static const bool installed = (QAccessible::installFactory(figureAccess), true);
    Q_UNUSED(installed)
}

FigureTableAccess::FigureTableAccess(QWidget *widget) : QAccessibleWidget(widget, QAccessible::Table) {}

FigureTableAccess::~FigureTableAccess()
{
    forgetChildren();
}

const AccessibleFigure *FigureTableAccess::view() const
{
    return dynamic_cast<const AccessibleFigure *>(object());
}

const Table &FigureTableAccess::table() const
{
    static const Table none;
    const Figure *figure = view() ? view()->figure() : nullptr;
    return figure ? figure->table : none;
}

const TableCell *FigureTableAccess::tableCell(int row, int column) const
{
    if (row < 0 || row >= rowCount() || column < 0)
        return nullptr;
    const std::vector<TableCell> &cells = table().rows[std::size_t(row)];
    return column < int(cells.size()) ? &cells[std::size_t(column)] : nullptr;
}

int FigureTableAccess::childOfMark(const MarkPlace &mark) const
{
    int best = 0;
    int child = looseChild();
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = 0; column < columnCount(); ++column) {
            const TableCell *cell = tableCell(row, column);
            const int value = cell ? likeness(*cell, mark) : 0;
            if (value > best) {
                best = value;
                child = (row + 1) * columnCount() + column;
            }
        }
    }
    return child;
}

const std::vector<int> &FigureTableAccess::childrenOfPlaces() const
{
    const FigureScene *scene = view() ? view()->figureScene() : nullptr;
    const int layout = view() ? view()->layoutRevision() : -1;
    if (!scene || m_layout != layout) {
        m_childrenOfPlaces.clear();
        m_layout = layout;
        for (std::size_t i = 0; scene && i < scene->places().size(); ++i)
            m_childrenOfPlaces.push_back(childOfMark(scene->places()[i]));
    }
    return m_childrenOfPlaces;
}

int FigureTableAccess::placeOfChild(int index) const
{
    if (index < 0)
        return -1;
    if (index == focusedIndex())
        return view()->focusPlace();
    const std::vector<int> &children = childrenOfPlaces();
    const auto found = index == looseChild() ? children.end() : std::find(children.begin(), children.end(), index);
    return found == children.end() ? -1 : int(found - children.begin());
}

int FigureTableAccess::focusedIndex() const
{
    const int place = view() && view()->figureScene() ? view()->focusPlace() : -1;
    return place < 0 ? -1 : childOfPlace(place);
}

int FigureTableAccess::childCount() const
{
    return view() && view()->figure() ? looseChild() + 1 : 0;
}

QAccessibleInterface *FigureTableAccess::child(int index) const
{
    if (view() && m_revision != view()->tableRevision())
        forgetChildren();
    if (index < 0 || index >= childCount())
        return nullptr;
    auto found = m_children.find(index);
    if (found == m_children.end()) {
        const QAccessible::Id id = QAccessible::registerAccessibleInterface(makeCell(index));
        found = m_children.emplace(index, id).first;
    }
    return QAccessible::accessibleInterface(found->second);
}

QAccessibleInterface *FigureTableAccess::childAt(int x, int y) const
{
    if (!view() || !view()->figureScene())
        return nullptr;
    const auto places = int(view()->figureScene()->places().size());
    for (int place = 0; place < places; ++place) {
        if (view()->placeOnScreen(place).contains(x, y))
            return child(childOfPlace(place));
    }
    return nullptr;
}

int FigureTableAccess::indexOfChild(const QAccessibleInterface *child) const
{
    for (const auto &[index, id] : m_children) {
        if (QAccessible::accessibleInterface(id) == child)
            return child->isValid() ? index : -1;
    }
    return -1;
}

QAccessibleInterface *FigureTableAccess::focusChild() const
{
    if (!hasFocus())
        return nullptr;
    QAccessibleInterface *focused = child(focusedIndex());
    return focused ? focused : QAccessible::queryAccessibleInterface(object());
}

QAccessible::State FigureTableAccess::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.readOnly = true;
    state.focused = state.focused && focusedIndex() < 0;
    return state;
}

void *FigureTableAccess::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableInterface)
        return static_cast<QAccessibleTableInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QAccessibleInterface *FigureTableAccess::cellAt(int row, int column) const
{
    const bool inside = row >= 0 && row < rowCount() && column >= 0 && column < columnCount();
    return inside ? child((row + 1) * columnCount() + column) : nullptr;
}

QString FigureTableAccess::columnDescription(int column) const
{
    const bool inside = column >= 0 && column < columnCount();
    return inside ? plainText(table().header[std::size_t(column)]) : QString();
}

QString FigureTableAccess::rowDescription(int row) const
{
    const TableCell *first = tableCell(row, 0);
    return first ? plainText(first->text) : QString();
}

void FigureTableAccess::forgetChildren() const
{
    const std::map<int, QAccessible::Id> old = std::exchange(m_children, {});
    for (const auto &[index, id] : old)
        QAccessible::deleteAccessibleInterface(id);
    m_revision = view() ? view()->tableRevision() : -1;
}

} // namespace evenredig
