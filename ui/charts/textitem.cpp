#include "ui/charts/textitem.h"

#include "ui/charts/figurefont.h"

#include <QFontMetricsF>
#include <QGraphicsScene>
#include <QHash>

#include <algorithm>

namespace evenredig {

namespace {

constexpr double itemScale = 0.1;

double shapedWidth(const QString &text, const TextStyle &style)
{
    return QFontMetricsF(figureFont(style)).horizontalAdvance(text) * itemScale;
}

constexpr qsizetype mostWidths = 20000;

/// What the width of a text depends on.
struct WidthKey {
    QString text;
    double points;
    Weight weight;
    Digits digits;
    bool italic;
    bool operator==(const WidthKey &) const = default;
};

size_t qHash(const WidthKey &key, size_t seed = 0)
{
    return qHashMulti(seed, key.text, key.points, int(key.weight), int(key.digits), key.italic);
}

/// Breaks a word that is wider than a line: after - or /, or else between letters.
QStringList breakWord(const QString &word, const TextStyle &style, double width)
{
    QStringList parts;
    QString rest = word;
    while (textWidth(rest, style) > width && rest.size() > 1) {
        int fits = 1;
        while (fits < rest.size() - 1 && textWidth(rest.left(fits + 1), style) <= width)
            ++fits;
        const int hyphen = int(std::max(rest.lastIndexOf(u'-', fits - 1), rest.lastIndexOf(u'/', fits - 1)));
        const int cut = hyphen > 0 ? hyphen + 1 : fits;
        parts << rest.left(cut);
        rest = rest.mid(cut);
    }
    return parts << rest;
}

} // namespace

TextItem::TextItem(const QString &text, const TextStyle &style) : QGraphicsSimpleTextItem(text), m_points(style.points)
{
    setFont(figureFont(style));
    setBrush(style.colour);
    setScale(itemScale);
}

QRectF TextItem::boundingRect() const
{
    // Accents on capitals rise a little above the font's ascent.
    return QGraphicsSimpleTextItem::boundingRect().adjusted(0, -m_points * 0.3, 0, 0);
}

QString plainText(const std::string &text)
{
    QString result = QString::fromStdString(text);
    for (QChar &c : result) {
        const bool forbidden = c.unicode() >= 0xFFFE; // in XML, as controls are
        if (c.category() == QChar::Other_Control || forbidden)
            c = u' ';
    }
    return result;
}

double textWidth(const QString &text, const TextStyle &style)
{
    // Laying a figure out asks for the same widths over and over, and shaping a text takes ten microseconds.
    static QHash<WidthKey, double> known;
    const WidthKey key{text, style.points, style.weight, style.digits, style.italic};
    const auto found = known.constFind(key);
    if (found != known.constEnd())
        return *found;
    if (known.size() >= mostWidths)
        known.clear();
    return *known.insert(key, shapedWidth(text, style));
}

double lineHeight(const TextStyle &style)
{
    return style.points * 1.25;
}

QStringList wrapText(const QString &text, const TextStyle &style, double width)
{
    QStringList lines;
    // Only ordinary blanks part words: a no-break space keeps "30 september" together.
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        const QString longer = lines.isEmpty() ? word : lines.last() + u' ' + word;
        if (!lines.isEmpty() && textWidth(longer, style) <= width)
            lines.last() = longer;
        else
            lines << breakWord(word, style, width);
    }
    return lines;
}

double widestWord(const QString &text, const TextStyle &style)
{
    return widestLine(text.split(u' ', Qt::SkipEmptyParts), style);
}

double widestLine(const QStringList &lines, const TextStyle &style)
{
    double widest = 0;
    for (const QString &line : lines)
        widest = std::max(widest, textWidth(line, style));
    return widest;
}

TextItem *addText(QGraphicsScene &scene, const QString &text, const TextStyle &style, QPointF anchor, Align align)
{
    auto *item = new TextItem(text, style);
    const double width = textWidth(text, style);
    const double left = align == Align::Left    ? anchor.x()
                        : align == Align::Right ? anchor.x() - width
                                                : anchor.x() - width / 2;
    item->setPos(left, anchor.y());
    item->setZValue(10);
    scene.addItem(item);
    return item;
}

double addLines(QGraphicsScene &scene, const QStringList &lines, const TextStyle &style, QPointF anchor, Align align)
{
    for (const QString &line : lines) {
        addText(scene, line, style, anchor, align);
        anchor.ry() += lineHeight(style);
    }
    return anchor.y();
}

} // namespace evenredig
