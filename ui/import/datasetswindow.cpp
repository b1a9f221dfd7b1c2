#include "ui/import/datasetswindow.h"

#include "core/quality/quality.h"
#include "ui/base/text.h"
#include "ui/import/checkpage.h"
#include "ui/import/ledgermodel.h"
#include "ui/import/qualityview.h"
#include "ui/import/recipefile.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFrame>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace evenredig {

using namespace Qt::StringLiterals;

namespace {
constexpr int rowHeight = 26;
}

DatasetsWindow::DatasetsWindow(QString workspace, Catalogue catalogue, std::vector<DatasetRecord> datasets,
                               ImportWords words, QWidget *parent)
    : QDialog(parent), m_workspace(std::move(workspace)), m_catalogue(std::move(catalogue)),
      m_datasets(std::move(datasets)), m_words(std::move(words)), m_list(new QListWidget(this))
{
    setWindowTitle(tr("Data sets"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    m_list->setObjectName(u"datasets"_s);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setAccessibleName(tr("Data sets"));
    for (const DatasetRecord &record : m_datasets) {
        auto *item = new QListWidgetItem(qstring(record.info.title.in(m_words.language)), m_list);
        item->setSizeHint({0, rowHeight});
        item->setToolTip(item->text().toHtmlEscaped());
    }
    auto *splitter = new QSplitter(this);
    splitter->addWidget(m_list);
    splitter->addWidget(makeDetail());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({260, 820});
    auto *buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(tr("&Save its recipe …"), QDialogButtonBox::ActionRole);
    buttons->addButton(tr("&Close"), QDialogButtonBox::RejectRole);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 12);
    column->setSpacing(10);
    column->addWidget(splitter, 1);
    column->addWidget(buttons);
    resize(1120, 700);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &DatasetsWindow::saveRecipe);
    connect(m_list, &QListWidget::currentRowChanged, this, &DatasetsWindow::showCurrent);
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
}

DatasetsWindow::~DatasetsWindow()
{
    hide(); // while its parts are still there
}

QWidget *DatasetsWindow::makeDetail()
{
    auto *detail = new QFrame(this);
    detail->setObjectName(u"importCard"_s);
    m_title = new QLabel(detail);
    m_title->setObjectName(u"cardTitle"_s);
    m_account = new QLabel(detail);
    m_sources = new QLabel(detail);
    m_sources->setObjectName(u"quiet"_s);
    for (QLabel *label : {m_title, m_account, m_sources}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_quality = new QualityView(m_catalogue, m_words, detail);
    m_ledger = new LedgerModel(m_words, this);
    auto *head = new QLabel(tr("LEDGER"), detail);
    head->setObjectName(u"paneHead"_s);
    auto *column = new QVBoxLayout(detail);
    column->setContentsMargins(16, 14, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_account);
    column->addWidget(m_sources);
    column->addWidget(m_quality, 3);
    column->addWidget(head);
    column->addWidget(makeLedgerView(*m_ledger, detail), 2);
    return detail;
}

void DatasetsWindow::choose(const QString &dataset)
{
    const auto place = std::ranges::find_if(
        m_datasets, [&dataset](const DatasetRecord &record) { return qstring(record.info.id) == dataset; });
    if (place != m_datasets.end())
        m_list->setCurrentRow(int(place - m_datasets.begin()));
}

const DatasetRecord *DatasetsWindow::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < int(m_datasets.size()) ? &m_datasets[std::size_t(row)] : nullptr;
}

QString DatasetsWindow::accountOf(const DatasetRecord &record) const
{
    const auto number = [this](long count) { return m_words.number(double(count)); };
    return tr("%1 rows read = %2 kept + %3 set aside; values unreadable: %4.")
        .arg(number(record.counts.rowsRead), number(record.counts.rowsKept), number(record.counts.rowsSetAside),
             number(record.counts.valuesUnreadable));
}

void DatasetsWindow::showCurrent()
{
    const DatasetRecord *record = current();
    m_save->setEnabled(record != nullptr);
    if (!record)
        return;
    m_title->setText(qstring(record->info.title.in(m_words.language)) + u"  ·  "_s + qstring(record->info.id));
    m_account->setText(accountOf(*record));
    QStringList files;
    for (const SourceRecord &source : record->sources)
        files << QFileInfo(qstring(source.name)).fileName();
    QStringList origin{qstring(record->info.source.in(m_words.language)), files.join(u", "_s)};
    origin.removeAll(QString());
    m_sources->setText(origin.join(u" · "_s));
    m_ledger->setEntries({});
    m_quality->setVisible(record->info.kind != DatasetKind::Published);
    m_quality->clear();
    m_job.start(
        [path = m_workspace.toStdString(), one = *record](const Progress &progress) -> Result<Shown> {
            const Result<Workspace> workspace = Workspace::open(path, OpenMode::ReadOnly);
            if (!workspace)
                return tl::unexpected<Error>(workspace.error());
            Result<std::vector<LedgerEntry>> ledger = workspace->ledger(one.info.id);
            if (!ledger)
                return tl::unexpected<Error>(ledger.error());
            Shown shown;
            shown.ledger = std::move(*ledger);
            if (one.info.kind == DatasetKind::Published)
                return shown;
            Result<DatasetQuality> quality = datasetQuality(*workspace, one.info.id, 1, progress);
            if (!quality)
                return tl::unexpected<Error>(quality.error());
            shown.quality = std::move(*quality);
            return shown;
        },
        [this, one = *record](Result<Shown> shown) { show(one, std::move(shown)); });
}

void DatasetsWindow::show(const DatasetRecord &record, Result<Shown> shown)
{
    if (!shown) {
        m_account->setText(accountOf(record) + u'\n' + qstring(message(shown.error(), m_words.language)));
        return;
    }
    m_ledger->setEntries(std::move(shown->ledger));
    if (shown->quality)
        m_quality->setQuality(*shown->quality);
}

void DatasetsWindow::saveRecipe()
{
    const DatasetRecord *record = current();
    if (!record)
        return;
    const QString suggested = QFileInfo(m_workspace).path() + u'/' + qstring(record->info.id) + u".recipe.json"_s;
    if (const Result<void> saved = saveRecipeAs(this, suggested, record->recipe); !saved)
        m_account->setText(accountOf(*record) + u'\n' + qstring(message(saved.error(), m_words.language)));
}

} // namespace evenredig
