#include "ui/explore/windowactions.h"

#include "ui/base/text.h"
#include "ui/session/asksupport.h"

#include <QActionGroup>
#include <QFileInfo>
#include <QMenuBar>

#include <algorithm>

namespace evenredig {

using namespace Qt::StringLiterals;

namespace {

QAction *choice(QMenu *menu, QActionGroup *group, int value)
{
    QAction *action = menu->addAction(QString());
    action->setCheckable(true);
    action->setData(value);
    group->addAction(action);
    return action;
}

void tick(const std::vector<QAction *> &actions, int value)
{
    for (QAction *action : actions)
        action->setChecked(action->data().toInt() == value);
}

// A name from a file may hold an ampersand, which a menu would take for a mnemonic.
QString menuText(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

} // namespace

WindowActions::WindowActions(QWidget *window) : QObject(window), m_window(window)
{
    createFileActions();
    createViewActions();
    createQuestionActions();
    createFigureActions();
    createLanguageMenus();
    createAppearanceMenu();
    retranslate();
}

QAction *WindowActions::add(const QKeySequence &shortcut)
{
    auto *action = new QAction(m_window);
    action->setShortcut(shortcut);
    m_window->addAction(action);
    return action;
}

QAction *WindowActions::addTick(const QKeySequence &shortcut)
{
    QAction *action = add(shortcut);
    action->setCheckable(true);
    return action;
}

void WindowActions::createFileActions()
{
    newFile = add(QKeySequence::New);
    open = add(QKeySequence::Open);
    sample = add();
    importData = add(QKeySequence(Qt::CTRL | Qt::Key_I));
    datasets = add(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I));
    saveCopy = add(QKeySequence::Save);
    exportFigure = add(QKeySequence(Qt::CTRL | Qt::Key_E));
    quit = add(QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit->setMenuRole(QAction::QuitRole);
    undo = add(QKeySequence::Undo);
    // Ctrl+Shift+Z everywhere, and what the system is used to (Ctrl+Y on Windows).
    redo = add();
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    copy = add(QKeySequence::Copy);
    copyFigure = add(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    copySentences = add();
    find = add(QKeySequence(Qt::CTRL | Qt::Key_K));
    recent = new QMenu(m_window);
}

void WindowActions::createViewActions()
{
    table = add(QKeySequence(Qt::Key_F4));
    m_tableLetter = new QAction(m_window);
    connect(m_tableLetter, &QAction::triggered, table, &QAction::trigger);
    nextPane = add(QKeySequence(Qt::Key_F6));
    previousPane = add(QKeySequence(Qt::SHIFT | Qt::Key_F6));
    leftDock = addTick(QKeySequence(Qt::Key_F9));
    rightDock = addTick(QKeySequence(Qt::SHIFT | Qt::Key_F9));
    showAll = addTick();
    letterKeys = addTick();
    sentences = addTick();
    sentences->setChecked(true);
    fullScreen = addTick(QKeySequence(Qt::Key_F11));
    larger = add();
    larger->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    smaller = add(QKeySequence(Qt::CTRL | Qt::Key_Minus));
    usualSize = add(QKeySequence(Qt::CTRL | Qt::Key_0));
    explain = add(QKeySequence(Qt::Key_F1));
    firstSteps = add();
    about = add();
    about->setMenuRole(QAction::AboutRole);
}

void WindowActions::createQuestionActions()
{
    auto *group = new QActionGroup(this);
    for (const AskTraits &traits : allAskTraits()) {
        const Ask ask = traits.ask;
        auto *action = new QAction(m_window);
        action->setCheckable(true);
        group->addAction(action);
        asks.push_back(action);
        m_letters.push_back({action, QKeySequence(Qt::Key_1 + int(ask))});
    }
    generations = new QAction(m_window);
    reference = new QAction(m_window);
    highlight = new QAction(m_window);
    m_letters.push_back({generations, QKeySequence(Qt::Key_G)});
    m_letters.push_back({reference, QKeySequence(Qt::Key_R)});
    m_letters.push_back({highlight, QKeySequence(Qt::Key_H)});
    m_letters.push_back({m_tableLetter, QKeySequence(Qt::Key_T)});
}

void WindowActions::createFigureActions()
{
    byValue = new QAction(m_window);
    byValue->setCheckable(true);
    byGroup = new QAction(m_window);
    byGroup->setCheckable(true);
    pin = add(QKeySequence(Qt::CTRL | Qt::Key_Return));
    unpinAll = add();
    rows = new QMenu(m_window);
    auto *group = new QActionGroup(this);
    for (const auto shown :
         {FigureForm::Rows::Answering, FigureForm::Rows::All, FigureForm::Rows::Established, FigureForm::Rows::Changed})
        m_rowChoices.push_back(choice(rows, group, int(shown)));
    m_establishedLetter = new QAction(m_window);
    m_letters.push_back({byValue, QKeySequence(Qt::Key_S)});
    m_letters.push_back({byGroup, QKeySequence(Qt::Key_P)});
    m_letters.push_back({m_establishedLetter, QKeySequence(Qt::Key_F)});
    connect(byValue, &QAction::triggered, this, [this](bool on) {
        m_form.order = on ? FigureForm::Order::ByValue : FigureForm::Order::Fixed;
        Q_EMIT formChosen(m_form);
    });
    connect(byGroup, &QAction::triggered, this, [this](bool on) {
        m_form.arrangement = on ? FigureForm::Arrangement::Panels : FigureForm::Arrangement::Together;
        Q_EMIT formChosen(m_form);
    });
    connect(group, &QActionGroup::triggered, this, [this](const QAction *action) {
        m_form.rows = static_cast<FigureForm::Rows>(action->data().toInt());
        Q_EMIT formChosen(m_form);
    });
    connect(m_establishedLetter, &QAction::triggered, this, [this] {
        const bool on = m_form.rows == FigureForm::Rows::Established;
        m_rowChoices[std::size_t(on ? FigureForm::Rows::Answering : FigureForm::Rows::Established)]->trigger();
    });
}

void WindowActions::createAppearanceMenu()
{
    m_appearance = new QMenu(m_window);
    auto *group = new QActionGroup(this);
    for (const auto appearance :
         {Preferences::Appearance::AsSystem, Preferences::Appearance::Light, Preferences::Appearance::Dark})
        m_appearances.push_back(choice(m_appearance, group, int(appearance)));
    connect(group, &QActionGroup::triggered, this, [this](const QAction *action) {
        Preferences chosen = m_preferences;
        chosen.appearance = static_cast<Preferences::Appearance>(action->data().toInt());
        Q_EMIT preferencesChosen(chosen);
    });
}

void WindowActions::createLanguageMenus()
{
    m_interfaceLanguage = new QMenu(m_window);
    m_outputLanguage = new QMenu(m_window);
    numbers = new QMenu(m_window);
    auto *interfaces = new QActionGroup(this);
    auto *outputs = new QActionGroup(this);
    auto *formats = new QActionGroup(this);
    for (const Language language : {Language::Dutch, Language::English}) {
        m_interfaceLanguages.push_back(choice(m_interfaceLanguage, interfaces, int(language)));
        m_outputLanguages.push_back(choice(m_outputLanguage, outputs, int(language)));
    }
    for (const auto format :
         {Preferences::Numbers::AsOutputLanguage, Preferences::Numbers::Dutch, Preferences::Numbers::English})
        m_numberFormats.push_back(choice(numbers, formats, int(format)));

    connect(interfaces, &QActionGroup::triggered, this, [this](const QAction *action) {
        Preferences chosen = m_preferences;
        const bool together = chosen.outputLanguage == chosen.interfaceLanguage; // until they are set apart
        chosen.interfaceLanguage = static_cast<Language>(action->data().toInt());
        if (together)
            chosen.outputLanguage = chosen.interfaceLanguage;
        Q_EMIT preferencesChosen(chosen);
    });
    connect(outputs, &QActionGroup::triggered, this, [this](const QAction *action) {
        Preferences chosen = m_preferences;
        chosen.outputLanguage = static_cast<Language>(action->data().toInt());
        Q_EMIT preferencesChosen(chosen);
    });
    connect(formats, &QActionGroup::triggered, this, [this](const QAction *action) {
        Preferences chosen = m_preferences;
        chosen.numbers = static_cast<Preferences::Numbers>(action->data().toInt());
        Q_EMIT preferencesChosen(chosen);
    });
    connect(letterKeys, &QAction::triggered, this, [this](bool on) {
        Preferences chosen = m_preferences;
        chosen.letterKeys = on ? Preferences::LetterKeys::On : Preferences::LetterKeys::Off;
        Q_EMIT preferencesChosen(chosen);
    });
}

void WindowActions::fillMenuBar(QMenuBar &bar)
{
    m_file = bar.addMenu(QString());
    m_file->addActions({newFile, open, sample});
    m_file->addMenu(recent);
    m_file->addSeparator();
    m_file->addActions({importData, datasets});
    m_file->addSeparator();
    m_file->addActions({saveCopy, exportFigure});
    m_file->addSeparator();
    m_file->addAction(quit);
    m_edit = bar.addMenu(QString());
    m_edit->addActions({undo, redo});
    m_edit->addSeparator();
    m_edit->addActions({copy, copyFigure, copySentences, find});
    m_view = bar.addMenu(QString());
    m_view->addActions({table, nextPane, previousPane});
    m_view->addSeparator();
    m_view->addActions({leftDock, rightDock, sentences, showAll});
    m_view->addSeparator();
    m_view->addActions({larger, smaller, usualSize, fullScreen});
    m_view->addSeparator();
    m_view->addMenu(m_interfaceLanguage);
    m_view->addMenu(m_outputLanguage);
    m_view->addMenu(numbers);
    m_view->addMenu(m_appearance);
    m_view->addAction(letterKeys);
    m_question = bar.addMenu(QString());
    for (QAction *ask : asks)
        m_question->addAction(ask);
    m_question->addSeparator();
    m_question->addActions({generations, reference, highlight});
    m_figure = bar.addMenu(QString());
    m_figure->addActions({byValue, byGroup});
    m_figure->addMenu(rows);
    m_figure->addSeparator();
    m_figure->addActions({pin, unpinAll});
    m_help = bar.addMenu(QString());
    m_help->addActions({explain, firstSteps, about});
    for (QMenu *menu : {m_file, m_view, m_question, m_figure, m_help, recent})
        menu->setToolTipsVisible(true);
    retranslate();
}

void WindowActions::retranslate()
{
    retranslateFile();
    retranslateView();
    retranslateQuestion();
    retranslateFigure();
    retranslateLanguages();
    if (!m_file)
        return;
    m_file->setTitle(tr("&File"));
    m_edit->setTitle(tr("&Edit"));
    m_view->setTitle(tr("&View"));
    m_question->setTitle(tr("&Question"));
    m_figure->setTitle(tr("Fi&gure"));
    m_help->setTitle(tr("&Help"));
}

void WindowActions::retranslateFile()
{
    newFile->setText(tr("&New file …"));
    newFile->setToolTip(tr("An empty file for data of your own"));
    open->setText(tr("&Open …"));
    importData->setText(tr("&Import …"));
    importData->setToolTip(tr("Text files with people or figures, into the open file"));
    datasets->setText(tr("&Data sets …"));
    datasets->setToolTip(tr("What is in the open file: accounts, ledgers, quality"));
    sample->setText(tr("Open the &sample"));
    recent->setTitle(tr("Opened &before"));
    saveCopy->setText(tr("Save a &copy as …"));
    saveCopy->setToolTip(tr("Everything is saved as it happens; this writes a copy under a name of its own."));
    exportFigure->setText(tr("&Export …"));
    exportFigure->setToolTip(tr("The figure as PNG, SVG or PDF, its numbers as CSV or JSON"));
    quit->setText(tr("&Quit"));
    undo->setText(tr("&Undo"));
    redo->setText(tr("&Redo"));
    copy->setText(tr("&Copy"));
    copy->setToolTip(tr("What has the focus: selected words, the figure, or the cells of the table"));
    copyFigure->setText(tr("Copy the &figure with its words"));
    copyFigure->setToolTip(tr("Picture, title, source, alternative text and sentences, for a letter"));
    copySentences->setText(tr("Copy the &sentences"));
    find->setText(tr("&Find indicator or group"));
}

void WindowActions::retranslateView()
{
    // A key behind a tab is only shown: T acts where the figure has focus, F4 everywhere.
    table->setText(tr("Figure or &table") + u"\tF4, T"_s);
    nextPane->setText(tr("&Next pane"));
    previousPane->setText(tr("&Previous pane"));
    leftDock->setText(tr("&Left pane"));
    rightDock->setText(tr("&Right pane"));
    showAll->setText(tr("&All indicators"));
    letterKeys->setText(tr("Single &keys as shortcuts"));
    sentences->setText(tr("&Sentences below the figure"));
    fullScreen->setText(tr("Figure on the whole s&creen"));
    fullScreen->setToolTip(tr("Type of 20 points, for a briefing; Esc leads back"));
    larger->setText(tr("Larger t&ype"));
    smaller->setText(tr("Smaller typ&e"));
    usualSize->setText(tr("Type of the &usual size"));
    explain->setText(tr("&Explanation of this question"));
    firstSteps->setText(tr("&First steps"));
    about->setText(tr("&About Evenredig"));
}

void WindowActions::retranslateQuestion()
{
    for (std::size_t place = 0; place < asks.size(); ++place)
        asks[place]->setText(u"&%1 %2"_s.arg(place + 1).arg(AskWords::name(static_cast<Ask>(place))));
    generations->setText(tr("First and second &generation"));
    reference->setText(tr("Choose the &reference"));
    highlight->setText(tr("&Highlight the group"));
}

void WindowActions::retranslateFigure()
{
    byValue->setText(tr("&Order by value"));
    byGroup->setText(tr("A &panel for each group"));
    byGroup->setToolTip(tr("Each group in a small panel of its own, with the others in grey behind it"));
    rows->setTitle(tr("&Rows of the overview"));
    m_rowChoices[0]->setText(tr("indicators with &figures"));
    m_rowChoices[1]->setText(tr("&all indicators"));
    m_rowChoices[2]->setText(tr("only &demonstrable differences") + u"\tF"_s);
    m_rowChoices[3]->setText(tr("only what &changed"));
    pin->setText(tr("P&in the figure"));
    pin->setToolTip(tr("Keeps this figure beside the next one; at most three (Ctrl+Enter)"));
    unpinAll->setText(tr("&Unpin all"));
    m_appearance->setTitle(tr("A&ppearance"));
    m_appearances[0]->setText(tr("As the &system"));
    m_appearances[1]->setText(tr("&Light"));
    m_appearances[2]->setText(tr("&Dark"));
}

void WindowActions::retranslateLanguages()
{
    m_interfaceLanguage->setTitle(tr("Language of the &window"));
    m_outputLanguage->setTitle(tr("Language of &figures"));
    numbers->setTitle(tr("Nu&mber format"));
    for (const std::vector<QAction *> &languages : {m_interfaceLanguages, m_outputLanguages}) {
        // Each language in its own words, whatever the language of the window.
        languages[0]->setText(u"&Nederlands"_s);
        languages[1]->setText(u"&English"_s);
    }
    m_numberFormats[0]->setText(tr("&As the language of figures"));
    m_numberFormats[1]->setText(u"&1  12.345,6"_s);
    m_numberFormats[2]->setText(u"&2  12,345.6"_s);
}

void WindowActions::setRecentFiles(const QStringList &files)
{
    recent->clear();
    for (qsizetype place = 0; place < files.size(); ++place) {
        const QString path = files.at(place);
        QAction *action = recent->addAction(
            u"&%1  %2"_s.arg(place + 1).arg(menuText(QFileInfo(path).completeBaseName())));
        action->setToolTip(path.toHtmlEscaped());
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT recentChosen(path); });
    }
    recent->setEnabled(!files.isEmpty());
}

void WindowActions::setPreferences(const Preferences &preferences)
{
    m_preferences = preferences;
    tick(m_interfaceLanguages, int(preferences.interfaceLanguage));
    tick(m_outputLanguages, int(preferences.outputLanguage));
    tick(m_numberFormats, int(preferences.numbers));
    tick(m_appearances, int(preferences.appearance));
    letterKeys->setChecked(preferences.letterKeys == Preferences::LetterKeys::On);
    setLetters(letterKeys->isChecked());
}

void WindowActions::setForm(const FigureForm &form)
{
    m_form = form;
    byValue->setChecked(form.order == FigureForm::Order::ByValue);
    byGroup->setChecked(form.arrangement == FigureForm::Arrangement::Panels);
    tick(m_rowChoices, int(form.rows));
}

QAction *WindowActions::chosenRows() const
{
    const auto found = std::ranges::find_if(m_rowChoices, &QAction::isChecked);
    return found == m_rowChoices.end() ? nullptr : *found;
}

void WindowActions::giveLetterKeys(const std::vector<QWidget *> &widgets)
{
    for (const Letter &letter : m_letters) {
        letter.action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        for (QWidget *widget : widgets)
            widget->addAction(letter.action);
    }
    setLetters(letterKeys->isChecked());
}

void WindowActions::setLetters(bool on)
{
    for (const Letter &letter : m_letters)
        letter.action->setShortcut(on ? letter.key : QKeySequence());
}

} // namespace evenredig
