#include "ui/explore/questiontab.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyleOptionFocusRect>

namespace evenredig {

namespace {
constexpr int line = 3;
} // namespace

QuestionTab::QuestionTab(int number, QWidget *parent) : QAbstractButton(parent), m_number(number)
{
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::toggled, this, &QWidget::updateGeometry); // the heavier type is wider
}

void QuestionTab::setRoom(Room room)
{
    if (m_room == room)
        return;
    m_room = room;
    updateGeometry();
    update();
}

// The free space left and right.
int QuestionTab::side() const
{
    return m_room == Room::Tight ? 3 : 6;
}

// Between number and name.
int QuestionTab::gap() const
{
    return m_room == Room::Tight ? 3 : 5;
}

int QuestionTab::tabHeight() const
{
    return m_room == Room::TwoRows ? 30 : 40;
}

QFont QuestionTab::nameFont() const
{
    QFont result = font();
    if (m_room == Room::Tight)
        result.setPixelSize(result.pixelSize() * 12 / 13);
    result.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
    return result;
}

QFont QuestionTab::numberFont() const
{
    QFont result = font();
    result.setPixelSize(QFontMetrics(result).height() * 10 / 16);
    return result;
}

QSize QuestionTab::sizeHint() const
{
    const int number = QFontMetrics(numberFont()).horizontalAdvance(QString::number(m_number));
    return {2 * side() + number + gap() + QFontMetrics(nameFont()).horizontalAdvance(text()) + 1, tabHeight()};
}

QSize QuestionTab::minimumSizeHint() const
{
    return {4 * side(), tabHeight()};
}

void QuestionTab::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor faint = palette().color(QPalette::PlaceholderText);
    const QColor ink = isEnabled() ? palette().color(QPalette::Text) : faint;
    const QColor accent = palette().color(QPalette::Highlight);
    const QString number = QString::number(m_number);
    const QFontMetrics names(nameFont());
    const int baseline = (tabHeight() - line + names.ascent() - names.descent()) / 2 + 1;

    painter.setFont(numberFont());
    painter.setPen(faint);
    painter.drawText(side(), baseline, number);
    const int left = side() + painter.fontMetrics().horizontalAdvance(number) + gap();
    painter.setFont(nameFont());
    painter.setPen(underMouse() && isEnabled() ? accent : ink);
    painter.drawText(left, baseline, names.elidedText(text(), Qt::ElideRight, width() - left));
    if (isChecked())
        painter.fillRect(0, tabHeight() - line, width(), line, accent);
    if (hasFocus()) {
        painter.setPen(QPen(accent, 1));
        painter.drawRect(rect().adjusted(1, 4, -2, -line - 3));
    }
}

} // namespace evenredig
