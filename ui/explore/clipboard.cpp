#include "ui/explore/clipboard.h"

#include "core/output/output.h"
#include "ui/base/text.h"
#include "ui/charts/figureexport.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>

#include <memory>

namespace evenredig {

using namespace Qt::StringLiterals;

namespace {

constexpr ExportSize pictureSize{160, 0, 220};

void put(std::unique_ptr<QMimeData> data)
{
    QGuiApplication::clipboard()->setMimeData(data.release());
}

std::unique_ptr<QMimeData> words(const QString &text, const std::string &html)
{
    auto data = std::make_unique<QMimeData>();
    data->setText(text);
    data->setHtml(qstring(html));
    return data;
}

} // namespace

void copyTable(const Table &table)
{
    put(words(qstring(tableText(table)), tableHtml(table)));
}

void copyTableOf(const Figure &figure)
{
    Figure silent = figure;
    silent.sentences.clear();
    const QStringList parts{qstring(figure.title), qstring(figure.subtitle), qstring(tableText(figure.table)),
                            qstrings(figure.footer).join(u'\n')};
    put(words(parts.join(u'\n'), figureHtml(silent, {})));
}

void copyFigure(const Figure &figure, const Catalogue &catalogue)
{
    const QStringList parts{qstring(figure.title), qstring(figure.subtitle), qstring(figure.altText),
                            qstrings(figure.footer).join(u'\n'), qstrings(figure.sentences).join(u'\n')};
    const Result<QByteArray> png = drawFigure(figure, catalogue, ExportFormat::Png, pictureSize);
    const Result<QByteArray> svg = drawFigure(figure, catalogue, ExportFormat::Svg, pictureSize);
    const std::string address = png ? "data:image/png;base64," + png->toBase64().toStdString() : std::string();
    std::unique_ptr<QMimeData> data = words(parts.join(u'\n'), figureHtml(figure, address));
    if (png) {
        data->setImageData(QImage::fromData(*png, "PNG"));
        data->setData(u"image/png"_s, *png);
    }
    if (svg)
        data->setData(u"image/svg+xml"_s, *svg);
    put(std::move(data));
}

void copyText(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

} // namespace evenredig
