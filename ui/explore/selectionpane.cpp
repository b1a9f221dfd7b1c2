#include "ui/explore/selectionpane.h"

#include "core/base/text.h"
#include "ui/base/text.h"
#include "ui/explore/choicebox.h"
#include "ui/explore/models/markericon.h"
#include "ui/explore/models/originmodel.h"
#include "ui/explore/origindelegate.h"
#include "ui/session/questionedit.h"
#include "ui/session/session.h"

#include <QCheckBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace evenredig {

namespace {

constexpr int groupRows = 7;

} // namespace

SelectionPane::SelectionPane(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_originModel(new OriginModel(this)),
      m_originDelegate(new OriginDelegate(this))
{
    createControls();
    arrange();
    connectControls();
    retranslate();
}

void SelectionPane::createControls()
{
    m_origins = new QListView(this);
    m_origins->setObjectName(QStringLiteral("originList"));
    m_origins->setModel(m_originModel);
    m_origins->setUniformItemSizes(true);
    m_origins->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_origins->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_origins->setItemDelegate(m_originDelegate);
    m_origins->setMouseTracking(true);
    m_origins->setFixedHeight(groupRows * OriginDelegate::rowHeight + 2);
    m_reference = new ChoiceBox(this);
    m_reference->setObjectName(QStringLiteral("reference"));
    m_reference->setIconSize({12, 12});
    m_firstPeriod = new ChoiceBox(this);
    m_firstPeriod->setObjectName(QStringLiteral("firstPeriod"));
    m_lastPeriod = new ChoiceBox(this);
    m_lastPeriod->setObjectName(QStringLiteral("lastPeriod"));
    for (QComboBox *box : {m_reference, m_firstPeriod, m_lastPeriod})
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const char *id : {"total", "first", "second"}) {
        m_generations.push_back({id, new QCheckBox(this)});
        m_generations.back().box->setObjectName(QStringLiteral("generation_") + QLatin1StringView(id));
    }
}

QLabel *SelectionPane::head()
{
    auto *label = new QLabel(this);
    label->setObjectName(QStringLiteral("paneHead"));
    label->setContentsMargins(12, 8, 12, 1);
    return label;
}

QHBoxLayout *SelectionPane::generationRow()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 4, 0);
    row->setSpacing(10);
    for (const GenerationBox &generation : m_generations)
        row->addWidget(generation.box);
    row->addStretch();
    return row;
}

QHBoxLayout *SelectionPane::periodRow()
{
    m_until = new QLabel(this);
    m_until->setObjectName(QStringLiteral("quiet"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 0, 8, 0);
    row->setSpacing(4);
    row->addWidget(m_firstPeriod, 1);
    row->addWidget(m_until);
    row->addWidget(m_lastPeriod, 1);
    return row;
}

void SelectionPane::arrange()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 10);
    column->setSpacing(2);
    column->addWidget(m_originHead = head());
    column->addWidget(m_origins);
    column->addWidget(m_referenceHead = head());
    auto *reference = new QHBoxLayout;
    reference->setContentsMargins(8, 0, 8, 0);
    reference->addWidget(m_reference);
    column->addLayout(reference);
    column->addWidget(m_generationHead = head());
    column->addLayout(generationRow());
    column->addWidget(m_periodHead = head());
    column->addLayout(periodRow());
}

void SelectionPane::connectControls()
{
    connect(m_originModel, &OriginModel::originToggled, this, [this](const QString &id, bool shown) {
        if (m_session.question())
            m_session.ask(withOrigin(*m_session.question(), id.toStdString(), shown ? Shown::Yes : Shown::No,
                                     m_session.workspace()->catalogue));
    });
    const auto highlight = [this](const QModelIndex &index) {
        const bool more = QGuiApplication::keyboardModifiers().testFlag(Qt::ControlModifier);
        m_session.highlightOrigin(index.data(OriginModel::IdRole).toString().toStdString(),
                                  more ? Session::Highlight::Also : Session::Highlight::Only);
    };
    connect(m_originDelegate, &OriginDelegate::nameClicked, this, highlight);
    connect(&m_session, &Session::emphasisChanged, this,
            [this] { m_originModel->setEmphasised(m_session.emphasised()); });
    connect(m_reference, &QComboBox::activated, this, [this] {
        m_session.ask(withReference(*m_session.question(), m_reference->currentData().toString().toStdString()));
    });
    for (const GenerationBox &generation : m_generations) {
        const std::string id = generation.id;
        connect(generation.box, &QCheckBox::clicked, this, [this, id](bool checked) {
            Question question = *m_session.question();
            question.generations = generationsInView();
            m_session.ask(withGeneration(question, id, checked ? Shown::Yes : Shown::No));
            refreshGenerations(); // the last one that is ticked stays ticked
        });
    }
    connect(m_firstPeriod, &QComboBox::activated, this, [this] { choosePeriods(m_firstPeriod); });
    connect(m_lastPeriod, &QComboBox::activated, this, [this] { choosePeriods(m_lastPeriod); });
    connect(&m_session, &Session::workspaceChanged, this, &SelectionPane::reload);
    connect(&m_session, &Session::preferencesChanged, this, &SelectionPane::reload);
    connect(&m_session, &Session::questionChanged, this, &SelectionPane::refresh);
    connect(&m_session, &Session::figureChanged, this, &SelectionPane::refreshReference);
    connect(&m_session, &Session::figureChanged, this, &SelectionPane::refreshGenerations);
    connect(&m_session, &Session::figureChanged, this, &SelectionPane::refreshPeriods);
}

std::vector<QWidget *> SelectionPane::controls() const
{
    std::vector<QWidget *> result{m_origins, m_reference};
    for (const GenerationBox &generation : m_generations)
        result.push_back(generation.box);
    result.insert(result.end(), {m_firstPeriod, m_lastPeriod});
    return result;
}

QWidget *SelectionPane::origins() const
{
    return m_origins;
}

void SelectionPane::chooseReference()
{
    if (!m_reference->isEnabled())
        return;
    m_reference->setFocus(Qt::ShortcutFocusReason);
    m_reference->showPopup();
}

void SelectionPane::toggleGenerations()
{
    const IndicatorCoverage *coverage = m_session.coverage();
    if (!coverage || !m_generations.front().box->isEnabled() || !contains(coverage->generations, "first")
        || !contains(coverage->generations, "second"))
        return;
    Question question = *m_session.question();
    const std::vector<std::string> shown = generationsInView();
    const bool apart = contains(shown, "first") && contains(shown, "second");
    question.generations = apart ? std::vector<std::string>{} : std::vector<std::string>{"first", "second"};
    m_session.ask(question);
}

void SelectionPane::reload()
{
    m_originModel->setWorkspace(m_session.workspace(), m_session.preferences().interfaceLanguage);
    m_originModel->setEmphasised(m_session.emphasised());
    refresh();
}

void SelectionPane::refresh()
{
    setEnabled(m_session.question() != nullptr);
    if (m_session.question())
        m_originModel->setQuestion(*m_session.question());
    refreshReference();
    refreshGenerations();
    refreshPeriods();
}

// Only what the data can carry; which one was used, the answer knows.
void SelectionPane::refreshReference()
{
    const QSignalBlocker quiet(m_reference);
    m_reference->clear();
    const IndicatorCoverage *coverage = m_session.coverage();
    m_reference->setEnabled(coverage != nullptr);
    if (!coverage)
        return;
    const Catalogue &catalogue = m_session.workspace()->catalogue;
    const Language language = m_session.preferences().interfaceLanguage;
    const std::string classification = classificationInView();
    const OriginStyles styles(catalogue);
    for (const std::string &id : referenceChoices(*coverage, catalogue))
        m_reference->addItem(markerIcon(styles.style(id)), qstring(catalogue.originName(id, classification, language)),
                             qstring(id));
    const std::optional<std::string> &asked = m_session.question()->reference;
    const std::string used = asked ? *asked : m_session.answer() ? m_session.answer()->reference() : std::string();
    m_reference->setCurrentIndex(m_reference->findData(qstring(used)));
    m_reference->setEnabled(m_reference->count() > 0);
    m_reference->setToolTip(m_reference->currentText().toHtmlEscaped()); // the list is narrow
}

// The reference has the words of the classification of the figures in view; sources of two may be open.
std::string SelectionPane::classificationInView() const
{
    const std::shared_ptr<const Answer> answer = m_session.answer();
    if (answer && answer->indicator.id == m_session.question()->indicator && !answer->rows.empty())
        return answer->rows.front().classification;
    return m_session.workspace()->classificationOf(m_session.indicator());
}

// What was left out of the question, the answer has filled in from the data.
std::vector<std::string> SelectionPane::generationsInView() const
{
    const std::shared_ptr<const Answer> answer = m_session.answer();
    const Question &question = *m_session.question();
    return question.generations.empty() && answer && answer->question == question ? answer->generations
                                                                                  : shownGenerations(question);
}

void SelectionPane::refreshGenerations()
{
    const std::vector<std::string> shown = m_session.question() ? generationsInView() : std::vector<std::string>();
    const IndicatorCoverage *coverage = m_session.coverage();
    const bool fixed = m_session.question()
                       && (m_session.question()->ask == Ask::Generations || m_session.question()->ask == Ask::Overview);
    for (const GenerationBox &generation : m_generations) {
        const bool covered = coverage && contains(coverage->generations, generation.id);
        generation.box->setEnabled(covered && !fixed);
        generation.box->setToolTip(fixed ? tr("This question chooses the generations itself.")
                                   : covered || !coverage
                                       ? QString()
                                       : tr("This file has no figures of this generation for the indicator."));
        generation.box->setAccessibleDescription(generation.box->toolTip());
        generation.box->setChecked(contains(shown, generation.id));
    }
}

void SelectionPane::refreshPeriods()
{
    const std::vector<Period> periods = m_session.periods();
    const bool one = m_session.question()
                     && (m_session.question()->ask == Ask::Level || m_session.question()->ask == Ask::Overview);
    m_firstPeriod->setVisible(!one);
    m_until->setVisible(!one);
    for (QComboBox *box : {m_firstPeriod, m_lastPeriod}) {
        const QSignalBlocker quiet(box);
        box->clear();
        box->setEnabled(periods.size() > 1);
        for (const Period &period : periods)
            box->addItem(qstring(period.shortText(m_session.preferences().interfaceLanguage)), qstring(period.id()));
    }
    if (periods.empty())
        return;
    const std::vector<std::string> &asked = m_session.question()->periods;
    m_firstPeriod->setCurrentIndex(
        m_firstPeriod->findData(qstring(asked.empty() ? periods.front().id() : asked.front())));
    m_lastPeriod->setCurrentIndex(m_lastPeriod->findData(qstring(asked.empty() ? periods.back().id() : asked.back())));
}

void SelectionPane::choosePeriods(const QComboBox *changed)
{
    const std::vector<Period> periods = m_session.periods();
    const std::string last = m_lastPeriod->currentData().toString().toStdString();
    Question question = *m_session.question();
    if (question.ask == Ask::Level) {
        question.periods = {last};
        m_session.ask(question);
        return;
    }
    const std::string first = m_firstPeriod->currentData().toString().toStdString();
    if (first == last)
        // A development of one period is none: the other end gives way to the edge of the series.
        question = changed == m_firstPeriod ? withPeriods(question, first, periods.back().id(), periods)
                                            : withPeriods(question, periods.front().id(), last, periods);
    else
        question = withPeriods(question, first, last, periods);
    m_session.ask(question);
    refreshPeriods();
}

void SelectionPane::retranslate()
{
    m_originHead->setText(tr("GROUPS"));
    m_referenceHead->setText(tr("COMPARED WITH"));
    m_generationHead->setText(tr("GENERATION"));
    m_periodHead->setText(tr("PERIOD"));
    m_until->setText(tr("to"));
    m_lastPeriod->setPlaceholderText(tr("latest"));
    m_generations[0].box->setText(tr("total"));
    m_generations[1].box->setText(tr("first"));
    m_generations[2].box->setText(tr("second"));
    m_origins->setAccessibleName(tr("Groups in view"));
    const auto name = [](QComboBox &box, const QString &text) {
        box.setAccessibleName(text);
        box.view()->setAccessibleName(text);
    };
    name(*m_reference, tr("Compared with"));
    name(*m_firstPeriod, tr("First period"));
    name(*m_lastPeriod, tr("Last period"));
    m_generations[0].box->setAccessibleName(tr("All generations together"));
    m_generations[1].box->setAccessibleName(tr("First generation"));
    m_generations[2].box->setAccessibleName(tr("Second generation"));
    reload();
}

void SelectionPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace evenredig
