// What Qt cannot write into a PDF: an exact page box and the language. Private to ui/charts.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QSizeF>
#include <QString>

#include <string>

namespace evenredig {

struct PdfPage {
    QSizeF size;          ///< points
    std::string language; ///< "nl"
    QString title, subject, keywords;
};

[[nodiscard]] Result<QByteArray> finishPdf(const QByteArray &drawn, const PdfPage &page);

} // namespace evenredig
