#include "ui/charts/figureaccess.h"

#include "ui/charts/figuretableaccess.h"
#include "ui/charts/figureview.h"

#include <algorithm>

namespace evenredig {

namespace {

QAccessibleInterface *figureAccess(const QString &className, QObject *object)
{
    auto *view = className == QLatin1String("evenredig::FigureView") ? qobject_cast<FigureView *>(object) : nullptr;
    return view ? new FigureTableAccess(view) : nullptr;
}

void tell(FigureView &view, QAccessible::Event type, int child)
{
    QAccessibleEvent event(&view, type);
    if (child >= 0)
        event.setChild(child);
    QAccessible::updateAccessibility(&event);
}

int focusedChild(FigureView &view)
{
    const auto *figure = dynamic_cast<FigureTableAccess *>(QAccessible::queryAccessibleInterface(&view));
    return figure ? figure->focusedIndex() : -1;
}

} // namespace

void installFigureAccess()
{
    static const bool installed = (QAccessible::installFactory(figureAccess), true);
    Q_UNUSED(installed)
}

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

void tellTableChanged(FigureView &view)
{
    QAccessibleTableModelChangeEvent event(&view, QAccessibleTableModelChangeEvent::ModelReset);
    if (QAccessibleInterface *figure = QAccessible::queryAccessibleInterface(&view))
        figure->tableInterface()->modelChange(&event); // Qt does so only while a reader listens
    QAccessible::updateAccessibility(&event);
}

void tellFocus(FigureView &view)
{
    const int child = focusedChild(view);
    if (child >= 0) // a reader that knows the cell by its own text must read the name anew
        tell(view, QAccessible::NameChanged, child);
    tell(view, QAccessible::Focus, child);
}

void tellText(FigureView &view, const QString &text)
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
