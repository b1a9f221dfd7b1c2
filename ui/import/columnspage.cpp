#include "ui/import/columnspage.h"

#include "ui/base/text.h"
#include "ui/import/bandsfield.h"
#include "ui/import/choicedelegate.h"
#include "ui/import/columnsmodel.h"
#include "ui/import/notelabel.h"
#include "ui/import/rolechoices.h"
#include "ui/import/tablelook.h"
#include "ui/import/twowaysbox.h"
#include "ui/import/valuesmodel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace evenredig {

using namespace Qt::StringLiterals;

ColumnsPage::ColumnsPage(ImportSession &session, const ImportWords &words, QWidget *parent)
    : QWidget(parent), m_session(session), m_words(words), m_count(new QLabel(this)), m_title(new QLabel(this)),
      m_reasons(new NoteLabel(this)), m_bands(new BandsField(session, words, this)),
      m_twoWays(new TwoWaysBox(session, words, this))
{
    createColumns();
    createValues();
    auto *title = new QLabel(tr("What it becomes"), this);
    title->setObjectName(u"cardTitle"_s);
    m_count->setObjectName(u"quiet"_s);
    m_title->setObjectName(u"paneHead"_s);
    m_reasons->setObjectName(u"quiet"_s);
    m_title->setTextFormat(Qt::PlainText);

    auto *head = new QHBoxLayout;
    head->addWidget(title);
    head->addStretch();
    head->addWidget(m_count);
    auto *below = new QWidget(this);
    auto *detail = new QVBoxLayout(below);
    detail->setContentsMargins(0, 6, 0, 0);
    detail->setSpacing(6);
    detail->addWidget(m_title);
    detail->addWidget(m_reasons);
    detail->addWidget(m_bands);
    detail->addWidget(m_twoWays);
    detail->addWidget(m_values, 1000);
    detail->addStretch(1); // of a column without values
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_columns);
    splitter->addWidget(below);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({350, 210});
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(14, 12, 14, 10);
    page->setSpacing(8);
    page->addLayout(head);
    page->addWidget(splitter, 1);
    connect(&session, &ImportSession::draftChanged, this, &ColumnsPage::follow);
    follow();
}

void ColumnsPage::createColumns()
{
    m_model = new ColumnsModel(m_session, m_words, this);
    m_columns = new QTableView(this);
    m_columns->setModel(m_model);
    m_columns->setAccessibleName(tr("Columns and what they become"));
    dressTable(*m_columns, ColumnsModel::AttentionRole);
    auto *choices = new RoleChoices(m_words, this);
    m_columns->setItemDelegateForColumn(
        ColumnsModel::Becomes, new ChoiceDelegate(
                                   [this, choices](const QModelIndex &index) -> QAbstractItemModel * {
                                       QStandardItemModel *list = choices->startingWith(suggestionFor(index.row()));
                                       return list ? list : choices;
                                   },
                                   ColumnsModel::ChoiceRole, ColumnsModel::AttentionRole, this));
    QHeaderView *header = m_columns->horizontalHeader();
    header->setSectionResizeMode(ColumnsModel::How, QHeaderView::Stretch);
    for (const int column : {int(ColumnsModel::Name), int(ColumnsModel::Example), int(ColumnsModel::Becomes)})
        header->resizeSection(column, column == ColumnsModel::Becomes ? 172 : 92);
    header->resizeSection(ColumnsModel::Empty, 62);
    m_columns->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_columns->setWordWrap(true);
    connect(m_columns->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ColumnsPage::showColumn);
    connect(m_columns, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == ColumnsModel::Becomes)
            m_columns->edit(index);
    });
}

QString ColumnsPage::suggestionFor(int row) const
{
    const std::vector<DraftColumn> &columns = m_session.draft().columns;
    if (row < 0 || row >= int(columns.size()))
        return {};
    const DraftColumn *suggested = m_session.suggested().column(columns[std::size_t(row)].from);
    if (!suggested)
        return {};
    return suggested->nearest.empty() ? RoleChoices::key(suggested->role, suggested->variable)
                                      : RoleChoices::key(ColumnRole::Variable, suggested->nearest);
}

void ColumnsPage::createValues()
{
    m_valuesModel = new ValuesModel(m_session, m_words, this);
    m_values = new QTableView(this);
    m_values->setModel(m_valuesModel);
    m_values->setAccessibleName(tr("Values of the column"));
    dressTable(*m_values, ValuesModel::AttentionRole);
    m_values->setItemDelegateForColumn(
        ValuesModel::Becomes, new ChoiceDelegate([this](const QModelIndex &) { return m_valuesModel->choices(); },
                                                 ValuesModel::ChoiceRole, ValuesModel::AttentionRole, this));
    QHeaderView *header = m_values->horizontalHeader();
    header->setSectionResizeMode(ValuesModel::Why, QHeaderView::Stretch);
    header->resizeSection(ValuesModel::Value, 130);
    header->resizeSection(ValuesModel::Count, 70);
    header->resizeSection(ValuesModel::Becomes, 200);
    m_values->verticalHeader()->setDefaultSectionSize(34);
    connect(m_values, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == ValuesModel::Becomes)
            m_values->edit(index);
    });
}

const DraftColumn *ColumnsPage::current() const
{
    const int row = m_columns->currentIndex().row();
    const std::vector<DraftColumn> &columns = m_session.draft().columns;
    return row >= 0 && row < int(columns.size()) ? &columns[std::size_t(row)] : nullptr;
}

void ColumnsPage::choose(const std::string &from)
{
    const std::vector<DraftColumn> &columns = m_session.draft().columns;
    const auto place = std::ranges::find(columns, from, &DraftColumn::from);
    if (place != columns.end())
        m_columns->setCurrentIndex(m_model->index(int(place - columns.begin()), ColumnsModel::Becomes));
}

void ColumnsPage::follow()
{
    const std::vector<DraftColumn> &columns = m_session.draft().columns;
    const auto known = std::ranges::count_if(
        columns, [](const DraftColumn &column) { return column.confidence >= Confidence::Likely; });
    m_count->setText(tr("%1 columns, %2 recognised").arg(columns.size()).arg(known));
    if (!m_columns->currentIndex().isValid() && m_model->rowCount() > 0)
        m_columns->setCurrentIndex(m_model->index(0, ColumnsModel::Becomes));
    showColumn();
}

void ColumnsPage::showColumn()
{
    const DraftColumn *column = current();
    m_title->setText(column ? qstring(column->name) + u"  →  "_s + m_model->becomes(*column) : QString());
    m_reasons->setText(column ? qstring(evidenceText(column->evidence, m_words.language)) : QString());
    m_reasons->setVisible(!m_reasons->text().isEmpty());
    m_bands->setColumn(column ? column->from : std::string());
    m_twoWays->setColumn(column ? column->from : std::string());
    const std::string from = column ? column->from : std::string();
    if (from != m_valuesModel->column())
        m_valuesModel->setColumn(from);
    m_values->setVisible(m_valuesModel->rowCount() > 0);
    Q_EMIT chosen(from);
}

} // namespace evenredig
