// The figure for a room: full screen with larger type; and larger or smaller type at the desk.
#pragma once

#include <QObject>

#include <vector>

class QMainWindow;

namespace evenredig {

class FigureView;

/// GUI thread only. What is around the figure is hidden while it fills the screen, and comes back as it was.
class Presenting final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Presenting)

public:
    Presenting(QMainWindow &window, FigureView &view, std::vector<QWidget *> around);

    [[nodiscard]] bool isOn() const { return m_on; }
    void setOn(bool on);
    enum class Step { Smaller, Usual, Larger };
    void scale(Step step);
    [[nodiscard]] double zoom() const;

Q_SIGNALS:
    void changed(bool on);

private:
    QMainWindow &m_window;
    FigureView &m_view;
    std::vector<QWidget *> m_around;
    std::vector<QWidget *> m_hidden; ///< those that were visible
    bool m_on = false;
    bool m_wasFull = false, m_wasMaximized = false;
    int m_step = 0; ///< steps above the usual size
};

} // namespace evenredig
