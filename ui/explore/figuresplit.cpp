#include "ui/explore/figuresplit.h"

#include "ui/explore/detailpane.h"
#include "ui/explore/figurepane.h"
#include "ui/explore/sentencebox.h"
#include "ui/session/session.h"

#include <algorithm>

namespace evenredig {

namespace {
constexpr int leastDetail = 112; // tabs, heads and three rows
} // namespace

FigureSplit::FigureSplit(Session &session, FigurePane &figure, DetailPane &detail, QWidget *parent)
    : QSplitter(Qt::Vertical, parent), m_session(session), m_figure(figure), m_detail(detail)
{
    setObjectName(QStringLiteral("split"));
    setHandleWidth(1);
    setChildrenCollapsible(false);
    addWidget(&figure);
    addWidget(&detail);
    setStretchFactor(0, 1);
    connect(this, &QSplitter::splitterMoved, this, [this] { m_moved = true; });
    connect(&detail, &DetailPane::roomWanted, this, &FigureSplit::openDetail);
    connect(&figure, &FigurePane::aboutToShow, this, &FigureSplit::divide);
}

void FigureSplit::divide()
{
    if (m_moved || !m_session.answer())
        return;
    const int total = height() - handleWidth();
    int detail = leastDetail;
    if (m_session.answer()->question.ask == Ask::Overview) {
        detail = m_detail.closedHeight();
    } else {
        const int natural = m_figure.naturalHeight();
        detail = std::clamp(total - (natural > 0 ? natural : total), leastDetail,
                            std::max(leastDetail, m_detail.naturalHeight()));
    }
    setSizes({total - detail, detail});
}

void FigureSplit::openDetail()
{
    if (m_detail.height() >= leastDetail)
        return;
    const int total = height() - handleWidth();
    const int detail = std::clamp(m_detail.naturalHeight(), leastDetail, std::max(leastDetail, total / 2));
    setSizes({total - detail, detail});
}

void FigureSplit::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    m_figure.sentences()->setRoom(height());
    divide();
}

} // namespace evenredig
