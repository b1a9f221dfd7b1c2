#include "ui/charts/sceneplaces.h"

#include "ui/charts/textitem.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace evenredig {

namespace {

double distance(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

bool inStep(const MarkPlace &from, const MarkPlace &to, Step step)
{
    const bool sameGroup = to.panel == from.panel && to.group == from.group;
    switch (step) {
    case Step::Left: return (sameGroup && to.along < from.along) || to.panel < from.panel;
    case Step::Right: return (sameGroup && to.along > from.along) || to.panel > from.panel;
    case Step::Up: return to.panel == from.panel && to.group != from.group && to.at.y() < from.at.y();
    case Step::Down: return to.panel == from.panel && to.group != from.group && to.at.y() > from.at.y();
    case Step::First:
    case Step::Last: return sameGroup;
    }
    return false;
}

/// How far a step would go; the nearest wins.
double cost(const MarkPlace &from, const MarkPlace &to, Step step)
{
    const bool sideways = step == Step::Left || step == Step::Right;
    const double otherPanel = to.panel == from.panel ? 0 : 1e6 * std::abs(to.panel - from.panel);
    if (sideways)
        return otherPanel + (otherPanel > 0 ? distance(from.at, to.at) : std::abs(to.along - from.along));
    // Up and down stay at the same time, and only then look at the height.
    const bool sameColumn = to.along == from.along;
    return (sameColumn ? 0 : 1e4 * (1 + std::abs(to.along - from.along))) + std::abs(to.at.y() - from.at.y());
}

QString describe(const TextItem &item)
{
    return QStringLiteral("\u201c%1\u201d").arg(item.text());
}

} // namespace

std::optional<int> hitRow(const FigureScene &scene, QPointF point, double tolerance)
{
    std::optional<int> row;
    double nearest = tolerance;
    for (const MarkPlace &place : scene.places()) {
        if (place.row < 0)
            continue;
        if (place.area.contains(point))
            return place.row;
        if (place.area.isEmpty() && distance(place.at, point) <= nearest) {
            nearest = distance(place.at, point);
            row = place.row;
        }
    }
    return row;
}

std::optional<QPointF> markPosition(const FigureScene &scene, int row)
{
    for (const MarkPlace &place : scene.places()) {
        if (place.row == row)
            return place.at;
    }
    return std::nullopt;
}

int stepPlace(const FigureScene &scene, int from, Step step)
{
    const std::vector<MarkPlace> &places = scene.places();
    if (places.empty())
        return -1;
    if (from < 0 || std::size_t(from) >= places.size())
        return 0;
    int best = from;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < places.size(); ++i) {
        const MarkPlace &here = places[std::size_t(from)];
        if (!inStep(here, places[i], step))
            continue;
        const double value = step == Step::First  ? places[i].along
                             : step == Step::Last ? -places[i].along
                                                  : cost(here, places[i], step);
        if (value < least) {
            least = value;
            best = int(i);
        }
    }
    return best;
}

std::vector<QString> layoutFaults(const QGraphicsScene &scene)
{
    constexpr double slack = 0.15;
    std::vector<QString> faults;
    std::vector<std::pair<const TextItem *, QRectF>> texts;
    const QRectF page = scene.sceneRect().adjusted(-slack, -slack, slack, slack);
    for (const QGraphicsItem *item : scene.items(Qt::AscendingOrder)) {
        const auto *text = qgraphicsitem_cast<const TextItem *>(item);
        if (!text || text->text().isEmpty() || text->data(1).toBool())
            continue;
        const QRectF area = text->sceneBoundingRect();
        if (!page.contains(area))
            faults.push_back(describe(*text) + QStringLiteral(" sticks out of the scene"));
        for (const auto &[other, otherArea] : texts) {
            const QRectF common = area.intersected(otherArea);
            if (common.width() > slack && common.height() > slack)
                faults.push_back(describe(*text) + QStringLiteral(" overlaps ") + describe(*other));
        }
        texts.emplace_back(text, area);
    }
    for (const QGraphicsItem *item : scene.items(Qt::AscendingOrder)) {
        const bool mark = item->data(FigureScene::rowKey).isValid();
        if (mark && !page.contains(item->sceneBoundingRect()))
            faults.push_back(QStringLiteral("a mark of row %1 sticks out of the scene")
                                 .arg(item->data(FigureScene::rowKey).toInt()));
    }
    return faults;
}

} // namespace evenredig
