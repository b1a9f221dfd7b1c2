#include "ui/charts/figureexport.h"

#include "core/figure/buildfigure.h"
#include "ui/charts/buildscene.h"
#include "ui/charts/figurefont.h"
#include "ui/charts/pdfpage.h"
#include "ui/charts/textitem.h"

#include <QBuffer>
#include <QImage>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <cmath>

namespace evenredig {

namespace {

constexpr double pointsPerMm = 72 / 25.4;
constexpr double mostHeightMm = 600; // a matrix of all groups at 77 mm would be longer than any page

QSizeF pointsOf(QSizeF mm)
{
    return mm * pointsPerMm;
}

void paintScene(FigureScene &scene, QPainter &painter, double scale)
{
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const QRectF source = scene.sceneRect();
    scene.render(&painter, QRectF(QPointF(), source.size() * scale), source, Qt::IgnoreAspectRatio);
}

Result<QByteArray> drawPng(FigureScene &scene, const Figure &figure, QSizeF mm, double dpi)
{
    QImage image(int(std::lround(mm.width() / 25.4 * dpi)), int(std::lround(mm.height() / 25.4 * dpi)),
                 QImage::Format_RGB32);
    if (image.isNull())
        return fail(ErrorCode::OutputSize, {{"value", std::to_string(int(std::lround(dpi))) + " dpi"}});
    image.fill(Qt::white);
    QPainter painter(&image);
    paintScene(scene, painter, dpi / 72);
    painter.end();
    image.setDotsPerMeterX(int(std::lround(dpi / 0.0254)));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    image.setText(QStringLiteral("Title"), plainText(figure.title));
    image.setText(QStringLiteral("Description"), plainText(figure.altText));
    image.setText(QStringLiteral("Source"), plainText(fileMark(figure)));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
        return fail(ErrorCode::Internal, {{"reason", "PNG"}});
    return bytes;
}

/// Replaces what Qt wrote at the head of the file: language, title and description for screen readers, and
/// families to fall back on where Inter is not installed.
QByteArray finishSvg(const QByteArray &drawn, const Figure &figure)
{
    QString svg = QString::fromUtf8(drawn);
    const qsizetype start = svg.indexOf(QStringLiteral("<svg "));
    const qsizetype open = svg.indexOf(u'>', start);
    if (start < 0 || open < 0)
        return drawn;
    const qsizetype body = svg.indexOf(QStringLiteral("<defs>"), open);
    const QString head = QStringLiteral("\n<title>%1</title>\n<desc>%2</desc>\n<metadata>%3</metadata>\n")
                             .arg(plainText(figure.title).toHtmlEscaped(), plainText(figure.altText).toHtmlEscaped(),
                                  plainText(fileMark(figure)).toHtmlEscaped());
    if (body > open)
        svg.replace(open + 1, body - open - 1, head);
    else
        svg.insert(open + 1, head);
    const QString language = QString::fromUtf8(languageCode(figure.language).data(), 2);
    svg.insert(start + 5, QStringLiteral("role=\"img\" lang=\"%1\" xml:lang=\"%1\" ").arg(language));
    // Elsewhere the typeface is called Inter, and its digits of equal width are a feature of it.
    static const QString others = QStringLiteral("font-family=\"Inter, 'Open Sans', 'Segoe UI', Arial, sans-serif\"");
    svg.replace(QStringLiteral("font-family=\"%1\"").arg(figureFontFamily(Digits::Tabular)),
                others + QStringLiteral(" style=\"font-variant-numeric:tabular-nums\""));
    svg.replace(QStringLiteral("font-family=\"%1\"").arg(figureFontFamily(Digits::Proportional)), others);
    return svg.toUtf8();
}

Result<QByteArray> drawSvg(FigureScene &scene, const Figure &figure, QSizeF mm)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    // 2540 dots per inch: one unit is 1/100 mm, so that the size in whole units is exact.
    generator.setResolution(2540);
    const QSize size = (mm * 100).toSize();
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    QPainter painter;
    if (!painter.begin(&generator))
        return fail(ErrorCode::Internal, {{"reason", "SVG"}});
    paintScene(scene, painter, 100 / pointsPerMm);
    painter.end();
    return finishSvg(bytes, figure);
}

Result<QByteArray> drawPdf(FigureScene &scene, const Figure &figure, QSizeF mm)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly))
        return fail(ErrorCode::Internal, {{"reason", "PDF"}});
    QPdfWriter writer(&buffer);
    writer.setResolution(7200);
    writer.setTitle(plainText(figure.title));
    writer.setCreator(QStringLiteral("Evenredig"));
    // Whole points, rounded up: Qt rounds anyway, and the page box is set exactly afterwards.
    const QSizeF points(std::ceil(pointsOf(mm).width()), std::ceil(pointsOf(mm).height()));
    writer.setPageLayout(QPageLayout(QPageSize(points, QPageSize::Point, QString(), QPageSize::ExactMatch),
                                     QPageLayout::Portrait, QMarginsF()));
    QPainter painter;
    if (!painter.begin(&writer))
        return fail(ErrorCode::Internal, {{"reason", "PDF"}});
    paintScene(scene, painter, 100);
    painter.end();
    PdfPage page;
    page.size = pointsOf(mm);
    page.language = std::string(languageCode(figure.language));
    page.title = plainText(figure.title);
    page.subject = plainText(figure.altText);
    page.keywords = plainText(fileMark(figure));
    return finishPdf(bytes, page);
}

QString sizeText(QSizeF mm, double dpi)
{
    return QStringLiteral("%1 × %2 mm, %3 dpi").arg(mm.width()).arg(mm.height()).arg(dpi);
}

} // namespace

QSizeF exportSizeMm(const Figure &figure, const Catalogue &catalogue, const ExportSize &size)
{
    if (size.heightMm > 0)
        return {size.widthMm, size.heightMm};
    const double points = preferredHeight(figure, OriginStyles(catalogue), size.widthMm * pointsPerMm,
                                          FigureLayout::paper());
    return {size.widthMm, std::ceil(points / pointsPerMm)};
}

double leastHeightMm(const Figure &figure, const Catalogue &catalogue, double widthMm)
{
    return std::ceil(leastHeight(figure, OriginStyles(catalogue), widthMm * pointsPerMm, FigureLayout::paper())
                     / pointsPerMm);
}

Result<QByteArray> drawFigure(const Figure &figure, const Catalogue &catalogue, ExportFormat format,
                              const ExportSize &size)
{
    const auto refuse = [&](QSizeF mm) {
        return fail(ErrorCode::OutputSize, {{"value", sizeText(mm, size.dpi).toStdString()}});
    };
    if (!(size.widthMm >= 40 && size.widthMm <= 420 && size.heightMm >= 0 && size.heightMm <= mostHeightMm
          && size.dpi >= 50 && size.dpi <= 1200))
        return refuse({size.widthMm, size.heightMm});
    const QSizeF mm = exportSizeMm(figure, catalogue, size);
    if (mm.height() > mostHeightMm)
        return refuse(mm);
    const auto scene = buildScene(figure, catalogue, pointsOf(mm), FigureLayout::paper());
    if (scene->sceneRect().height() > pointsOf(mm).height() + 0.01) {
        const double least = std::ceil(scene->sceneRect().height() / pointsPerMm);
        return fail(ErrorCode::OutputHeight,
                    {{"value", QStringLiteral("%1 × %2 mm").arg(mm.width()).arg(mm.height()).toStdString()},
                     {"least", std::to_string(int(least))}});
    }
    switch (format) {
    case ExportFormat::Png: return drawPng(*scene, figure, mm, size.dpi);
    case ExportFormat::Svg: return drawSvg(*scene, figure, mm);
    case ExportFormat::Pdf: return drawPdf(*scene, figure, mm);
    }
    return fail(ErrorCode::Internal, {{"reason", "format"}});
}

} // namespace evenredig
