// Text in a figure: plain, never markup, at its exact size in points.
#pragma once

#include "ui/charts/textstyle.h"

#include <QGraphicsSimpleTextItem>
#include <QString>
#include <QStringList>

#include <string>

class QGraphicsScene;

namespace evenredig {

/// A line of text. The font has ten times the size in whole pixels and the item a scale of 0.1, because Qt
/// rounds fonts to whole pixels: 8.5 pt stays 8.5 pt in PDF and SVG.
class TextItem final : public QGraphicsSimpleTextItem {
public:
    enum { Type = UserType + 1 };
    TextItem(const QString &text, const TextStyle &style);
    [[nodiscard]] int type() const override { return Type; }
    [[nodiscard]] double points() const { return m_points; }
    [[nodiscard]] QRectF boundingRect() const override;

private:
    double m_points;
};

/// A text from the core for the screen: control characters become blanks.
[[nodiscard]] QString plainText(const std::string &text);
[[nodiscard]] double textWidth(const QString &text, const TextStyle &style);
[[nodiscard]] double lineHeight(const TextStyle &style);
/// Breaks a text between words. A word that is wider than the line is broken after a hyphen or a slash, and
/// else between letters: nothing is ever cut off.
[[nodiscard]] QStringList wrapText(const QString &text, const TextStyle &style, double width);
/// The widest word: how narrow a text may be set.
[[nodiscard]] double widestWord(const QString &text, const TextStyle &style);
[[nodiscard]] double widestLine(const QStringList &lines, const TextStyle &style);

/// Adds a line; `anchor` is the top of the line at the side (or middle) that `align` names.
TextItem *addText(QGraphicsScene &scene, const QString &text, const TextStyle &style, QPointF anchor,
                  Align align = Align::Left);
/// Adds lines one below the other and gives the y below the last one.
double addLines(QGraphicsScene &scene, const QStringList &lines, const TextStyle &style, QPointF anchor,
                Align align = Align::Left);

} // namespace evenredig
