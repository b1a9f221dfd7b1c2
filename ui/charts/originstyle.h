// How an origin looks: its colour and its marker, from the catalogue and never from code.
#pragma once

#include "core/model/catalogue.h"

#include <QColor>
#include <QPainterPath>

#include <map>
#include <string>

namespace evenredig {

enum class Marker { Circle, Square, Diamond, Triangle, TriangleDown, Hexagon, Cross, Line };
enum class Emphasis { Coloured, Grey };

struct OriginStyle {
    QColor colour;
    Marker marker = Marker::Circle;
    bool reference = false;
};

/// The styles of a catalogue as a value.
class OriginStyles {
public:
    OriginStyles() = default;
    explicit OriginStyles(const Catalogue &catalogue);

    /// An unknown origin is grey with a circle; Emphasis::Grey keeps the marker and takes the colour.
    [[nodiscard]] OriginStyle style(const std::string &origin, Emphasis emphasis = Emphasis::Coloured) const;

private:
    std::map<std::string, OriginStyle> m_styles;
};

/// The colour of everything that is not emphasised: 4.5:1 on white.
[[nodiscard]] QColor mutedColour();
/// Reference lines and the texts of a figure.
[[nodiscard]] QColor inkColour();
/// The colour as text on white: darkened until 4.5:1, because the palette itself is held at 3:1 (marks).
[[nodiscard]] QColor textColour(const QColor &colour);
/// Opaque mixture with white; `share` is how much of the colour stays.
[[nodiscard]] QColor tint(const QColor &colour, double share);
/// The marker around (0, 0), for a circle of that diameter; the others are sized to look as large.
[[nodiscard]] QPainterPath markerPath(Marker marker, double size);

} // namespace evenredig
