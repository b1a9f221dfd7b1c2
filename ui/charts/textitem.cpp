#include "ui/charts/textitem.h"

#include "ui/charts/figurefont.h"

#include <QFontMetricsF>
#include <QGraphicsScene>
#include <QHash>
#include <QPaintEngine>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <vector>

namespace evenredig {

namespace {

constexpr double itemScale = 0.1;

void addSpacing(QList<QTextLayout::FormatRange> &formats, int position, double spacing)
{
    QTextLayout::FormatRange range;
    range.start = position;
    range.length = 1;
    range.format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
    range.format.setFontLetterSpacing(spacing);
    formats.append(range);
}

void layOutLine(QTextLayout &layout, const QList<QTextLayout::FormatRange> &formats, double x)
{
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setPosition({x, 0});
    layout.endLayout();
}

/// Inter changes signs by what stands beside them (a hyphen between capitals sits higher), and a PDF by Qt has no
/// Unicode for such a form: "EV-2F7A" would be copied as "EV 2F7A". A sign that is shaped alone keeps its own form.
void layOutForPdf(QTextLayout &layout)
{
    QList<QTextLayout::FormatRange> formats;
    const QString text = layout.text();
    for (int i = 0; i < text.size(); ++i) {
        if (!text[i].isLetterOrNumber() && !text[i].isSpace())
            addSpacing(formats, i, 0);
    }
    layOutLine(layout, formats, 0);
}

/// Qt 6.4 cannot switch on the font's own tabular figures (6.7 can): each narrow digit gets the room it lacks.
void layOutTabular(QTextLayout &layout)
{
    const QFontMetricsF metrics(layout.font());
    const auto digit = [&](QChar c) { return metrics.horizontalAdvance(c); };
    double widest = 0;
    for (char16_t c = u'0'; c <= u'9'; ++c)
        widest = std::max(widest, digit(QChar(c)));
    const QString text = layout.text();
    // Half of the room stands before the digit (as spacing of the character before it), half after it.
    std::vector<double> room(std::size_t(text.size()) + 1, 0);
    for (int i = 0; i < text.size(); ++i) {
        const bool narrow = text[i] >= u'0' && text[i] <= u'9' && widest - digit(text[i]) > 0.5;
        room[std::size_t(i)] += narrow ? (widest - digit(text[i])) / 2 : 0;
        room[std::size_t(i) + 1] += narrow ? (widest - digit(text[i])) / 2 : 0;
    }
    QList<QTextLayout::FormatRange> formats;
    for (int i = 0; i < text.size(); ++i) {
        const bool sign = !text[i].isLetterOrNumber() && !text[i].isSpace();
        if (room[std::size_t(i) + 1] != 0 || sign)
            addSpacing(formats, i, room[std::size_t(i) + 1]);
    }
    layOutLine(layout, formats, room[0]);
}

QFont fontOf(const TextStyle &style)
{
    QFont font = figureFont(style);
    font.setKerning(style.digits == Digits::Proportional);
    return font;
}

double shapedWidth(const QString &text, const TextStyle &style)
{
    if (style.digits == Digits::Proportional)
        return QFontMetricsF(fontOf(style)).horizontalAdvance(text) * itemScale;
    QTextLayout layout(text, fontOf(style));
    layOutTabular(layout);
    return (layout.lineAt(0).x() + layout.lineAt(0).naturalTextWidth()) * itemScale;
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

TextItem::TextItem(const QString &text, const TextStyle &style) : QGraphicsSimpleTextItem(text), m_style(style)
{
    setFont(fontOf(style));
    setBrush(style.colour);
    setScale(itemScale);
    if (style.digits == Digits::Tabular)
        m_extraWidth = std::max(0.0,
                                textWidth(text, style) / itemScale - QGraphicsSimpleTextItem::boundingRect().width());
}

QRectF TextItem::boundingRect() const
{
    // Accents on capitals rise a little above the font's ascent.
    const double accents = m_style.points * 0.3;
    return QGraphicsSimpleTextItem::boundingRect().adjusted(0, -accents, m_extraWidth, 0);
}

void TextItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget)
{
    const bool pdf = painter->paintEngine() && painter->paintEngine()->type() == QPaintEngine::Pdf;
    if (m_style.digits == Digits::Proportional && !pdf) {
        QGraphicsSimpleTextItem::paint(painter, option, widget);
        return;
    }
    QTextLayout layout(text(), font());
    if (m_style.digits == Digits::Tabular)
        layOutTabular(layout);
    else
        layOutForPdf(layout);
    painter->setPen(m_style.colour);
    layout.draw(painter, {0, 0});
}

QString plainText(const std::string &text)
{
    QString result = QString::fromStdString(text);
    for (QChar &c : result) {
        if (c.category() == QChar::Other_Control)
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
