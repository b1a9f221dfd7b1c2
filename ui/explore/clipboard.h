// What a copy puts on the clipboard: each thing in all the forms that a word processor, a spreadsheet and a drawing
// program take.
#pragma once

#include "core/figure/figure.h"
#include "core/model/catalogue.h"

#include <QString>

namespace evenredig {

/// Some cells, or a table without what is around it: tab-separated text and HTML.
void copyTable(const Table &table);
/// The table of a figure between its title and its source.
void copyTableOf(const Figure &figure);
/// A picture (PNG, SVG), HTML with title, picture, alternative text, source and sentences, and the words as text.
void copyFigure(const Figure &figure, const Catalogue &catalogue);
void copyText(const QString &text);

} // namespace evenredig
