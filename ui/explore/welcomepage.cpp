#include "ui/explore/welcomepage.h"

#include <QEvent>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace evenredig {

using namespace Qt::StringLiterals;

namespace {
constexpr int pageWidth = 440;
constexpr qsizetype recentShown = 4;
} // namespace

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_sample(new QPushButton(this)), m_open(new QPushButton(this)),
      m_import(new QPushButton(this)), m_recentHead(new QLabel(this)), m_recent(new QVBoxLayout),
      m_promise(new QLabel(this))
{
    m_title->setObjectName(u"cardBig"_s);
    m_sample->setObjectName(u"accentButton"_s);
    m_recentHead->setObjectName(u"paneHead"_s);
    m_promise->setObjectName(u"quiet"_s);
    m_promise->setWordWrap(true);

    auto *page = new QWidget(this);
    page->setMaximumWidth(pageWidth);
    auto *column = new QVBoxLayout(page);
    column->setSpacing(10);
    column->addWidget(m_title);
    column->addSpacing(6);
    column->addWidget(m_sample);
    column->addWidget(m_open);
    column->addWidget(m_import);
    column->addSpacing(6);
    column->addWidget(m_recentHead);
    column->addLayout(m_recent);
    column->addSpacing(6);
    column->addWidget(m_promise);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(page, 100);
    row->addStretch(1);
    auto *centred = new QVBoxLayout(this);
    centred->addStretch(1);
    centred->addLayout(row);
    centred->addStretch(2);

    connect(m_sample, &QPushButton::clicked, this, &WelcomePage::sampleWanted);
    connect(m_open, &QPushButton::clicked, this, &WelcomePage::openWanted);
    connect(m_import, &QPushButton::clicked, this, &WelcomePage::importWanted);
    setRecentFiles({});
    retranslate();
}

void WelcomePage::setSample(Sample sample)
{
    m_sample->setVisible(sample == Sample::Offered);
}

void WelcomePage::setRecentFiles(const QStringList &files)
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QStringList shown = files.mid(0, recentShown);
    for (const QString &path : shown) {
        auto *button = new QPushButton(QFileInfo(path).completeBaseName(), this);
        button->setToolTip(path.toHtmlEscaped());
        connect(button, &QPushButton::clicked, this, [this, path] { Q_EMIT fileWanted(path); });
        m_recent->addWidget(button);
    }
    m_recentHead->setVisible(!shown.isEmpty());
}

void WelcomePage::retranslate()
{
    m_title->setText(tr("Welcome"));
    m_sample->setText(tr("Open the sample"));
    m_sample->setToolTip(tr("Published figures of the seven groups"));
    m_open->setText(tr("Open a file …"));
    m_import->setText(tr("Import data of your own …"));
    m_recentHead->setText(tr("OPENED BEFORE"));
    m_promise->setText(
        tr("Everything stays on this computer. The program makes no connection to the internet, unless you "
           "fetch a StatLine table yourself."));
}

void WelcomePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace evenredig
