#include "ui/charts/figureview.h"

#include "ui/charts/figurescene.h"
#include "ui/charts/highlightitem.h"
#include "ui/charts/textitem.h"

#include <QAccessible>
#include <QGraphicsPixmapItem>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>

#include <cmath>

namespace evenredig {

FigureView::FigureView(QWidget *parent) : QGraphicsView(parent)
{
    m_pixmap = m_screen.addPixmap({});
    m_highlight = new HighlightItem;
    m_screen.addItem(m_highlight);
    setScene(&m_screen);
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(Qt::white);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
}

FigureView::~FigureView()
{
    setScene(nullptr); // the scene is a member and goes before the base class
}

void FigureView::setFigure(const Figure &figure, const Catalogue &catalogue)
{
    const int row = focusRow();
    m_figure = figure;
    m_styles = OriginStyles(catalogue);
    setAccessibleName(plainText(figure.title));
    setAccessibleDescription(plainText(figure.altText));
    m_hovered = -1;
    layOut();
    setFocusRow(row);
}

void FigureView::clear()
{
    m_figure.reset();
    setAccessibleName({});
    setAccessibleDescription({});
    m_hovered = -1;
    layOut();
}

void FigureView::setZoom(double zoom)
{
    m_zoom = zoom;
    layOut();
}

double FigureView::pixelsPerPoint() const
{
    return logicalDpiY() / 72.0 * m_zoom;
}

void FigureView::layOut()
{
    m_place = -1;
    m_highlight->setMarks({});
    m_highlight->setFocus(std::nullopt);
    m_figureScene.reset();
    const QSize room = maximumViewportSize();
    if (m_figure && room.width() > 50 && room.height() > 20) {
        const double scale = pixelsPerPoint();
        m_figureScene = buildScene(*m_figure, m_styles, QSizeF(room) / scale, FigureLayout::screen());
        // Decided here and not by the view: a scroll bar takes width, which may change the height again.
        const bool scrolls = m_figureScene->sceneRect().height() * scale > room.height() + 0.5;
        setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
        if (scrolls) {
            const QSizeF narrower(room.width() - style()->pixelMetric(QStyle::PM_ScrollBarExtent), room.height());
            m_figureScene = buildScene(*m_figure, m_styles, narrower / scale, FigureLayout::screen());
        }
    }
    renderPixmap();
}

void FigureView::renderPixmap()
{
    m_renderedRatio = devicePixelRatioF();
    if (!m_figureScene) {
        m_pixmap->setPixmap({});
        m_screen.setSceneRect(QRectF());
        return;
    }
    const QRectF source = m_figureScene->sceneRect();
    const QSizeF size = source.size() * pixelsPerPoint();
    QPixmap pixmap((size * m_renderedRatio).toSize());
    pixmap.setDevicePixelRatio(m_renderedRatio);
    pixmap.fill(Qt::white);
    QPainter painter(&pixmap);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    m_figureScene->render(&painter, QRectF(QPointF(), size), source);
    painter.end();
    m_pixmap->setPixmap(pixmap);
    m_screen.setSceneRect(QRectF(QPointF(), QSizeF(std::floor(size.width()), std::floor(size.height()))));
}

void FigureView::paintEvent(QPaintEvent *event)
{
    if (m_renderedRatio != devicePixelRatioF()) // moved to another screen
        renderPixmap();
    QGraphicsView::paintEvent(event);
}

void FigureView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    const int row = focusRow();
    layOut();
    setFocusRow(row);
}

QSize FigureView::minimumSizeHint() const
{
    return {320, 240};
}
QSize FigureView::sizeHint() const
{
    return {780, 440};
}

int FigureView::focusRow() const
{
    return m_figureScene && m_place >= 0 ? m_figureScene->places()[std::size_t(m_place)].row : -1;
}

void FigureView::setFocusRow(int row)
{
    int place = -1;
    for (std::size_t i = 0; m_figureScene && row >= 0 && place < 0 && i < m_figureScene->places().size(); ++i) {
        if (m_figureScene->places()[i].row == row)
            place = int(i);
    }
    showPlace(place);
}

HighlightPlace FigureView::onScreen(int place) const
{
    const MarkPlace &mark = m_figureScene->places()[std::size_t(place)];
    const double scale = pixelsPerPoint();
    return {mark.at * scale, QRectF(mark.area.topLeft() * scale, mark.area.size() * scale)};
}

void FigureView::showPlace(int place)
{
    m_place = place;
    if (place < 0) {
        m_highlight->setFocus(std::nullopt);
        return;
    }
    const HighlightPlace mark = onScreen(place);
    m_highlight->setFocus(hasFocus() ? std::optional(mark) : std::nullopt);
    ensureVisible(QRectF(mark.middle - QPointF(12, 12), QSizeF(24, 24)), 0, 0);
}

void FigureView::setHighlightedRow(int row)
{
    std::vector<HighlightPlace> marks;
    for (std::size_t i = 0; m_figureScene && row >= 0 && i < m_figureScene->places().size(); ++i) {
        if (m_figureScene->places()[i].row == row)
            marks.push_back(onScreen(int(i)));
    }
    m_highlight->setMarks(std::move(marks));
}

std::optional<QPoint> FigureView::markPoint(int row) const
{
    const auto at = m_figureScene ? markPosition(*m_figureScene, row) : std::nullopt;
    if (!at)
        return std::nullopt;
    return mapFromScene(*at * pixelsPerPoint());
}

std::optional<int> FigureView::rowAt(QPoint viewportPoint) const
{
    constexpr double tolerance = 12; // pixels
    if (!m_figureScene)
        return std::nullopt;
    return hitRow(*m_figureScene, mapToScene(viewportPoint) / pixelsPerPoint(), tolerance / pixelsPerPoint());
}

void FigureView::hover(int row)
{
    if (row == m_hovered)
        return;
    m_hovered = row;
    setHighlightedRow(row);
    Q_EMIT rowHovered(row);
}

void FigureView::mouseMoveEvent(QMouseEvent *event)
{
    hover(rowAt(event->position().toPoint()).value_or(-1));
    QGraphicsView::mouseMoveEvent(event);
}

void FigureView::mousePressEvent(QMouseEvent *event)
{
    const auto row = event->button() == Qt::LeftButton ? rowAt(event->position().toPoint()) : std::nullopt;
    if (row) {
        setFocusRow(*row);
        Q_EMIT rowActivated(*row);
    }
    QGraphicsView::mousePressEvent(event);
}

void FigureView::leaveEvent(QEvent *event)
{
    hover(-1);
    QGraphicsView::leaveEvent(event);
}

void FigureView::keyPressEvent(QKeyEvent *event)
{
    static const std::map<int, Step> steps{{Qt::Key_Left, Step::Left},  {Qt::Key_Right, Step::Right},
                                           {Qt::Key_Up, Step::Up},      {Qt::Key_Down, Step::Down},
                                           {Qt::Key_Home, Step::First}, {Qt::Key_End, Step::Last}};
    const auto step = steps.find(event->key());
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (m_figureScene && plain && step != steps.end()) {
        showPlace(stepPlace(*m_figureScene, m_place, step->second));
        if (m_place < 0)
            return;
        setAccessibleName(m_figureScene->places()[std::size_t(m_place)].spoken);
        QAccessibleEvent changed(this, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&changed);
        Q_EMIT rowHovered(focusRow());
    } else if (plain && m_place >= 0 && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        Q_EMIT rowActivated(focusRow());
    } else if (plain && m_place >= 0 && event->key() == Qt::Key_Escape) {
        showPlace(-1);
        setAccessibleName(m_figure ? plainText(m_figure->title) : QString());
        Q_EMIT rowHovered(-1);
    } else {
        event->ignore(); // the single-letter shortcuts and Page Down belong to the window
    }
}

void FigureView::focusInEvent(QFocusEvent *event)
{
    QGraphicsView::focusInEvent(event);
    const bool byKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (m_place < 0 && byKey && m_figureScene && !m_figureScene->places().empty()) {
        showPlace(0);
        Q_EMIT rowHovered(focusRow());
    } else {
        showPlace(m_place);
    }
}

void FigureView::focusOutEvent(QFocusEvent *event)
{
    QGraphicsView::focusOutEvent(event);
    m_highlight->setFocus(std::nullopt);
}

} // namespace evenredig
