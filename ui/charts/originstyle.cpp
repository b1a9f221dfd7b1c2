#include "ui/charts/originstyle.h"

#include "ui/charts/palettecheck.h"

#include <QPolygonF>

#include <cmath>
#include <numbers>

namespace evenredig {

namespace {

Marker markerFromName(const std::string &name)
{
    static const std::map<std::string, Marker> markers{
        {"circle", Marker::Circle},     {"square", Marker::Square},   {"diamond", Marker::Diamond},
        {"triangle", Marker::Triangle}, {"hexagon", Marker::Hexagon}, {"triangle_down", Marker::TriangleDown},
        {"cross", Marker::Cross},       {"line", Marker::Line}};
    const auto found = markers.find(name);
    return found == markers.end() ? Marker::Circle : found->second;
}

QPainterPath polygonPath(const QPolygonF &polygon)
{
    QPainterPath path;
    path.addPolygon(polygon);
    path.closeSubpath();
    return path;
}

QPainterPath trianglePath(double size, double up)
{
    // Set so that the centre of gravity, not the middle of the box, lies on the value.
    const double half = size * 0.58;
    return polygonPath({{-half, up * size * 0.42}, {half, up * size * 0.42}, {0, -up * size * 0.62}});
}

QPainterPath hexagonPath(double size)
{
    QPolygonF polygon;
    for (int corner = 0; corner < 6; ++corner) {
        const double angle = corner * std::numbers::pi / 3;
        polygon << QPointF(std::cos(angle), std::sin(angle)) * size * 0.54;
    }
    return polygonPath(polygon);
}

/// An outline, not two strokes, so that the hollow cross of a first generation differs from the filled one.
QPainterPath crossPath(double size)
{
    const double arm = size * 0.5, thick = size * 0.21;
    return polygonPath({{-arm, -arm + thick},
                        {-arm + thick, -arm},
                        {0, -thick},
                        {arm - thick, -arm},
                        {arm, -arm + thick},
                        {thick, 0},
                        {arm, arm - thick},
                        {arm - thick, arm},
                        {0, thick},
                        {-arm + thick, arm},
                        {-arm, arm - thick},
                        {-thick, 0}});
}

} // namespace

OriginStyles::OriginStyles(const Catalogue &catalogue)
{
    for (const Origin &origin : catalogue.origins) {
        const bool reference = origin.kind == Origin::Kind::Reference;
        QColor colour(QString::fromStdString(origin.colour));
        if (!colour.isValid())
            colour = reference ? inkColour() : mutedColour();
        m_styles[origin.id] = {colour, markerFromName(origin.marker), reference};
    }
}

OriginStyle OriginStyles::style(const std::string &origin, Emphasis emphasis) const
{
    const auto found = m_styles.find(origin);
    OriginStyle style = found == m_styles.end() ? OriginStyle{mutedColour(), Marker::Circle, false} : found->second;
    if (emphasis == Emphasis::Grey)
        style.colour = mutedColour();
    return style;
}

QColor mutedColour()
{
    return QColor(0x76, 0x76, 0x76);
}
QColor inkColour()
{
    return QColor(0x22, 0x22, 0x22);
}

QColor textColour(const QColor &colour)
{
    QColor darker = colour;
    for (int step = 0; step < 100 && contrast(darker.name().toStdString(), "#FFFFFF") < 4.5; ++step)
        darker = QColor::fromRgbF(float(darker.redF() * 0.97), float(darker.greenF() * 0.97),
                                  float(darker.blueF() * 0.97));
    return darker;
}

QColor tint(const QColor &colour, double share)
{
    const auto mix = [share](int channel) { return int(std::lround(255 - (255 - channel) * share)); };
    return QColor(mix(colour.red()), mix(colour.green()), mix(colour.blue()));
}

QPainterPath markerPath(Marker marker, double size)
{
    QPainterPath path;
    switch (marker) {
    case Marker::Circle: path.addEllipse(QPointF(), size / 2, size / 2); return path;
    case Marker::Square: path.addRect(QRectF(-size * 0.475, -size * 0.475, size * 0.95, size * 0.95)); return path;
    case Marker::Diamond:
        return polygonPath({{-size * 0.62, 0}, {0, -size * 0.62}, {size * 0.62, 0}, {0, size * 0.62}});
    case Marker::Triangle: return trianglePath(size, 1);
    case Marker::TriangleDown: return trianglePath(size, -1);
    case Marker::Hexagon: return hexagonPath(size);
    case Marker::Cross: return crossPath(size);
    case Marker::Line: path.addRect(QRectF(-size * 0.13, -size * 0.6, size * 0.26, size * 1.2)); return path;
    }
    return path;
}

} // namespace evenredig
