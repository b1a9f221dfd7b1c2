#include "ui/presenting.h"

#include "ui/charts/figurelayout.h"
#include "ui/charts/figureview.h"

#include <QMainWindow>

#include <algorithm>
#include <cmath>

namespace evenredig {

namespace {

constexpr double pointsInARoom = 20; // read from the last row
constexpr double stepSize = 1.15;
constexpr int leastStep = -2, mostStep = 6;

} // namespace

Presenting::Presenting(QMainWindow &window, FigureView &view, std::vector<QWidget *> around)
    : QObject(&window), m_window(window), m_view(view), m_around(std::move(around))
{}

double Presenting::zoom() const
{
    const double own = std::pow(stepSize, m_step);
    return m_on ? own * pointsInARoom / FigureLayout::screen().label : own;
}

void Presenting::scale(Step step)
{
    const int next = step == Step::Usual ? 0 : m_step + (step == Step::Larger ? 1 : -1);
    m_step = std::clamp(next, leastStep, mostStep);
    m_view.setZoom(zoom());
}

void Presenting::setOn(bool on)
{
    if (on == m_on)
        return;
    m_on = on;
    if (on) {
        m_hidden.clear();
        for (QWidget *widget : m_around) {
            if (!widget->isHidden())
                m_hidden.push_back(widget);
            widget->hide();
        }
        m_wasMaximized = m_window.isMaximized();
        m_wasFull = m_window.isFullScreen();
        m_window.showFullScreen();
    } else {
        for (QWidget *widget : m_hidden)
            widget->show();
        if (m_wasMaximized)
            m_window.showMaximized();
        else if (!m_wasFull)
            m_window.showNormal();
    }
    m_view.setZoom(zoom());
    m_view.setFocus(Qt::OtherFocusReason);
    Q_EMIT changed(on);
}

} // namespace evenredig
