#include "ui/explore/models/markericon.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmap>

namespace evenredig {

namespace {

/// Drawn at the size and resolution that is asked for, so that it is sharp on every screen.
class MarkerEngine final : public QIconEngine {
public:
    explicit MarkerEngine(const OriginStyle &style) : m_style(style) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (QGuiApplication::palette().color(QPalette::Base).lightness() < 128)
            drawGround(*painter, rect);
        painter->translate(QRectF(rect).center());
        const QColor colour = mode == QIcon::Disabled ? tint(mutedColour(), 0.5) : m_style.colour;
        if (m_style.marker == Marker::Line) {
            painter->setPen(QPen(colour, 2));
            painter->drawLine(QPointF(-rect.width() / 2.0, 0), QPointF(rect.width() / 2.0, 0));
        } else {
            painter->fillPath(markerPath(m_style.marker, rect.width() * 0.72), colour);
        }
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new MarkerEngine(m_style); }

private:
    /// The colours of groups are made for white (charts.md §2.3): in a dark window they stand on a white disc.
    static void drawGround(QPainter &painter, const QRectF &rect)
    {
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::white);
        painter.drawRoundedRect(rect, 3, 3);
    }

    OriginStyle m_style;
};

} // namespace

QIcon markerIcon(const OriginStyle &style)
{
    return QIcon(new MarkerEngine(style));
}

} // namespace evenredig
