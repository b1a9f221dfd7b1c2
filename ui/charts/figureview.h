// A figure on the screen, laid out for the room that it has, with the mouse and the arrow keys on its marks.
#pragma once

#include "core/figure/figure.h"
#include "ui/charts/accessiblefigure.h"
#include "ui/charts/originstyle.h"

#include <QGraphicsView>

#include <memory>
#include <optional>

class QGraphicsPixmapItem;

namespace evenredig {

class HighlightItem;
enum class Step;
struct HighlightPlace;

/// The figure is painted once into a pixmap; highlight and focus are an item above it. Hover and keyboard focus
/// say the same: rowHovered. Keys: ← → period (or the next mark of a row), ↑ ↓ group, Home, End, Enter, Space, Esc.
/// To a screen reader it is a table: figureaccess.h.
class FigureView final : public QGraphicsView, public AccessibleFigure {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FigureView)

public:
    explicit FigureView(QWidget *parent = nullptr);
    ~FigureView() override;

    void setFigure(const Figure &figure, const Catalogue &catalogue);
    /// Another figure is about to come: changes of size until then do not lay the old one out again.
    void expectFigure() { m_expecting = true; }
    void clear();
    /// Larger type, for presenting: the figure is laid out in less room and drawn larger.
    void setZoom(double zoom);
    /// Rings around the marks of an answer row (−1: none), as when a table row has the cursor.
    void setHighlightedRow(int row);
    /// Moves the keyboard's place to the first mark of a row (−1: none). Emits nothing.
    void setFocusRow(int row);

    /// Has a screen reader say a text about the mark in focus: what cardWanted() asks for.
    void say(const QString &text);

    [[nodiscard]] int focusRow() const;
    [[nodiscard]] int focusPlace() const override { return m_place; }
    [[nodiscard]] const Figure *figure() const override { return m_figure ? &*m_figure : nullptr; }
    [[nodiscard]] int tableRevision() const override { return m_tableRevision; }
    [[nodiscard]] int layoutRevision() const override { return m_layoutRevision; }
    [[nodiscard]] const QString &said() const override { return m_said; }
    [[nodiscard]] const FigureScene *figureScene() const override { return m_figureScene.get(); }
    /// Where the mark of a row is in the viewport, for a card beside it.
    [[nodiscard]] std::optional<QPoint> markPoint(int row) const;
    /// What a place takes of the viewport.
    [[nodiscard]] QRect placeRect(int place) const;
    [[nodiscard]] QRect placeOnScreen(int place) const override;
    /// The height in pixels at which a figure looks best in the width of the view.
    [[nodiscard]] int naturalHeight(const Figure &figure, const Catalogue &catalogue) const;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void rowHovered(int row); ///< −1 when the mouse leaves the marks
    void rowActivated(int row);
    void cardWanted(); ///< Space: all that is known of the mark in focus, to be said aloud

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void setSpoken(const Figure &figure);
    void changeTable();
    void layOut();
    void renderPixmap();
    void showPlace(int place);
    void showPlaceAgain(int place, int row);
    void walk(Step step);
    void leaveMarks();
    void tellWhere();
    [[nodiscard]] HighlightPlace onScreen(int place) const;
    void hover(int row);
    [[nodiscard]] double pixelsPerPoint() const;
    [[nodiscard]] std::optional<int> rowAt(QPoint viewportPoint) const;

    std::optional<Figure> m_figure;
    OriginStyles m_styles;
    std::unique_ptr<FigureScene> m_figureScene;
    QGraphicsScene m_screen; ///< the pixmap and the highlight; its unit is the pixel
    QGraphicsPixmapItem *m_pixmap = nullptr;
    HighlightItem *m_highlight = nullptr;
    double m_zoom = 1;
    double m_renderedRatio = 0;
    bool m_expecting = false;
    QSize m_room;     ///< what the figure was laid out for
    int m_place = -1; ///< index of FigureScene::places() that the keyboard is on
    int m_hovered = -1;
    int m_tableRevision = 0;
    int m_layoutRevision = 0;
    QString m_said;
};

} // namespace evenredig
