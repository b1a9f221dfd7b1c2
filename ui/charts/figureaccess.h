// What screen readers are told while a figure changes. Private to ui/charts.
#pragma once

#include "core/figure/figure.h"

#include <QString>
#include <QWidget>

namespace evenredig {

/// Whether two tables read the same; then the children of a figure may stay.
[[nodiscard]] bool readsTheSame(const Table &a, const Table &b);

/// Tells screen readers that the table is another one; all its children are made anew.
void tellTableChanged(QWidget &view);
/// Tells them where the keyboard is: on a mark, or on the figure as a whole.
void tellFocus(QWidget &view);
/// Has them say a text about the mark in focus.
void tellText(QWidget &view, const QString &text);

} // namespace evenredig
