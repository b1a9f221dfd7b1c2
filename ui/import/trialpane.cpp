#include "ui/import/trialpane.h"

#include "ui/base/text.h"
#include "ui/import/notelabel.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace evenredig {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype asideShown = 3;
constexpr int roomBeside = 40; ///< margins and scroll bar
constexpr int widest = 360;
/// Below it there is no statement on a generation.
const std::int64_t fewest = Indicator().minimumN;

QLabel *cell(QWidget *parent, const QString &text, Qt::Alignment alignment = Qt::AlignLeft)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(alignment | Qt::AlignVCenter);
    return label;
}

void empty(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

QLabel *head(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(u"paneHead"_s);
    return label;
}

} // namespace

TrialPane::TrialPane(ImportSession &session, ImportWords words, QWidget *parent)
    : QWidget(parent), m_session(session), m_words(std::move(words)), m_state(new NoteLabel(this)),
      m_try(new QPushButton(tr("Try it now"), this)), m_result(new QWidget(this)), m_counts(new QGridLayout),
      m_aside(new NoteLabel(this)), m_asideHead(head(this)), m_groups(new QGridLayout), m_groupsHead(head(this)),
      m_remark(new NoteLabel(this))
{
    auto *title = new QLabel(tr("Ledger"), this);
    title->setObjectName(u"cardTitle"_s);
    for (QLabel *label : {m_state, m_aside, m_remark})
        label->setObjectName(u"quiet"_s);
    m_counts->setVerticalSpacing(6);
    m_groups->setVerticalSpacing(5);
    m_groups->setHorizontalSpacing(10);
    m_groups->setColumnStretch(0, 1);
    m_counts->setColumnStretch(0, 1);
    auto *column = new QVBoxLayout(m_result);
    column->setContentsMargins(0, 0, 6, 0);
    column->setSpacing(8);
    column->addLayout(m_counts);
    column->addWidget(m_asideHead);
    column->addWidget(m_aside);
    column->addWidget(m_groupsHead);
    column->addLayout(m_groups);
    column->addWidget(m_remark);
    column->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"plainScroll"_s);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_result);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(14, 12, 8, 10);
    page->setSpacing(8);
    page->addWidget(title);
    page->addWidget(m_state);
    page->addWidget(m_try);
    page->addWidget(scroll, 1);
    connect(m_try, &QPushButton::clicked, &session, &ImportSession::tryNow);
    connect(&session, &ImportSession::trialChanged, this, &TrialPane::follow);
    connect(&session, &ImportSession::busyChanged, this, &TrialPane::follow);
    follow();
}

void TrialPane::follow()
{
    const std::optional<ImportTrial> &trial = m_session.trial();
    m_try->setVisible(!trial && !m_session.isTrying() && m_session.isReady() && !m_session.triesByItself());
    if (m_session.isTrying() || m_session.isLooking())
        m_state->setText(tr("Reading …"));
    else if (m_session.fault())
        m_state->setText(qstring(message(*m_session.fault(), m_words.language)));
    else if (!m_session.isReady())
        m_state->setText(tr("Once origin and period are known, the numbers stand here."));
    else
        m_state->setText(trial ? QString() : tr("A large file: it is gone through when you ask for it."));
    m_state->setVisible(!m_state->text().isEmpty());
    clear();
    m_result->setVisible(trial.has_value());
    if (!trial)
        return;
    showCounts(trial->report.counts);
    showAside(trial->ledger);
    if (trial->quality)
        showGroups(*trial->quality);
}

void TrialPane::clear()
{
    empty(*m_counts);
    empty(*m_groups);
    for (QLabel *label : {m_aside, m_asideHead, m_groupsHead, m_remark})
        label->hide();
}

void TrialPane::showCounts(const ImportCounts &counts)
{
    const auto add = [this](const QString &name, long count) {
        const int row = m_counts->rowCount();
        m_counts->addWidget(cell(m_result, name), row, 0);
        auto *number = cell(m_result, m_words.number(double(count)), Qt::AlignRight);
        number->setObjectName(u"strong"_s);
        m_counts->addWidget(number, row, 1);
    };
    add(tr("rows read"), counts.rowsRead);
    add(tr("rows kept"), counts.rowsKept);
    add(tr("rows set aside"), counts.rowsSetAside);
    add(tr("values unreadable"), counts.valuesUnreadable);
}

void TrialPane::showAside(const std::vector<LedgerEntry> &ledger)
{
    QStringList lines;
    for (const LedgerEntry &entry : ledger) {
        if (entry.kind != LedgerEntry::Kind::Row || entry.line == 0 || lines.size() == asideShown)
            continue;
        QString line = tr("line %1").arg(m_words.number(double(entry.line)));
        if (!entry.column.empty())
            line += u", "_s + qstring(entry.column) + u": “"_s + qstring(entry.value) + u"”"_s;
        lines << line + u". "_s + m_words.ledgerReason(entry);
    }
    m_aside->setText(lines.join(u"\n"_s));
    m_asideHead->setText(tr("SET ASIDE"));
    m_aside->setVisible(!lines.isEmpty());
    m_asideHead->setVisible(!lines.isEmpty());
}

void TrialPane::showGroups(const DatasetQuality &quality)
{
    const Catalogue &catalogue = m_session.catalogue();
    m_groupsHead->setText(tr("PEOPLE PER ORIGIN"));
    m_groupsHead->show();
    const std::array<std::pair<const char *, QString>, 3> generations{
        {{"first", tr("first")}, {"second", tr("second")}, {"total", tr("all")}}};
    for (int column = 0; column < 3; ++column)
        m_groups->addWidget(cell(m_result, generations[std::size_t(column)].second, Qt::AlignRight), 0, column + 1);
    QStringList small;
    int row = 1;
    for (const QualityOrigin &origin : quality.origins) {
        const QString name = m_words.shortOrigin(origin.origin, quality.classification, catalogue);
        auto *label = cell(m_result, name);
        label->setWordWrap(true);
        m_groups->addWidget(label, row, 0);
        for (int column = 0; column < 3; ++column) {
            const auto &[id, heading] = generations[std::size_t(column)];
            const QualityGroup *group = quality.group(origin.origin, id);
            auto *number = cell(m_result, group ? m_words.number(double(group->n)) : u"–"_s, Qt::AlignRight);
            const bool few = group && group->n < fewest && column < 2;
            if (few) {
                number->setObjectName(u"warn"_s);
                small << tr("%1, %2 (%3)").arg(name, heading, m_words.number(double(group->n)));
            }
            m_groups->addWidget(number, row, column + 1);
        }
        ++row;
    }
    m_remark->setText(tr("Too few for statements by generation (minimum %1): %2.")
                          .arg(m_words.number(double(fewest)), small.join(u"; "_s)));
    m_remark->setVisible(!small.isEmpty());
    // Once the new labels are laid out, so that no number is cut off at the right.
    QTimer::singleShot(0, this,
                       [this] { setMinimumWidth(std::min(m_result->minimumSizeHint().width() + roomBeside, widest)); });
}

} // namespace evenredig
