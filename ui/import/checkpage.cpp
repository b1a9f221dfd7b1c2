#include "ui/import/checkpage.h"

#include "ui/base/text.h"
#include "ui/import/ledgermodel.h"
#include "ui/import/notelabel.h"
#include "ui/import/qualityview.h"
#include "ui/import/tablelook.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace evenredig {

using namespace Qt::StringLiterals;

QTableView *makeLedgerView(LedgerModel &model, QWidget *parent)
{
    auto *view = new QTableView(parent);
    view->setModel(&model);
    view->setAccessibleName(CheckPage::tr("Ledger"));
    dressTable(*view);
    view->setWordWrap(false);
    view->verticalHeader()->setDefaultSectionSize(24);
    QHeaderView *header = view->horizontalHeader();
    header->setSectionResizeMode(LedgerModel::Reason, QHeaderView::Stretch);
    header->resizeSection(LedgerModel::Kind, 106);
    header->resizeSection(LedgerModel::Line, 62);
    header->resizeSection(LedgerModel::Name, 84);
    header->resizeSection(LedgerModel::Value, 84);
    header->resizeSection(LedgerModel::Count, 58);
    return view;
}

CheckPage::CheckPage(ImportSession &session, const ImportWords &words, QWidget *parent)
    : QWidget(parent), m_session(session), m_words(words), m_open(new QLabel(this)), m_questions(new NoteLabel(this)),
      m_ledger(new LedgerModel(words, this)), m_ledgerView(makeLedgerView(*m_ledger, this)),
      m_quality(new QualityView(session.catalogue(), words, this))
{
    auto *title = new QLabel(tr("Before it goes in"), this);
    title->setObjectName(u"cardTitle"_s);
    m_open->setTextFormat(Qt::PlainText);
    m_open->setWordWrap(true);
    auto *ledger = new QLabel(tr("LEDGER"), this);
    ledger->setObjectName(u"paneHead"_s);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(14, 12, 14, 10);
    page->setSpacing(8);
    page->addWidget(title);
    page->addWidget(m_open);
    page->addWidget(m_questions);
    page->addWidget(m_quality, 3);
    page->addWidget(ledger);
    page->addWidget(m_ledgerView, 2);
    connect(&session, &ImportSession::draftChanged, this, &CheckPage::follow);
    connect(&session, &ImportSession::trialChanged, this, &CheckPage::follow);
    follow();
}

// Names of indicators as they stand in the window's list.
void CheckPage::followQuestions(const std::optional<ImportTrial> &trial)
{
    m_questions->setVisible(trial.has_value());
    if (!trial)
        return;
    QStringList names, unused = qstrings(trial->unused);
    for (const std::string &id : trial->askable) {
        if (const Indicator *indicator = m_session.catalogue().indicator(id))
            names << qstring(indicator->label.in(m_words.language));
    }
    const QString what = names.isEmpty()
                             ? tr("None of the indicators can be asked of this file yet: no column has become "
                                  "the variable that one of them is about.")
                             : tr("You will be able to ask: %1.").arg(names.join(u", "_s));
    m_questions->setText(
        unused.isEmpty() ? what : what + u'\n' + tr("Stored, but not used by these: %1.").arg(unused.join(u", "_s)));
}

void CheckPage::follow()
{
    QStringList lines;
    for (const OpenPoint &point : m_session.openPoints()) {
        const QString mark = point.level == OpenPoint::Level::Blocks ? u"✕ "_s : u"! "_s;
        lines << mark + qstring(openPointText(point, m_words.language));
    }
    m_open->setText(lines.isEmpty() ? tr("Nothing is open.") : lines.join(u'\n'));
    const std::optional<ImportTrial> &trial = m_session.trial();
    followQuestions(trial);
    m_ledger->setEntries(trial ? trial->ledger : std::vector<LedgerEntry>());
    m_quality->setVisible(trial && trial->quality);
    if (trial && trial->quality)
        m_quality->setQuality(*trial->quality);
    else
        m_quality->clear();
}

} // namespace evenredig
