#include "ui/explore/figurepane.h"

#include "ui/base/text.h"
#include "ui/charts/figureview.h"
#include "ui/explore/cardpane.h"
#include "ui/explore/messagepage.h"
#include "ui/explore/pinboard.h"
#include "ui/explore/sentencebox.h"
#include "ui/explore/welcomepage.h"
#include "ui/session/session.h"

#include <QEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace evenredig {

namespace {
constexpr int side = 22; ///< white beside the figure and its sentences
}

FigurePane::FigurePane(Session &session, QWidget *parent)
    : QStackedWidget(parent), m_session(session), m_welcome(new WelcomePage(this)), m_figurePage(new QWidget(this)),
      m_view(new FigureView(m_figurePage)), m_board(new PinBoard(session, m_view, m_figurePage)),
      m_sentences(new SentenceBox(m_figurePage)), m_message(new MessagePage(this))
{
    setObjectName(QStringLiteral("figurePane"));
    createFigurePage();
    addWidget(m_welcome);
    addWidget(m_figurePage);
    addWidget(m_message);
    connect(&session, &Session::figureChanged, this, &FigurePane::showFigure);
    connect(&session, &Session::failed, this, &FigurePane::showMessage);
    connect(&session, &Session::workspaceChanged, this, &FigurePane::showHint);
    connect(m_view, &FigureView::rowHovered, &session, &Session::look);
    connect(m_view, &FigureView::rowActivated, &session, &Session::highlight);
    connect(m_view, &FigureView::cardWanted, this, [this] { m_view->say(spokenCard(m_session.card())); });
    connect(m_message, &MessagePage::backWanted, this, &FigurePane::goBack);
}

void FigurePane::createFigurePage()
{
    auto *column = new QVBoxLayout(m_figurePage);
    column->setContentsMargins(side - 8, 10, side - 4, 10);
    column->setSpacing(8);
    column->addWidget(m_board, 1);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 0, 0, 0);
    row->addWidget(m_sentences);
    column->addLayout(row);
}

void FigurePane::showFigure()
{
    // First the room that the figure will have, then the figure: it is laid out once.
    m_view->expectFigure();
    m_sentences->setSentences(qstrings(m_session.figure().sentences));
    Q_EMIT aboutToShow();
    m_figurePage->layout()->activate();
    m_view->setFigure(m_session.figure(), m_session.workspace()->catalogue);
    if (currentWidget() == m_figurePage)
        return;
    setCurrentWidget(m_figurePage);
    // The keys of the figure work at once; who is typing is not interrupted.
    if (!qobject_cast<QLineEdit *>(window()->focusWidget()))
        m_view->setFocus(Qt::OtherFocusReason);
}

int FigurePane::naturalHeight() const
{
    if (!m_session.workspace() || !m_board->pinned().empty())
        return 0;
    const int figure = m_view->naturalHeight(m_session.figure(), m_session.workspace()->catalogue);
    const QMargins margins = m_figurePage->layout()->contentsMargins();
    const int sentences = m_sentences->isHidden()
                              ? 0
                              : m_sentences->sizeHint().height() + m_figurePage->layout()->spacing();
    return figure + sentences + margins.top() + margins.bottom();
}

void FigurePane::showMessage(const QString &sentence)
{
    m_message->setMessage(sentence, MessagePage::Way::Back);
    setCurrentWidget(m_message);
}

void FigurePane::showHint()
{
    if (m_session.question())
        return;
    m_message->setMessage(tr("Choose an indicator at the left."), MessagePage::Way::None);
    setCurrentWidget(m_message);
}

// A question that failed is undone; a file that did not open leaves the figure, or the welcome, as it was.
void FigurePane::goBack()
{
    const bool answered = m_session.answer() && m_session.question()
                          && m_session.answer()->question == *m_session.question();
    if (answered)
        showFigure();
    else if (m_session.history().canUndo())
        m_session.history().undo();
    else
        setCurrentWidget(m_welcome);
}

void FigurePane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showHint();
    QStackedWidget::changeEvent(event);
}

} // namespace evenredig
