#include "ui/import/bandsfield.h"

#include "ui/base/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalBlocker>

#include <algorithm>

namespace evenredig {

using namespace Qt::StringLiterals;

// A comma parts numbers only where a blank follows: "15,5" is one number in Dutch.
std::optional<std::vector<double>> readBands(const QString &text, const NumberFormat &numbers)
{
    static const QRegularExpression between(u"\\s*;\\s*|,?\\s+"_s);
    std::vector<double> bands;
    for (const QString &part : text.trimmed().split(between, Qt::SkipEmptyParts)) {
        const std::optional<double> number = readNumber(part.toStdString(), numbers);
        if (!number || (!bands.empty() && *number <= bands.back()))
            return std::nullopt;
        bands.push_back(*number);
    }
    return bands;
}

BandsField::BandsField(ImportSession &session, ImportWords words, QWidget *parent)
    : QWidget(parent), m_session(session), m_words(std::move(words)), m_ends(new QLineEdit(this)),
      m_fault(new QLabel(tr("ascending numbers, for example 15; 25; 35"), this))
{
    auto *label = new QLabel(tr("Also in &bands, from"), this);
    label->setBuddy(m_ends);
    m_ends->setPlaceholderText(tr("no bands"));
    m_fault->setObjectName(u"warn"_s);
    m_fault->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_ends, 1);
    row->addWidget(m_fault);
    connect(m_ends, &QLineEdit::editingFinished, this, &BandsField::take);
    hide();
}

QString BandsField::written(const std::vector<double> &bands) const
{
    QStringList ends;
    for (const double end : bands)
        ends << m_words.number(end, end == double(int(end)) ? 0 : 2);
    return ends.join(u"; "_s);
}

void BandsField::setColumn(const std::string &from)
{
    const bool same = from == m_from;
    m_from = from;
    const DraftColumn *column = m_session.draft().column(from);
    setVisible(column && column->number);
    if (isHidden() || (same && m_ends->hasFocus()))
        return;
    const QSignalBlocker quiet(m_ends);
    m_ends->setText(written(column->bands));
    m_fault->hide();
}

void BandsField::take()
{
    const std::optional<std::vector<double>> bands = readBands(m_ends->text(), m_words.numbers);
    m_fault->setVisible(!bands);
    const DraftColumn *column = m_session.draft().column(m_from);
    if (!bands || !column || *bands == column->bands)
        return;
    m_session.edit([from = m_from, &bands](Draft &draft) {
        DraftColumn &one = *draft.column(from);
        one.bands = *bands;
        if (one.bandsAs.empty())
            one.bandsAs = (one.variable.empty() ? one.name : one.variable) + "_band";
    });
}

} // namespace evenredig
