// What a figure says against what its scene shows, for tests.
#pragma once

#include "core/figure/figure.h"
#include "ui/charts/figurescene.h"
#include "ui/charts/textitem.h"

#include <QStringList>

#include <algorithm>
#include <cctype>

namespace evenredig {

inline QStringList texts(const QGraphicsScene &scene)
{
    QStringList result;
    for (const QGraphicsItem *item : scene.items(Qt::AscendingOrder)) {
        if (const auto *text = qgraphicsitem_cast<const TextItem *>(item))
            result << text->text();
    }
    return result;
}

/// Whether the head of a column must stand in the scene however narrow it is: the axis says the unit, and a verdict
/// says itself.
inline bool isNamed(const Panel &panel, std::size_t column)
{
    const QString head = QString::fromStdString(panel.columns[column]);
    const bool letters = std::any_of(head.begin(), head.end(), [](QChar c) { return c.isLetter(); });
    return letters && std::any_of(panel.rows.begin(), panel.rows.end(), [column](const FigureRow &row) {
               const std::string cell = column < row.cells.size() ? row.cells[column] : std::string();
               return std::any_of(cell.begin(), cell.end(), [](unsigned char c) { return std::isdigit(c); });
           });
}

/// All words of the figure, as they must stand in the scene however they are wrapped.
inline QStringList words(const Figure &figure)
{
    std::vector<std::string> all{figure.title, figure.subtitle, figure.code};
    all.insert(all.end(), figure.footer.begin(), figure.footer.end());
    for (const Panel &panel : figure.panels) {
        all.insert(all.end(), {panel.title, panel.empty});
        for (const Series &series : panel.series) {
            if (panel.form == Panel::Form::Lines)
                all.insert(all.end(), {series.label, series.endText});
        }
        for (const FigureRow &row : panel.rows) {
            all.push_back(row.label);
            all.insert(all.end(), row.cells.begin(), row.cells.end());
        }
        for (std::size_t column = 0; column < panel.columns.size(); ++column) {
            if (isNamed(panel, column))
                all.push_back(panel.columns[column]);
        }
        for (const MatrixRow &row : panel.matrix) {
            all.insert(all.end(), {row.heading, row.label, row.reference});
            for (const MatrixCell &cell : row.cells)
                all.push_back(cell.text);
        }
        for (const Break &item : panel.breaks)
            all.push_back(item.label);
        for (const ReferenceLine &line : panel.references)
            all.push_back(line.label);
        for (const Arrow &arrow : panel.arrows)
            all.push_back(arrow.text);
    }
    QStringList result;
    for (const std::string &text : all)
        result << QString::fromStdString(text).split(u' ', Qt::SkipEmptyParts);
    return result;
}

/// Words that were cut off or left out. A word may be broken between letters: blanks do not count.
inline QStringList missingWords(const QGraphicsScene &scene, const Figure &figure)
{
    const QString all = texts(scene).join(QString()).remove(u' ').remove(QChar::Nbsp);
    QStringList missing;
    for (const QString &word : words(figure))
        if (!all.contains(QString(word).remove(QChar::Nbsp)))
            missing << word;
    return missing;
}

} // namespace evenredig
