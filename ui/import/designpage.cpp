#include "ui/import/designpage.h"

#include "ui/base/text.h"
#include "ui/import/notelabel.h"
#include "ui/import/tablelook.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace evenredig {

using namespace Qt::StringLiterals;

DesignPage::DesignPage(ImportSession &session, const ImportWords &words, QWidget *parent)
    : QWidget(parent), m_session(session), m_words(words)
{
    createFields();
    createScope();
    auto *title = new QLabel(tr("How the sample was drawn"), this);
    title->setObjectName(u"cardTitle"_s);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(9);
    form->setHorizontalSpacing(14);
    form->addRow(tr("&Weight"), m_weight);
    form->addRow(tr("&Strata"), m_stratum);
    form->addRow(QString(), m_strata);
    form->addRow(tr("C&luster"), m_cluster);
    form->addRow(tr("Size of the &stratum"), m_population);
    form->addRow(tr("Weights hold"), m_acrossGroups);
    form->addRow(QString(), m_withinGroups);
    form->addRow(QString(), m_covers);
    form->addRow(QString(), m_why);
    auto *sums = new QLabel(tr("SUM OF THE WEIGHTS PER ORIGIN"), this);
    sums->setObjectName(u"paneHead"_s);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(14, 12, 14, 10);
    page->setSpacing(10);
    page->addWidget(title);
    page->addLayout(form);
    page->addWidget(sums);
    page->addWidget(m_sums, 1);
    connectFields();
    connect(&session, &ImportSession::draftChanged, this, &DesignPage::follow);
    connect(&session, &ImportSession::trialChanged, this, &DesignPage::followTrial);
    follow();
    followTrial();
}

void DesignPage::createFields()
{
    const auto box = [this](const QString &name) {
        auto *made = new QComboBox(this);
        made->setAccessibleName(name);
        return made;
    };
    m_weight = box(tr("Column with the weight"));
    m_stratum = box(tr("Add a column of the strata"));
    m_cluster = box(tr("Column with the cluster"));
    m_population = box(tr("Column with the size of the stratum"));
    m_strata = new NoteLabel(this);
    m_why = new NoteLabel(this);
    for (QLabel *label : {m_strata, m_why})
        label->setObjectName(u"quiet"_s);
}

void DesignPage::createScope()
{
    m_acrossGroups = new QRadioButton(tr("across groups: they add up to the population"), this);
    m_withinGroups = new QRadioButton(tr("within an origin only: no totals over groups"), this);
    m_scope = new QButtonGroup(this);
    m_scope->addButton(m_acrossGroups, int(WeightScope::Population));
    m_scope->addButton(m_withinGroups, int(WeightScope::WithinOrigin));
    m_covers = new QCheckBox(tr("the sample covers all inhabitants, not these origins alone"), this);
    m_sumsModel = new QStandardItemModel(this);
    m_sums = new QTableView(this);
    m_sums->setModel(m_sumsModel);
    m_sums->setAccessibleName(tr("Sum of the weights per origin"));
    dressTable(*m_sums);
    m_sums->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_sums->verticalHeader()->setDefaultSectionSize(24);
}

void DesignPage::connectFields()
{
    const std::array<std::pair<QComboBox *, ColumnRole>, 3> boxes{
        {{m_weight, ColumnRole::Weight}, {m_cluster, ColumnRole::Cluster}, {m_population, ColumnRole::Population}}};
    for (const auto &entry : boxes) {
        QComboBox *box = entry.first;
        connect(box, &QComboBox::activated, this, [this, box, role = entry.second] { chooseColumn(role, *box); });
    }
    // A stratum may have another role besides: choosing it again takes it back.
    connect(m_stratum, &QComboBox::activated, this, [this] {
        const std::string from = m_stratum->currentData().toString().toStdString();
        if (from.empty())
            return;
        m_session.edit([&from](Draft &draft) {
            DraftColumn *column = draft.column(from);
            if (column->role == ColumnRole::Stratum)
                column->role = ColumnRole::Keep;
            else
                column->stratum = !column->stratum;
        });
    });
    const auto scope = [this] {
        m_session.chooseScope(static_cast<WeightScope>(m_scope->checkedId()), m_covers->isChecked());
    };
    connect(m_scope, &QButtonGroup::idClicked, this, scope);
    connect(m_covers, &QCheckBox::clicked, this, scope);
}

void DesignPage::chooseColumn(ColumnRole role, const QComboBox &box)
{
    const std::string chosen = box.currentData().toString().toStdString();
    if (!chosen.empty())
        m_session.chooseRole(chosen, role, {});
    else if (const DraftColumn *column = m_session.draft().withRole(role))
        m_session.chooseRole(column->from, ColumnRole::Keep, {});
}

void DesignPage::fill(QComboBox &box, ColumnRole role)
{
    const QSignalBlocker quiet(box);
    box.clear();
    box.addItem(role == ColumnRole::Stratum ? tr("add or take away …") : tr("none"), QString());
    for (const DraftColumn &column : m_session.draft().columns) {
        if (column.role != ColumnRole::LeaveOut || role == ColumnRole::Cluster)
            box.addItem(qstring(column.name), qstring(column.from));
    }
    const DraftColumn *chosen = role == ColumnRole::Stratum ? nullptr : m_session.draft().withRole(role);
    box.setCurrentIndex(chosen ? qMax(0, box.findData(qstring(chosen->from))) : 0);
}

void DesignPage::follow()
{
    const Draft &draft = m_session.draft();
    fill(*m_weight, ColumnRole::Weight);
    fill(*m_stratum, ColumnRole::Stratum);
    fill(*m_cluster, ColumnRole::Cluster);
    fill(*m_population, ColumnRole::Population);
    QStringList strata;
    for (const DraftColumn &column : draft.columns) {
        if (column.stratum || column.role == ColumnRole::Stratum)
            strata << qstring(column.name);
    }
    m_strata->setText(strata.isEmpty() ? tr("No strata: the whole sample counts as one.")
                                       : tr("Each combination of: %1").arg(strata.join(u", "_s)));
    const bool weighted = draft.withRole(ColumnRole::Weight) != nullptr;
    for (QAbstractButton *button : std::initializer_list<QAbstractButton *>{m_acrossGroups, m_withinGroups, m_covers})
        button->setEnabled(weighted);
    m_acrossGroups->setChecked(draft.design.weightScope == WeightScope::Population);
    m_withinGroups->setChecked(draft.design.weightScope == WeightScope::WithinOrigin);
    m_covers->setChecked(draft.design.covers.empty());
    std::vector<Reason> why = draft.design.scopeWhy.evidence;
    why.insert(why.end(), draft.design.coversWhy.evidence.begin(), draft.design.coversWhy.evidence.end());
    m_why->setText(weighted ? qstring(evidenceText(why, m_words.language)) : QString());
    m_why->setVisible(!m_why->text().isEmpty());
}

void DesignPage::followTrial()
{
    m_sumsModel->clear();
    setHeadings(*m_sumsModel,
                {tr("period"), tr("origin"), tr("rows"), tr("sum of weights"), tr("people"), tr("sum / people")}, 2);
    m_sums->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_sums->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    if (!m_session.trial())
        return;
    const Draft &draft = m_session.draft();
    for (const WeightCheck::Row &row : m_session.trial()->weights.rows) {
        const std::optional<double> ratio = row.ratio();
        const QString people = row.persons ? m_words.number(*row.persons) : tr("no figure");
        const QStringList texts{qstring(row.period),
                                m_words.origin(row.origin, draft.classification, m_session.catalogue()),
                                m_words.number(double(row.rows)),
                                m_words.number(row.weight),
                                people,
                                ratio ? m_words.number(*ratio, 2) : u"–"_s};
        QList<QStandardItem *> items;
        for (qsizetype place = 0; place < texts.size(); ++place) {
            auto *item = new QStandardItem(texts[place]);
            if (place > 1)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            items << item;
        }
        if (row.persons && row.personsPeriod != row.period)
            items[4]->setToolTip(tr("of %1").arg(qstring(row.personsPeriod)));
        m_sumsModel->appendRow(items);
    }
}

} // namespace evenredig
