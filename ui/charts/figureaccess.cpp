#include "ui/charts/figureaccess.h"

#include <QAccessible>

#include <algorithm>

namespace evenredig {

namespace {

void tell(QWidget &view, QAccessible::Event type, int child)
{
    QAccessibleEvent event(&view, type);
    if (child >= 0)
        event.setChild(child);
    QAccessible::updateAccessibility(&event);
}

/// −1: the figure as a whole, or it has not the focus.
int focusedChild(QWidget &view)
{
    QAccessibleInterface *figure = QAccessible::queryAccessibleInterface(&view);
    QAccessibleInterface *focused = figure ? figure->focusChild() : nullptr;
    return focused && focused != figure ? figure->indexOfChild(focused) : -1;
}

} // namespace

bool readsTheSame(const Table &a, const Table &b)
{
    const auto sameCell = [](const TableCell &one, const TableCell &other) {
        return one.text == other.text && one.row == other.row && one.isNumber == other.isNumber;
    };
    const auto sameRow = [&](const std::vector<TableCell> &one, const std::vector<TableCell> &other) {
        return std::equal(one.begin(), one.end(), other.begin(), other.end(), sameCell);
    };
    return a.header == b.header && std::equal(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end(), sameRow);
}

void tellTableChanged(QWidget &view)
{
    QAccessibleTableModelChangeEvent event(&view, QAccessibleTableModelChangeEvent::ModelReset);
    if (QAccessibleInterface *figure = QAccessible::queryAccessibleInterface(&view))
        figure->tableInterface()->modelChange(&event); // Qt does so only while a reader listens
    QAccessible::updateAccessibility(&event);
}

void tellFocus(QWidget &view)
{
    const int child = focusedChild(view);
    if (child >= 0) // a reader that knows the cell by its own text must read the name anew
        tell(view, QAccessible::NameChanged, child);
    tell(view, QAccessible::Focus, child);
}

void tellText(QWidget &view, const QString &text)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    if (text.isEmpty())
        return;
    QAccessibleAnnouncementEvent event(&view, text);
    QAccessible::updateAccessibility(&event);
#else
    Q_UNUSED(text) // it is the child's description by now, and a new description is read aloud
    tell(view, QAccessible::DescriptionChanged, focusedChild(view));
#endif
}

} // namespace evenredig
