#include "ui/dialogs/exportpreview.h"

#include <QPixmap>

#include <algorithm>

namespace evenredig {

namespace {
constexpr QSize room(380, 400);
constexpr double mmPerInch = 25.4;
constexpr double leastDpi = 50;
} // namespace

ExportPreview::ExportPreview(QWidget *parent) : QLabel(parent)
{
    setObjectName(QStringLiteral("exportPreview"));
    setFixedSize(room + QSize(12, 12));
    setAlignment(Qt::AlignCenter);
    setFrameShape(QFrame::StyledPanel);
}

Result<void> ExportPreview::draw(const Figure &figure, const Catalogue &catalogue, const ExportSize &size)
{
    clear();
    const QSizeF mm = exportSizeMm(figure, catalogue, size);
    const double scale = std::min(room.width() / mm.width(), room.height() / mm.height()); // pixels a millimetre
    const double ratio = devicePixelRatioF();
    const double dpi = std::max(leastDpi, scale * ratio * mmPerInch);
    const Result<QByteArray> drawn = drawFigure(figure, catalogue, ExportFormat::Png, {mm.width(), mm.height(), dpi});
    if (!drawn)
        return tl::unexpected<Error>(drawn.error());
    QPixmap picture;
    picture.loadFromData(*drawn, "PNG");
    picture = picture.scaled((mm * scale * ratio).toSize(), Qt::KeepAspectRatio, Qt::SmoothTransformation);
    picture.setDevicePixelRatio(ratio);
    setPixmap(picture);
    m_sizeMm = mm;
    return {};
}

void ExportPreview::clear()
{
    QLabel::clear();
    m_sizeMm = {};
}

} // namespace evenredig
