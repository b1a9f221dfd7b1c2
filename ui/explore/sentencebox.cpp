#include "ui/explore/sentencebox.h"

#include "ui/base/wrappedlabel.h"

#include <QEvent>
#include <QResizeEvent>
#include <QScrollBar>

#include <algorithm>

namespace evenredig {

namespace {
constexpr int boxSide = 14;
constexpr int above = 9;
constexpr int leastLines = 2, mostLines = 8;
constexpr int heightPerLine = 90; ///< of the window, for each line that is shown
} // namespace

SentenceBox::SentenceBox(QWidget *parent) : QScrollArea(parent), m_label(new WrappedLabel), m_lines(mostLines)
{
    setObjectName(QStringLiteral("sentenceBox"));
    m_label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_label->setContentsMargins(boxSide, above, boxSide, above);
    m_label->setContextMenuPolicy(Qt::NoContextMenu); // that of the box offers to copy all sentences
    setWidget(m_label);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    retranslate();
}

void SentenceBox::setSentences(const QStringList &sentences)
{
    m_label->setWords(sentences.join(u'\n'));
    verticalScrollBar()->setValue(0);
    setVisible(m_wanted && !sentences.isEmpty());
    takeHeight();
}

// Set here and not asked for by the layouts, which would have the text laid out a dozen times for one figure.
void SentenceBox::takeHeight()
{
    setFixedHeight(neededHeight(width()));
    scrollWhenNeeded();
}

// A bar that came while the box was still low would stay: beside it the text needs a line more, and so the bar.
void SentenceBox::scrollWhenNeeded()
{
    const bool fits = m_label->heightForWidth(width() - 2 * frameWidth()) <= height() - 2 * frameWidth();
    setVerticalScrollBarPolicy(fits ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
}

void SentenceBox::resizeEvent(QResizeEvent *event)
{
    if (event->size().width() != event->oldSize().width())
        takeHeight();
    QScrollArea::resizeEvent(event);
}

void SentenceBox::setWanted(bool wanted)
{
    m_wanted = wanted;
    setVisible(wanted && !m_label->text().isEmpty());
}

void SentenceBox::setRoom(int heightOfWindow)
{
    const int lines = std::clamp(heightOfWindow / heightPerLine, leastLines, mostLines);
    if (lines == m_lines)
        return;
    m_lines = lines;
    takeHeight();
}

QString SentenceBox::text() const
{
    return m_label->text();
}

int SentenceBox::neededHeight(int width) const
{
    const int text = m_label->heightForWidth(width - 2 * frameWidth());
    return std::min(text, m_lines * m_label->fontMetrics().lineSpacing() + 2 * above) + 2 * frameWidth();
}

QSize SentenceBox::sizeHint() const
{
    return {400, neededHeight(std::max(width(), 400))};
}

QSize SentenceBox::minimumSizeHint() const
{
    return {200, m_label->fontMetrics().lineSpacing() + 2 * above};
}

void SentenceBox::retranslate()
{
    m_label->setAccessibleName(tr("Conclusion in words"));
}

void SentenceBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QScrollArea::changeEvent(event);
}

} // namespace evenredig
