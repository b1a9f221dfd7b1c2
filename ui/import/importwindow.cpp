#include "ui/import/importwindow.h"

#include "core/base/file.h"
#include "ui/base/text.h"
#include "ui/import/checkpage.h"
#include "ui/import/columnspage.h"
#include "ui/import/designpage.h"
#include "ui/import/filepage.h"
#include "ui/import/rawpane.h"
#include "ui/import/session/recipefile.h"
#include "ui/import/trialpane.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>

#include <array>

namespace evenredig {

using namespace Qt::StringLiterals;

namespace {

enum Step { FileStep, ColumnsStep, DesignStep, CheckStep };
constexpr int busySteps = 1000;

QFrame *card(QWidget *contents)
{
    auto *frame = new QFrame;
    frame->setObjectName(u"importCard"_s);
    auto *room = new QVBoxLayout(frame);
    room->setContentsMargins(1, 1, 1, 1);
    room->addWidget(contents);
    return frame;
}

} // namespace

ImportWindow::ImportWindow(const QString &workspace, const Catalogue &catalogue,
                           const std::vector<DatasetRecord> &datasets, const ImportWords &words, QWidget *parent)
    : QDialog(parent), m_session(workspace, catalogue, datasets), m_words(words)
{
    setWindowTitle(tr("Import"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(makeBody(), 1);
    column->addWidget(makeFoot());
    // Enter in a field ends that field; it does not press a button.
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAutoDefault(false);
    resize(1240, 760);
    connectParts();
    goTo(FileStep);
}

// Hidden while its parts are still there: hiding moves the focus, and what has it may ask the session.
ImportWindow::~ImportWindow()
{
    hide();
}

QWidget *ImportWindow::makeHead()
{
    auto *head = new QFrame(this);
    head->setObjectName(u"importHead"_s);
    m_title = new QLabel(head);
    m_title->setObjectName(u"cardBig"_s);
    m_subtitle = new QLabel(head);
    m_subtitle->setObjectName(u"quiet"_s);
    for (QLabel *label : {m_title, m_subtitle})
        label->setTextFormat(Qt::PlainText);
    m_steps = new QTabBar(head);
    m_steps->setObjectName(u"steps"_s);
    m_steps->setDrawBase(false);
    m_steps->setExpanding(false);
    m_steps->setAccessibleName(tr("Steps"));
    for (const QString &name : {tr("File"), tr("Columns"), tr("Sample"), tr("Check")})
        m_steps->addTab(name);
    m_fault = new QLabel(head);
    m_fault->setObjectName(u"fault"_s);
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setWordWrap(true);
    m_fault->hide();
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(22, 14, 22, 1);
    column->setSpacing(6);
    column->addWidget(m_title);
    column->addWidget(m_subtitle);
    column->addWidget(m_fault);
    column->addWidget(m_steps);
    return head;
}

QWidget *ImportWindow::makeBody()
{
    m_pages = new QStackedWidget(this);
    auto *file = new FilePage(m_session, m_words, this);
    connect(file, &FilePage::recipeWanted, this, &ImportWindow::askForRecipe);
    m_columns = new ColumnsPage(m_session, m_words, this);
    m_pages->addWidget(file);
    m_pages->addWidget(m_columns);
    m_pages->addWidget(new DesignPage(m_session, m_words, this));
    m_pages->addWidget(new CheckPage(m_session, m_words, this));
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    m_raw = card(new RawPane(m_session, m_words, this));
    splitter->addWidget(m_raw);
    splitter->addWidget(card(m_pages));
    splitter->addWidget(card(new TrialPane(m_session, m_words, this)));
    splitter->setHandleWidth(10);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({250, 660, 300});
    splitter->setStyleSheet(u"QSplitter::handle { background: transparent; }"_s);
    auto *body = new QWidget(this);
    auto *room = new QVBoxLayout(body);
    room->setContentsMargins(16, 12, 16, 12);
    room->addWidget(splitter);
    return body;
}

QWidget *ImportWindow::makeFoot()
{
    auto *foot = new QFrame(this);
    foot->setObjectName(u"importFoot"_s);
    m_account = new QLabel(foot);
    m_account->setTextFormat(Qt::PlainText);
    m_busy = new QProgressBar(foot);
    m_busy->setRange(0, busySteps);
    m_busy->setMaximumWidth(160);
    m_busy->setAccessibleName(tr("Busy"));
    m_busy->hide();
    m_save = new QPushButton(tr("&Save as a recipe …"), foot);
    m_cancel = new QPushButton(tr("Cancel"), foot);
    m_back = new QPushButton(tr("&Back"), foot);
    m_next = new QPushButton(foot);
    m_next->setObjectName(u"accentButton"_s);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(22, 10, 22, 10);
    row->setSpacing(10);
    row->addWidget(m_account);
    row->addWidget(m_busy);
    row->addStretch();
    row->addWidget(m_save);
    row->addWidget(m_cancel);
    row->addWidget(m_back);
    row->addWidget(m_next);
    return foot;
}

void ImportWindow::connectParts()
{
    connect(m_steps, &QTabBar::currentChanged, this, &ImportWindow::goTo);
    connect(m_save, &QPushButton::clicked, this, &ImportWindow::saveRecipe);
    connect(m_cancel, &QPushButton::clicked, this, &ImportWindow::reject);
    connect(m_back, &QPushButton::clicked, this, [this] { goTo(qMax(0, m_steps->currentIndex() - 1)); });
    connect(m_next, &QPushButton::clicked, this, &ImportWindow::next);
    connect(&m_session, &ImportSession::profileChanged, this, &ImportWindow::follow);
    connect(&m_session, &ImportSession::draftChanged, this, &ImportWindow::follow);
    connect(&m_session, &ImportSession::trialChanged, this, &ImportWindow::followFoot);
    connect(&m_session, &ImportSession::busyChanged, this, &ImportWindow::followFoot);
    connect(&m_session, &ImportSession::failed, this, &ImportWindow::say);
    connect(&m_session, &ImportSession::imported, this, &ImportWindow::take);
    connect(&m_session, &ImportSession::progressed, this,
            [this](double fraction) { m_busy->setValue(int(fraction * busySteps)); });
}

void ImportWindow::begin(const QStringList &files)
{
    look(files);
}

void ImportWindow::look(const QStringList &files)
{
    m_fault->hide();
    goTo(FileStep);
    m_session.look(files);
    follow();
}

void ImportWindow::goTo(int step)
{
    if (m_session.isPublished() && (step == ColumnsStep || step == DesignStep))
        step = m_pages->currentIndex() < step ? CheckStep : FileStep;
    m_steps->setCurrentIndex(step);
    m_pages->setCurrentIndex(step);
    m_raw->setVisible(step != CheckStep); // the ledger needs the room
    if (step == CheckStep && !m_session.trial() && !m_session.isTrying() && m_session.isReady())
        m_session.tryNow();
    followFoot();
}

void ImportWindow::next()
{
    if (m_steps->currentIndex() == CheckStep)
        importNow();
    else
        goTo(m_steps->currentIndex() + 1);
}

void ImportWindow::importNow()
{
    if (m_session.exists()) {
        const auto answer = QMessageBox::question(
            this, tr("Import"),
            tr("This file already has a data set “%1”. Replace it?").arg(qstring(m_session.dataset())));
        if (answer != QMessageBox::Yes)
            return;
        m_session.importNow(IfExists::Replace);
        return;
    }
    m_session.importNow(IfExists::Refuse);
}

void ImportWindow::take(const std::string &dataset)
{
    m_imported << qstring(dataset);
    Q_EMIT datasetImported(qstring(dataset));
    if (m_session.waiting().isEmpty())
        accept();
    else
        look(m_session.waiting());
}

// A running import is rolled back; what was chosen so far is kept for another time.
void ImportWindow::reject()
{
    if (m_session.isImporting()) {
        m_session.cancel();
        followFoot();
        return;
    }
    m_session.cancel();
    if (m_session.isKept() && m_session.profile())
        Q_EMIT choicesKept(QFileInfo(m_session.sources().value(0)).fileName());
    if (m_imported.isEmpty())
        QDialog::reject();
    else
        accept();
}

void ImportWindow::askForRecipe()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Choose a recipe"),
                                                      QFileInfo(m_session.sources().value(0)).path(), recipeFilter());
    if (path.isEmpty())
        return;
    const Result<std::string> json = readFile(path.toStdString());
    if (!json) {
        say(json.error());
        return;
    }
    const Result<Recipe> recipe = Recipe::fromJson(*json, path.toStdString());
    if (!recipe) {
        say(recipe.error());
        return;
    }
    m_fault->hide();
    m_session.applyRecipe(*recipe, QFileInfo(path).fileName());
}

void ImportWindow::saveRecipe()
{
    const QFileInfo source(m_session.sources().value(0));
    const QString suggested = source.path() + u'/' + source.completeBaseName() + u".recipe.json"_s;
    if (const Result<void> saved = saveRecipeAs(this, suggested, m_session.recipeText()); !saved)
        say(saved.error());
}

void ImportWindow::say(const Error &error)
{
    m_fault->setText(qstring(message(error, m_words.language)));
    m_fault->show();
    followFoot();
}

QString ImportWindow::subtitle() const
{
    const std::optional<FileProfile> &profile = m_session.profile();
    if (!profile)
        return m_session.isLooking() ? tr("Reading …") : QString();
    QStringList parts{m_words.bytes(profile->bytes), tr("%1 rows").arg(m_words.number(double(profile->rows)))};
    QStringList others;
    for (const QString &source : m_session.sources().mid(1))
        others << QFileInfo(source).fileName();
    if (!others.isEmpty())
        parts << tr("together with: %1").arg(others.join(u", "_s));
    if (!m_session.recipeName().isEmpty())
        parts << tr("recipe %1 applied; changes: %2")
                     .arg(m_session.recipeName(), m_words.number(double(m_session.changes().size())));
    if (!m_session.waiting().isEmpty())
        parts << tr("after this: %1").arg(QFileInfo(m_session.waiting().front()).fileName());
    return parts.join(u" · "_s);
}

void ImportWindow::follow()
{
    m_title->setText(tr("Import: %1").arg(QFileInfo(m_session.sources().value(0)).fileName()));
    m_subtitle->setText(subtitle());
    const bool persons = m_session.profile() && !m_session.isPublished();
    m_steps->setTabEnabled(ColumnsStep, persons);
    m_steps->setTabEnabled(DesignStep, persons);
    m_steps->setTabEnabled(CheckStep, m_session.profile().has_value());
    followFoot();
}

void ImportWindow::followFoot()
{
    const int step = m_steps->currentIndex();
    const std::optional<ImportTrial> &trial = m_session.trial();
    m_account->setText(trial ? tr("Read %1 = kept %2 + set aside %3")
                                   .arg(m_words.number(double(trial->report.counts.rowsRead)),
                                        m_words.number(double(trial->report.counts.rowsKept)),
                                        m_words.number(double(trial->report.counts.rowsSetAside)))
                             : QString());
    const bool busy = m_session.isLooking() || m_session.isTrying() || m_session.isImporting();
    if (busy != m_busy->isVisibleTo(this))
        m_busy->setValue(0);
    m_busy->setVisible(busy);
    m_back->setEnabled(step > FileStep && !m_session.isImporting());
    m_save->setEnabled(m_session.isReady() && !m_session.isPublished());
    const std::array<QString, 3> following{tr("Next: columns"), tr("Next: sample"), tr("Next: check")};
    m_next->setText(step == CheckStep         ? tr("&Import")
                    : m_session.isPublished() ? following[2]
                                              : following[std::size_t(step)]);
    m_next->setEnabled(m_session.profile() && !m_session.isImporting()
                       && (step != CheckStep || (m_session.isReady() && trial)));
    m_steps->setEnabled(!m_session.isImporting());
    m_pages->setEnabled(!m_session.isImporting());
}

} // namespace evenredig
