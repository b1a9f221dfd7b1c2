#include "ui/import/datasetswindow.h"

#include "core/quality/quality.h"
#include "ui/base/text.h"
#include "ui/import/checkpage.h"
#include "ui/import/ledgermodel.h"
#include "ui/import/qualityview.h"
#include "ui/import/renamedialog.h"
#include "ui/import/session/recipefile.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFrame>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <tuple>

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
    auto *splitter = new QSplitter(this);
    splitter->addWidget(m_list);
    splitter->addWidget(makeDetail());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({260, 820});
    makeButtons();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 12);
    column->setSpacing(10);
    column->addWidget(splitter, 1);
    column->addWidget(makeUndoLine());
    column->addWidget(m_buttons);
    resize(1120, 700);
    fillList();
    connect(m_list, &QListWidget::currentRowChanged, this, &DatasetsWindow::showCurrent);
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
    else
        showCurrent();
}

DatasetsWindow::~DatasetsWindow()
{
    hide(); // while its parts are still there
}

// Enter in the list presses none of these but the first, which changes nothing.
void DatasetsWindow::makeButtons()
{
    m_buttons = new QDialogButtonBox(this);
    m_save = m_buttons->addButton(tr("&Save its recipe …"), QDialogButtonBox::ActionRole);
    m_rename = m_buttons->addButton(tr("Re&name …"), QDialogButtonBox::ActionRole);
    m_remove = m_buttons->addButton(tr("&Remove"), QDialogButtonBox::ActionRole);
    m_buttons->addButton(tr("&Close"), QDialogButtonBox::RejectRole);
    m_rename->setToolTip(tr("Another title or source (F2)"));
    m_remove->setToolTip(tr("Takes the data set with all its rows out of the file (Delete); this can be undone"));
    for (QPushButton *button : {m_rename, m_remove})
        button->setAutoDefault(false);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &DatasetsWindow::saveRecipe);
    connect(m_rename, &QPushButton::clicked, this, &DatasetsWindow::rename);
    connect(m_remove, &QPushButton::clicked, this, &DatasetsWindow::remove);
    const auto onList = [this](const QKeySequence &key, QPushButton *button) {
        auto *shortcut = new QShortcut(key, m_list, nullptr, nullptr, Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, button, &QPushButton::click);
    };
    onList(QKeySequence(Qt::Key_Delete), m_remove);
    onList(QKeySequence(Qt::Key_F2), m_rename);
}

QWidget *DatasetsWindow::makeUndoLine()
{
    auto *line = new QWidget(this);
    m_done = new QLabel(line);
    m_done->setTextFormat(Qt::PlainText);
    m_done->setWordWrap(true);
    m_undo = new QPushButton(tr("&Undo"), line);
    m_undo->setAutoDefault(false);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_done, 1);
    row->addWidget(m_undo);
    connect(m_undo, &QPushButton::clicked, this, &DatasetsWindow::undoWanted);
    auto *shortcut = new QShortcut(QKeySequence::Undo, this);
    connect(shortcut, &QShortcut::activated, m_undo, &QPushButton::click);
    offerUndo({});
    return line;
}

void DatasetsWindow::fillList()
{
    m_list->clear();
    for (const DatasetRecord &record : m_datasets) {
        auto *item = new QListWidgetItem(qstring(record.info.title.in(m_words.language)), m_list);
        item->setSizeHint({0, rowHeight});
        item->setToolTip(item->text().toHtmlEscaped());
    }
}

void DatasetsWindow::setDatasets(std::vector<DatasetRecord> datasets)
{
    const auto told = [](const DatasetRecord &record) {
        return std::tie(record.info.id, record.info.title, record.info.source, record.info.importedAt);
    };
    if (std::ranges::equal(datasets, m_datasets, {}, told, told))
        return;
    const int row = m_list->currentRow();
    const QString chosen = current() ? qstring(current()->info.id) : QString();
    const auto isNew = [this](const DatasetRecord &record) {
        return std::ranges::none_of(m_datasets,
                                    [&record](const DatasetRecord &known) { return known.info.id == record.info.id; });
    };
    const auto added = std::ranges::find_if(datasets, isNew);
    const QString wanted = added == datasets.end() ? chosen : qstring(added->info.id); // what came back is looked at
    {
        const QSignalBlocker quiet(m_list);
        m_datasets = std::move(datasets);
        fillList();
        m_list->setCurrentRow(std::min(row, m_list->count() - 1));
        choose(wanted);
    }
    showCurrent();
}

void DatasetsWindow::offerUndo(const QString &what)
{
    m_done->setText(what);
    m_undo->setEnabled(!what.isEmpty());
    m_undo->setAccessibleDescription(what);
    m_undo->parentWidget()->setVisible(!what.isEmpty());
}

void DatasetsWindow::forbidEdits(const QString &why)
{
    m_fixed = true;
    for (QPushButton *button : {m_rename, m_remove}) {
        button->setEnabled(false);
        button->setToolTip(why);
        button->setAccessibleDescription(why);
    }
}

void DatasetsWindow::remove()
{
    const DatasetRecord *record = current();
    if (!record)
        return;
    m_job.cancel(); // a reader would keep the writer waiting
    Q_EMIT removeWanted(DatasetInfo(record->info));
}

void DatasetsWindow::rename()
{
    const DatasetRecord *record = current();
    if (!record)
        return;
    const DatasetInfo before = record->info;
    auto *dialog = new RenameDialog(before, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, before, dialog] {
        if (dialog->title() == before.title && dialog->source() == before.source)
            return;
        m_job.cancel();
        Q_EMIT renameWanted(before, dialog->title(), dialog->source());
    });
    dialog->open();
}

void DatasetsWindow::showFault(const Error &error)
{
    showCurrent();
    m_account->setText(m_account->text() + u'\n' + qstring(message(error, m_words.language)));
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
    for (QPushButton *button : {m_rename, m_remove})
        button->setEnabled(record != nullptr && !m_fixed);
    if (!record) {
        showNone();
        return;
    }
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

void DatasetsWindow::showNone()
{
    m_job.cancel();
    m_title->setText(tr("This file has no data sets."));
    m_account->clear();
    m_sources->clear();
    m_ledger->setEntries({});
    m_quality->hide();
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
