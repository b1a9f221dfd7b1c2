// The figure as its file will be, small.
#pragma once

#include "core/figure/figure.h"
#include "core/model/catalogue.h"
#include "ui/charts/figureexport.h"

#include <QLabel>

namespace evenredig {

/// Drawn by what draws the file, in the proportions of the file. What does not fit is said in its place.
class ExportPreview final : public QLabel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportPreview)

public:
    explicit ExportPreview(QWidget *parent = nullptr);

    /// Good when the file could be written so.
    Result<void> draw(const Figure &figure, const Catalogue &catalogue, const ExportSize &size);
    void clear();
    /// How large the file will be; invalid: nothing is shown.
    [[nodiscard]] QSizeF sizeMm() const { return m_sizeMm; }

private:
    QSizeF m_sizeMm;
};

} // namespace evenredig
