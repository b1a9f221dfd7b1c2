// What a screen reader has to know of a figure on the screen. Private to ui/charts.
#pragma once

#include <QRect>
#include <QString>

namespace evenredig {

struct Figure;
class FigureScene;

/// A widget that shows a figure: FigureView.
class AccessibleFigure {
public:
    virtual ~AccessibleFigure() = default;

    /// Null when there is none.
    [[nodiscard]] virtual const Figure *figure() const = 0;
    [[nodiscard]] virtual const FigureScene *figureScene() const = 0;
    /// The index in FigureScene::places() that the keyboard is on; −1: none.
    [[nodiscard]] virtual int focusPlace() const = 0;
    /// Another number for every table that reads differently.
    [[nodiscard]] virtual int tableRevision() const = 0;
    /// Another number for every layout of a figure: places() are others.
    [[nodiscard]] virtual int layoutRevision() const = 0;
    /// What was last said of the mark in focus.
    [[nodiscard]] virtual const QString &said() const = 0;
    /// What a place takes of the screen.
    [[nodiscard]] virtual QRect placeOnScreen(int place) const = 0;
};

} // namespace evenredig
