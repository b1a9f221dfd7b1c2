#include "ui/import/twowaysbox.h"

#include "ui/base/text.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace evenredig {

using namespace Qt::StringLiterals;

namespace {
constexpr std::size_t examplesNamed = 5;
}

TwoWaysBox::TwoWaysBox(ImportSession &session, ImportWords words, QWidget *parent)
    : QFrame(parent), m_session(session), m_words(std::move(words)), m_head(new QLabel(this)),
      m_question(new QLabel(this)), m_choices(new QButtonGroup(this)), m_large(new QRadioButton(this)),
      m_small(new QRadioButton(this)), m_nothing(new QRadioButton(tr("unreadable: leave empty, into the ledger"), this))
{
    setObjectName(u"askBox"_s);
    m_head->setObjectName(u"askHead"_s);
    for (QLabel *label : {m_head, m_question}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_choices->addButton(m_large, int(TwoWayValue::Choice::Large));
    m_choices->addButton(m_small, int(TwoWayValue::Choice::Small));
    m_choices->addButton(m_nothing, int(TwoWayValue::Choice::Unreadable));
    auto *row = new QHBoxLayout;
    row->setSpacing(18);
    for (QRadioButton *button : {m_large, m_small, m_nothing})
        row->addWidget(button);
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(4);
    column->addWidget(m_head);
    column->addWidget(m_question);
    column->addLayout(row);
    connect(m_choices, &QButtonGroup::idClicked, this, &TwoWaysBox::take);
    hide();
}

void TwoWaysBox::setColumn(const std::string &from)
{
    m_from = from;
    const DraftColumn *column = m_session.draft().column(from);
    setVisible(column && !column->twoWays.empty());
    if (isHidden())
        return;
    const TwoWayValue &first = column->twoWays.front();
    const QString value = qstring(first.value);
    m_head->setText(tr("%1, line %2: “%3”").arg(qstring(column->name), m_words.number(double(first.firstLine)), value));
    m_question->setText(sentence(*column));
    QString small = qstring(first.small);
    small.replace(u'.', qstring(m_words.numbers.decimal));
    m_large->setText(qstring(first.large));
    m_small->setText(small);
    m_choices->setExclusive(false);
    for (QAbstractButton *button : m_choices->buttons())
        button->setChecked(column->twoWaysSettled && m_choices->id(button) == int(first.choice));
    m_choices->setExclusive(true);
}

QString TwoWaysBox::sentence(const DraftColumn &column) const
{
    long rows = 0;
    QStringList examples;
    for (const TwoWayValue &value : column.twoWays) {
        rows += value.count;
        if (examples.size() < qsizetype(examplesNamed))
            examples << qstring(value.value);
    }
    const QString question =
        rows == 1 ? tr("In one row this can be read two ways: %1. Which number is meant?").arg(examples.join(u"; "_s))
                  : tr("In %1 rows this can be read two ways: %2. Which number is meant?")
                        .arg(m_words.number(double(rows)), examples.join(u"; "_s));
    return column.twoWaysSettled ? question : question + u' ' + tr("Until you choose, they count as unreadable.");
}

void TwoWaysBox::take(int choice)
{
    m_session.edit([from = m_from, choice](Draft &draft) {
        DraftColumn *column = draft.column(from);
        for (TwoWayValue &value : column->twoWays)
            value.choice = static_cast<TwoWayValue::Choice>(choice);
        column->twoWaysSettled = true;
    });
}

} // namespace evenredig
