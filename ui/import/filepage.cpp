#include "ui/import/filepage.h"

#include "core/base/texts.h"
#include "ui/base/text.h"
#include "ui/import/notelabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace evenredig {

using namespace Qt::StringLiterals;

namespace {

QString reasons(const HeadSuggestion &why, Language language)
{
    return qstring(evidenceText(why.evidence, language));
}

void choose(QComboBox &box, const QVariant &data)
{
    const QSignalBlocker quiet(box);
    if (box.findData(data) < 0)
        box.addItem(data.toString(), data);
    box.setCurrentIndex(box.findData(data));
}

/// Not while somebody types in it: the cursor would jump.
void write(QLineEdit &line, const std::string &text)
{
    const QSignalBlocker quiet(line);
    if (line.text() != qstring(text))
        line.setText(qstring(text));
}

} // namespace

FilePage::FilePage(ImportSession &session, const ImportWords &words, QWidget *parent)
    : QWidget(parent), m_session(session), m_words(words)
{
    createFields();
    createReading();
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 6, 0);
    column->addLayout(arrange());
    column->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"plainScroll"_s);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(body);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(14, 12, 8, 10);
    page->addWidget(scroll);
    connectFields();
    connectReading();
    connect(&session, &ImportSession::profileChanged, this, &FilePage::follow);
    connect(&session, &ImportSession::draftChanged, this, &FilePage::follow);
    follow();
}

QLineEdit *FilePage::field(const QString &name)
{
    auto *line = new QLineEdit(this);
    line->setAccessibleName(name);
    return line;
}

void FilePage::createFields()
{
    m_recipe = new NoteLabel(this);
    m_changes = new NoteLabel(this);
    m_periodWhy = new NoteLabel(this);
    m_changes->setObjectName(u"quiet"_s);
    m_periodWhy->setObjectName(u"quiet"_s);
    m_chooseRecipe = new QPushButton(tr("Choose a &recipe …"), this);
    m_forgetRecipe = new QPushButton(tr("&Without recipe"), this);
    m_startAnew = new QPushButton(tr("Start &anew"), this);
    m_startAnew->setToolTip(tr("Forget the choices that were kept, and suggest everything from the file again"));
    m_dataset = field(tr("Short name of the data set"));
    m_titleDutch = field(tr("Title in Dutch"));
    m_titleEnglish = field(tr("Title in English"));
    m_sourceDutch = field(tr("Source in Dutch"));
    m_sourceEnglish = field(tr("Source in English"));
    m_period = field(tr("Period of all rows"));
    m_kind = new QComboBox(this);
    m_kind->setAccessibleName(tr("Kind"));
    m_kind->addItem(tr("sample: weights and margins"), int(DatasetKind::Survey));
    m_kind->addItem(tr("register: everyone, no margins"), int(DatasetKind::Register));
    m_classification = new QComboBox(this);
    m_classification->setAccessibleName(tr("Classification of origins"));
    for (const Classification &one : m_session.catalogue().classifications)
        m_classification->addItem(qstring(one.name.in(m_words.language)), qstring(one.id));
    m_synthetic = new QCheckBox(tr("made-up data, for practice or tests"), this);
}

void FilePage::createReading()
{
    const auto box = [this](const QString &name, const QList<std::pair<QString, QString>> &choices) {
        auto *made = new QComboBox(this);
        made->setAccessibleName(name);
        for (const auto &[shown, key] : choices)
            made->addItem(shown, key);
        return made;
    };
    m_delimiter = box(
        tr("Delimiter"),
        {{tr("semicolon ;"), u";"_s}, {tr("comma ,"), u","_s}, {tr("tab"), u"\t"_s}, {tr("bar |"), u"|"_s}});
    m_encoding = box(tr("Encoding"), {{u"UTF-8"_s, u"utf-8"_s},
                                      {u"Windows-1252"_s, u"windows-1252"_s},
                                      {u"Latin-1"_s, u"latin-1"_s},
                                      {u"UTF-16 LE"_s, u"utf-16le"_s},
                                      {u"UTF-16 BE"_s, u"utf-16be"_s}});
    m_decimal = box(tr("Marks in numbers"), {{tr("decimals ,"), u","_s},
                                             {tr("decimals , thousands ."), u",."_s},
                                             {tr("decimals ."), u"."_s},
                                             {tr("decimals . thousands ,"), u".,"_s}});
    m_header = box(tr("Header"), {{tr("the first row names the columns"), u"1"_s}, {tr("no header"), u"0"_s}});
}

QFormLayout *FilePage::arrange()
{
    auto *form = new QFormLayout;
    form->setVerticalSpacing(9);
    form->setHorizontalSpacing(14);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_chooseRecipe);
    buttons->addWidget(m_forgetRecipe);
    buttons->addWidget(m_startAnew);
    buttons->addStretch();
    form->addRow(tr("Recipe"), m_recipe);
    form->addRow(QString(), m_changes);
    form->addRow(QString(), buttons);
    form->addRow(tr("Short &name"), m_dataset);
    form->addRow(tr("&Title"), m_titleDutch);
    form->addRow(tr("Title, English"), m_titleEnglish);
    form->addRow(tr("S&ource"), m_sourceDutch);
    form->addRow(tr("Source, English"), m_sourceEnglish);
    form->addRow(tr("&Kind"), m_kind);
    form->addRow(tr("&Classification"), m_classification);
    form->addRow(tr("&Period"), m_period);
    form->addRow(QString(), m_periodWhy);
    form->addRow(QString(), m_synthetic);
    form->addRow(tr("&Delimiter"), m_delimiter);
    form->addRow(tr("&Encoding"), m_encoding);
    form->addRow(tr("N&umbers"), m_decimal);
    form->addRow(tr("&Header"), m_header);
    return form;
}

void FilePage::connectFields()
{
    const auto text = [this](QLineEdit *line, std::string &(*place)(Draft &)) {
        connect(line, &QLineEdit::editingFinished, this, [this, line, place] {
            const std::string typed = line->text().trimmed().toStdString();
            Draft draft = m_session.draft();
            if (place(draft) != typed)
                m_session.edit([place, &typed](Draft &one) { place(one) = typed; });
        });
    };
    text(m_dataset, [](Draft &draft) -> std::string & { return draft.dataset; });
    text(m_titleDutch, [](Draft &draft) -> std::string & { return draft.title.nl; });
    text(m_titleEnglish, [](Draft &draft) -> std::string & { return draft.title.en; });
    text(m_sourceDutch, [](Draft &draft) -> std::string & { return draft.source.nl; });
    text(m_sourceEnglish, [](Draft &draft) -> std::string & { return draft.source.en; });
    text(m_period, [](Draft &draft) -> std::string & { return draft.period; });
    connect(m_kind, &QComboBox::activated, this, [this] {
        m_session.edit([kind = m_kind->currentData().toInt()](Draft &draft) { draft.kind = DatasetKind(kind); });
    });
    connect(m_classification, &QComboBox::activated, this, [this] {
        m_session.edit([id = m_classification->currentData().toString().toStdString()](Draft &draft) {
            draft.classification = id;
        });
    });
    connect(m_synthetic, &QCheckBox::clicked, this,
            [this](bool on) { m_session.edit([on](Draft &draft) { draft.synthetic = on; }); });
    connect(m_chooseRecipe, &QPushButton::clicked, this, &FilePage::recipeWanted);
    connect(m_forgetRecipe, &QPushButton::clicked, &m_session, &ImportSession::forgetRecipe);
    connect(m_startAnew, &QPushButton::clicked, &m_session, &ImportSession::startAnew);
}

void FilePage::connectReading()
{
    for (QComboBox *box : {m_delimiter, m_encoding, m_decimal, m_header})
        connect(box, &QComboBox::activated, this, &FilePage::readAgain);
}

// All of them count as given then: a person has seen them.
void FilePage::readAgain()
{
    if (!m_session.profile())
        return;
    ReadOptions options = m_session.profile()->read;
    const QString marks = m_decimal->currentData().toString();
    options.delimiter = m_delimiter->currentData().toString().at(0).toLatin1();
    options.encoding = m_encoding->currentData().toString().toStdString();
    options.decimal = marks.left(1).toStdString();
    options.thousands = marks.mid(1).toStdString();
    options.header = m_header->currentData().toString() == u"1"_s;
    options.given = {"delimiter", "quote", "encoding", "decimal", "thousands", "header"};
    m_session.read(options);
}

void FilePage::follow()
{
    followRecipe();
    setEnabled(m_session.profile().has_value());
    if (!m_session.profile())
        return;
    const bool open = !m_session.isPublished();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_dataset, m_titleDutch, m_titleEnglish, m_sourceDutch,
                                                            m_sourceEnglish, m_kind, m_classification, m_period,
                                                            m_synthetic, m_delimiter, m_encoding, m_decimal, m_header})
        widget->setEnabled(open);
    Draft draft = m_session.draft();
    if (const std::optional<Recipe> &recipe = m_session.published()) {
        draft.dataset = recipe->dataset;
        draft.title = recipe->title;
        draft.source = recipe->source;
        draft.classification = recipe->classification;
        draft.period = recipe->constantPeriod.value_or("");
        draft.periodWhy = {};
    }
    write(*m_dataset, draft.dataset);
    write(*m_titleDutch, draft.title.nl);
    write(*m_titleEnglish, draft.title.en);
    write(*m_sourceDutch, draft.source.nl);
    write(*m_sourceEnglish, draft.source.en);
    write(*m_period, draft.period);
    const DraftColumn *period = draft.withRole(ColumnRole::Period);
    m_period->setPlaceholderText(period ? tr("from the column %1").arg(qstring(period->name)) : tr("for example 2020"));
    m_periodWhy->setText(reasons(draft.periodWhy, m_words.language));
    m_periodWhy->setVisible(!m_periodWhy->text().isEmpty());
    m_synthetic->setChecked(draft.synthetic);
    choose(*m_kind, int(draft.kind));
    choose(*m_classification, qstring(draft.classification));
    const ReadOptions &read = m_session.profile()->read;
    choose(*m_delimiter, QString(QLatin1Char(read.delimiter)));
    choose(*m_encoding, qstring(read.encoding));
    choose(*m_decimal, qstring(read.decimal + read.thousands));
    choose(*m_header, read.header ? u"1"_s : u"0"_s);
}

void FilePage::followRecipe()
{
    const bool applied = !m_session.recipeName().isEmpty();
    m_forgetRecipe->setVisible(applied);
    const bool figures = !applied && m_session.profile() && m_session.draft().looksPublished;
    m_recipe->setText(applied   ? tr("“%1” is applied to this file.").arg(m_session.recipeName())
                      : figures ? tr("This looks like a table of figures, not a row per person: choose its recipe.")
                                : tr("None yet: everything below is suggested from the file."));
    const bool resumed = m_session.resumed().isValid();
    m_startAnew->setVisible(resumed);
    QStringList changes;
    if (resumed)
        changes << tr("Your choices of %1 for this file are here again.").arg(m_words.moment(m_session.resumed()));
    for (const DraftChange &change : m_session.changes())
        changes << u"· "_s + qstring(changeText(change, m_words.language));
    if (m_session.isPublished())
        changes << tr("A recipe for published figures: it is used as it stands. Look at the check, then import.");
    else if (applied && m_session.changes().empty())
        changes << tr("The file has the same columns and codes as the recipe.");
    m_changes->setText(changes.join(u'\n'));
    m_changes->setVisible(!changes.isEmpty());
}

} // namespace evenredig
