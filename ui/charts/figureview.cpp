#include "ui/charts/figureview.h"

#include "ui/charts/buildscene.h"
#include "ui/charts/figureaccess.h"
#include "ui/charts/figuretableaccess.h"
#include "ui/charts/highlightitem.h"
#include "ui/charts/sceneplaces.h"
#include "ui/charts/textitem.h"

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
    installFigureAccess();
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

// Of the same question on the same data the keyboard stays where it is, as when a group comes into colour.
void FigureView::setFigure(const Figure &figure, const Catalogue &catalogue)
{
    const bool sameCode = m_figure && m_figure->code == figure.code;
    const bool sameTable = m_figure && readsTheSame(m_figure->table, figure.table);
    const int place = sameCode ? m_place : -1;
    const int row = sameCode ? focusRow() : -1;
    m_figure = figure;
    m_styles = OriginStyles(catalogue);
    m_hovered = -1;
    m_expecting = false;
    layOut();
    showPlaceAgain(place, row);
    setSpoken(figure);
    if (!sameTable)
        changeTable();
}

void FigureView::clear()
{
    m_figure.reset();
    m_expecting = false;
    m_hovered = -1;
    layOut();
    setSpoken({});
    changeTable();
}

// Qt tells readers of a name also when it is the old one.
void FigureView::setSpoken(const Figure &figure)
{
    const QString name = plainText(figure.title), description = plainText(figure.altText);
    if (accessibleName() != name)
        setAccessibleName(name);
    if (accessibleDescription() != description)
        setAccessibleDescription(description);
}

void FigureView::changeTable()
{
    ++m_tableRevision;
    tellTableChanged(*this);
    tellWhere();
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
    ++m_layoutRevision;
    m_place = -1;
    m_highlight->setMarks({});
    m_highlight->setFocus(std::nullopt);
    m_figureScene.reset();
    const QSize room = contentsRect().size(); // whether or not a scroll bar stands in it now
    m_room = room;
    if (m_figure && room.width() > 50 && room.height() > 20) {
        const double scale = pixelsPerPoint();
        const QSizeF narrower(room.width() - style()->pixelMetric(QStyle::PM_ScrollBarExtent), room.height());
        // Decided here and not by the view: a scroll bar takes width, which may change the height again.
        const double least = leastHeight(*m_figure, m_styles, room.width() / scale, FigureLayout::screen());
        const bool scrolls = least * scale > room.height() + 0.5;
        setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
        m_figureScene = buildScene(*m_figure, m_styles, (scrolls ? narrower : QSizeF(room)) / scale,
                                   FigureLayout::screen());
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
    // A scroll bar that comes or goes changes the viewport, not the room.
    if (m_expecting || contentsRect().size() == m_room)
        return;
    const int place = m_place;
    const int row = focusRow();
    layOut();
    showPlaceAgain(place, row);
}

int FigureView::naturalHeight(const Figure &figure, const Catalogue &catalogue) const
{
    const double scale = pixelsPerPoint();
    const double room = contentsRect().width() / scale;
    return int(std::ceil(preferredHeight(figure, OriginStyles(catalogue), room, FigureLayout::screen()) * scale));
}

QSize FigureView::minimumSizeHint() const
{
    return {240, 130};
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

// A row may have two marks: the one that the keyboard was on comes before the first.
void FigureView::showPlaceAgain(int place, int row)
{
    const auto count = m_figureScene ? int(m_figureScene->places().size()) : 0;
    if (place >= 0 && place < count && m_figureScene->places()[std::size_t(place)].row == row)
        showPlace(place);
    else
        setFocusRow(row);
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
    m_said.clear();
    if (place < 0) {
        m_highlight->setFocus(std::nullopt);
        return;
    }
    const HighlightPlace mark = onScreen(place);
    m_highlight->setFocus(hasFocus() ? std::optional(mark) : std::nullopt);
    ensureVisible(QRectF(mark.middle - QPointF(12, 12), QSizeF(24, 24)), 0, 0);
}

QRect FigureView::placeOnScreen(int place) const
{
    const QRect area = placeRect(place);
    return {viewport()->mapToGlobal(area.topLeft()), area.size()};
}

QRect FigureView::placeRect(int place) const
{
    const HighlightPlace mark = onScreen(place);
    const QRectF aroundMark(mark.middle - QPointF(12, 12), QSizeF(24, 24));
    return mapFromScene(mark.cell.isEmpty() ? aroundMark : mark.cell).boundingRect();
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
        tellWhere();
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
        walk(step->second);
    } else if (plain && m_place >= 0 && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        Q_EMIT rowActivated(focusRow());
    } else if (m_figureScene && plain && event->key() == Qt::Key_Space) {
        if (m_place < 0)
            walk(Step::First);
        if (m_place >= 0)
            Q_EMIT cardWanted();
    } else if (plain && m_place >= 0 && event->key() == Qt::Key_Escape) {
        leaveMarks();
    } else {
        event->ignore(); // the single-letter shortcuts and Page Down belong to the window
    }
}

void FigureView::walk(Step step)
{
    showPlace(stepPlace(*m_figureScene, m_place, step));
    if (m_place < 0)
        return;
    Q_EMIT rowHovered(focusRow());
    tellWhere();
}

void FigureView::leaveMarks()
{
    showPlace(-1);
    Q_EMIT rowHovered(-1);
    tellWhere();
}

void FigureView::tellWhere()
{
    if (hasFocus())
        tellFocus(*this);
}

void FigureView::say(const QString &text)
{
    if (m_place < 0)
        return;
    if (!m_said.isEmpty()) { // the same text again counts as a change only after another one
        m_said.clear();
        tellText(*this, m_said);
    }
    m_said = text;
    tellText(*this, text);
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
    // Queued: Qt itself tells of the figure as a whole after this.
    if (m_place >= 0)
        QMetaObject::invokeMethod(this, &FigureView::tellWhere, Qt::QueuedConnection);
}

void FigureView::focusOutEvent(QFocusEvent *event)
{
    QGraphicsView::focusOutEvent(event);
    m_highlight->setFocus(std::nullopt);
}

} // namespace evenredig
