#include "ui/import/qualityview.h"

#include "core/quality/qualitytext.h"
#include "ui/base/text.h"
#include "ui/import/tablelook.h"

#include <QHeaderView>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTableView>

#include <algorithm>

namespace evenredig {

using namespace Qt::StringLiterals;

namespace {

constexpr int textsOnly = 99;

QString dash()
{
    return u"–"_s;
}

} // namespace

QualityView::QualityView(const Catalogue &catalogue, ImportWords words, QWidget *parent)
    : QTabWidget(parent), m_catalogue(catalogue), m_words(std::move(words))
{
    setObjectName(u"detail"_s);
    setDocumentMode(true);
    tabBar()->setDrawBase(false);
    m_usable = addSheet(tr("Usable for"));
    m_groups = addSheet(tr("Numbers and weights"));
    m_missing = addSheet(tr("Missing"));
    m_changes = addSheet(tr("Code lists"));
}

QualityView::Sheet QualityView::addSheet(const QString &title)
{
    Sheet sheet;
    sheet.view = new QTableView(this);
    sheet.model = new QStandardItemModel(sheet.view);
    sheet.view->setModel(sheet.model);
    sheet.view->setAccessibleName(title);
    dressTable(*sheet.view);
    sheet.view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    sheet.view->setWordWrap(true);
    addTab(sheet.view, title);
    return sheet;
}

void QualityView::clear()
{
    for (const Sheet *sheet : {&m_usable, &m_groups, &m_missing, &m_changes})
        sheet->model->clear();
}

void QualityView::setQuality(const DatasetQuality &quality)
{
    clear();
    showUsable(quality);
    showGroups(quality);
    showMissing(quality);
    showChanges(quality);
    for (const Sheet *sheet : {&m_usable, &m_groups, &m_missing, &m_changes})
        sheet->view->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
}

void QualityView::addRow(const Sheet &sheet, const QStringList &texts, int numbersFrom)
{
    QList<QStandardItem *> items;
    for (qsizetype place = 0; place < texts.size(); ++place) {
        auto *item = new QStandardItem(texts[place]);
        item->setTextAlignment(place >= numbersFrom ? Qt::AlignRight | Qt::AlignVCenter
                                                    : Qt::AlignLeft | Qt::AlignVCenter);
        item->setToolTip(texts[place].toHtmlEscaped());
        items << item;
    }
    sheet.model->appendRow(items);
}

void QualityView::showUsable(const DatasetQuality &quality)
{
    setHeadings(*m_usable.model, {tr("origin"), tr("level"), tr("development"), tr("by generation"), tr("why")},
                textsOnly);
    for (const QualityOrigin &origin : quality.origins) {
        const Usability &usable = origin.usable;
        QStringList why;
        for (const Reason *reason : {&usable.levelWhy, &usable.trendWhy, &usable.generationsWhy}) {
            const QString sentence = reason->key.empty() ? QString()
                                                         : qstring(qualityReason(*reason, m_words.language));
            if (!sentence.isEmpty() && !why.contains(sentence))
                why << sentence;
        }
        addRow(m_usable,
               {m_words.origin(origin.origin, quality.classification, m_catalogue), ImportWords::usable(usable.level),
                ImportWords::usable(usable.trend), ImportWords::usable(usable.generations), why.join(u"; "_s)},
               textsOnly);
    }
    QHeaderView *header = m_usable.view->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(4, QHeaderView::Stretch);
}

void QualityView::showGroups(const DatasetQuality &quality)
{
    QStringList labels{tr("origin"), tr("generation"), tr("rows")};
    if (quality.weighted)
        labels << tr("sum of weights") << tr("effective n") << tr("design effect") << tr("CV") << tr("least")
               << tr("most") << tr("extreme");
    const bool several = quality.periods.size() > 1;
    if (several)
        labels.prepend(tr("period"));
    setHeadings(*m_groups.model, labels, several ? 3 : 2);
    const auto number = [this](const std::optional<double> &value, int decimals) {
        return value ? m_words.number(*value, decimals) : dash();
    };
    for (const QualityGroup &group : quality.groups) {
        QStringList texts{m_words.origin(group.origin, quality.classification, m_catalogue),
                          m_words.generation(group.generation, m_catalogue), m_words.number(double(group.n))};
        if (quality.weighted)
            texts << m_words.number(group.weight) << number(group.nEffective, 0) << number(group.designEffect, 2)
                  << number(group.cv, 2) << number(group.least, 2) << number(group.most, 2)
                  << m_words.number(double(group.extreme));
        if (several)
            texts.prepend(group.period.empty() ? tr("all") : qstring(group.period));
        addRow(m_groups, texts, several ? 3 : 2);
    }
    m_groups.view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
}

// The share of each origin beside that of all: what is missing is seldom missing evenly.
void QualityView::showMissing(const DatasetQuality &quality)
{
    QStringList labels{tr("variable"), tr("missing"), tr("share"), tr("weighted")};
    for (const QualityOrigin &origin : quality.origins)
        labels << m_words.shortOrigin(origin.origin, quality.classification, m_catalogue);
    labels << tr("reasons");
    setHeadings(*m_missing.model, labels, 1);
    for (const QualityMissing &variable : quality.missing) {
        const std::string &label = variable.label.in(m_words.language);
        QStringList texts{qstring(label.empty() ? variable.variable : label), m_words.number(double(variable.missing)),
                          m_words.percent(variable.share()), m_words.percent(variable.weightedShare)};
        for (const QualityOrigin &origin : quality.origins) {
            const auto group = std::ranges::find_if(variable.groups, [&origin](const QualityMissing::Group &one) {
                return one.origin == origin.origin && one.generation == "total";
            });
            const bool counted = group != variable.groups.end() && group->rows > 0;
            texts << (counted ? m_words.percent(double(group->missing) / double(group->rows)) : dash());
        }
        QStringList reasons;
        for (const auto &[reason, count] : variable.reasons)
            reasons << tr("%1: %2").arg(ImportWords::absence(reason), m_words.number(double(count)));
        addRow(m_missing, texts << reasons.join(u"; "_s), 1);
    }
    QHeaderView *header = m_missing.view->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setStretchLastSection(true);
}

void QualityView::showChanges(const DatasetQuality &quality)
{
    setHeadings(*m_changes.model, {tr("variable"), tr("compared with"), tr("new codes"), tr("gone")}, textsOnly);
    for (const CodeListChange &change : quality.changes) {
        const std::string &label = change.label.in(m_words.language);
        addRow(m_changes,
               {qstring(label.empty() ? change.variable : label), qstring(change.previous),
                qstrings(change.added).join(u", "_s), qstrings(change.gone).join(u", "_s)},
               textsOnly);
    }
    setTabVisible(indexOf(m_changes.view), !quality.previous.empty());
    m_changes.view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
}

} // namespace evenredig
