// The figure for who does not see it: the accessible table behind a FigureView. Private to ui/charts.
#pragma once

#include "core/figure/figure.h"

#include <QString>

namespace evenredig {

class FigureView;

/// From here on every FigureView is a table to screen readers: a child per head and per cell of Figure::table, and
/// one more for marks whose number the table lacks. The child of the mark in focus is called what the mark says.
void installFigureAccess();

/// Whether two tables read the same; then the children of a figure may stay.
[[nodiscard]] bool readsTheSame(const Table &a, const Table &b);

/// Tells screen readers that the table is another one; all its children are made anew.
void tellTableChanged(FigureView &view);
/// Tells them where the keyboard is: on a mark, or on the figure as a whole.
void tellFocus(FigureView &view);
/// Has them say a text about the mark in focus.
void tellText(FigureView &view, const QString &text);

} // namespace evenredig
