// Everything the window can do, as actions in menus: every shortcut stands in a menu.
#pragma once

#include "core/model/question.h"
#include "ui/base/preferences.h"

#include <QAction>
#include <QMenu>
#include <QObject>

#include <vector>

class QActionGroup;
class QMenuBar;

namespace evenredig {

/// The actions and menus of a window; what they do is connected by the window.
class WindowActions final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowActions)

public:
    explicit WindowActions(QWidget *window);

    void fillMenuBar(QMenuBar &bar);
    void retranslate();
    void setRecentFiles(const QStringList &files);
    /// Ticks the languages, number format and letter keys that are set.
    void setPreferences(const Preferences &preferences);
    /// Ticks the form that the figure has.
    void setForm(const FigureForm &form);
    /// The ticked one of the choices in `rows`.
    [[nodiscard]] QAction *chosenRows() const;
    /// Single letters act where these widgets or their children have focus, and nowhere else.
    void giveLetterKeys(const std::vector<QWidget *> &widgets);

    QAction *newFile, *open, *sample, *importData, *datasets, *saveCopy, *exportFigure, *quit;
    QAction *undo, *redo, *copy, *copyFigure, *copySentences, *find;
    QAction *table, *nextPane, *previousPane, *leftDock, *rightDock, *showAll, *letterKeys;
    QAction *sentences, *fullScreen, *larger, *smaller, *usualSize;
    std::vector<QAction *> asks; ///< one per question, in their order
    QAction *generations, *reference, *highlight;
    QAction *byValue, *byGroup, *pin, *unpinAll;
    QAction *explain, *firstSteps, *about;
    QMenu *recent, *numbers, *rows;

Q_SIGNALS:
    void recentChosen(const QString &path);
    /// A language or number format was chosen; the rest stays as it is.
    void preferencesChosen(const evenredig::Preferences &preferences);
    void formChosen(const evenredig::FigureForm &form);

private:
    struct Letter {
        QAction *action;
        QKeySequence key;
    };
    QAction *add(const QKeySequence &shortcut = {});
    QAction *addTick(const QKeySequence &shortcut = {});
    void createFileActions();
    void createViewActions();
    void createQuestionActions();
    void createFigureActions();
    void createLanguageMenus();
    void createAppearanceMenu();
    void retranslateFile();
    void retranslateView();
    void retranslateQuestion();
    void retranslateFigure();
    void retranslateLanguages();
    void setLetters(bool on);

    QWidget *m_window;
    Preferences m_preferences;
    FigureForm m_form;
    std::vector<Letter> m_letters;
    QAction *m_tableLetter, *m_establishedLetter;
    QMenu *m_file = nullptr, *m_edit = nullptr, *m_view = nullptr, *m_question = nullptr, *m_figure = nullptr,
          *m_help = nullptr;
    QMenu *m_interfaceLanguage, *m_outputLanguage, *m_appearance;
    std::vector<QAction *> m_interfaceLanguages, m_outputLanguages, m_numberFormats, m_appearances, m_rowChoices;
};

} // namespace evenredig
