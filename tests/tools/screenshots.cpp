// Makes the pictures of the help: the real window on the sample, asked one question after the other.
//     screenshots FOLDER        writes FOLDER/{nl,en}/*.png; needs no display
// Exit status 1 when something did not come into view, so that no picture of a fault is kept.
#include "ui/base/text.h"
#include "ui/charts/figureview.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/explore/cardpane.h"
#include "ui/explore/figurepane.h"
#include "ui/import/columnspage.h"
#include "ui/import/dataactions.h"
#include "ui/import/simfile.h"
#include "ui/samplewindow.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>

#include <array>
#include <cstdio>

using namespace evenredig;
using namespace Qt::StringLiterals;

namespace {

struct Picture {
    const char *name;
    Ask ask;
    const char *indicator;
};
// One indicator that the question suits; the register of suspects has the longest series of the sample.
constexpr std::array pictures{Picture{"overview", Ask::Overview, ""},
                              Picture{"level", Ask::Level, "income.independent"},
                              Picture{"development", Ask::Development, "safety.suspects"},
                              Picture{"relative", Ask::Relative, "safety.suspects"},
                              Picture{"generations", Ask::Generations, "health.perceived_good_12_64"},
                              Picture{"gap", Ask::Gap, "safety.suspects"}};

class Photographer {
public:
    Photographer(const QString &folder, Language language) : m_folder(folder), m_language(language) {}

    /// False, with a line on standard error, when a picture could not be made.
    bool run()
    {
        if (!QDir().mkpath(m_folder) || !m_sample.failure().isEmpty())
            return complain(m_folder + u": "_s + m_sample.failure());
        if (!open())
            return false;
        for (const Picture &picture : pictures)
            if (!photograph(picture))
                return false;
        return photographCard() && photographExport() && photographImport();
    }

private:
    static bool complain(const QString &what)
    {
        std::fprintf(stderr, "screenshots: %s\n", qPrintable(what));
        return false;
    }

    bool open()
    {
        setInterfaceLanguage(m_language);
        m_owner = makeMainWindow(m_sample.path());
        m_window = qobject_cast<MainWindow *>(m_owner.get());
        Preferences preferences = session().preferences();
        preferences.interfaceLanguage = preferences.outputLanguage = m_language;
        session().setPreferences(preferences);
        m_window->resize(1280, 800);
        m_window->show();
        const bool answered = QTest::qWaitFor([this] { return session().answer() != nullptr; }, 60000);
        return answered || complain(u"no first figure"_s);
    }
    Session &session() const { return m_window->session(); }

    // Until every job is done and what they brought is laid out and painted.
    bool calm() const
    {
        if (!settle(session()))
            return false;
        QTest::qWait(400);
        return settle(session());
    }

    bool photograph(const Picture &picture)
    {
        Question question;
        question.ask = picture.ask;
        question.indicator = picture.indicator;
        session().ask(question);
        m_window->findChild<FigureView *>()->setFocus();
        if (!calm() || !session().failure().isEmpty() || session().figure().ask != picture.ask)
            return complain(u"%1: %2"_s.arg(QLatin1StringView(picture.name), session().failure()));
        if (picture.ask == Ask::Gap && !save(m_window->grab(), u"window"_s))
            return false;
        // The questions, the figure and its sentence; the table below would be cut.
        const QWidget *centre = m_window->centralWidget();
        const QWidget *figure = m_window->findChild<FigurePane *>();
        const int height = figure->mapTo(centre, QPoint(0, figure->height())).y();
        return save(m_window->grab({centre->mapTo(m_window, QPoint()), QSize(centre->width(), height)}),
                    QString::fromLatin1(picture.name));
    }

    // Of the last question, so that verdict and movement are both there.
    bool photographCard() const
    {
        auto *card = m_window->findChild<CardPane *>();
        return save(m_window->grab({card->mapTo(m_window, QPoint()), QSize(card->width(), 650)}), u"card"_s);
    }

    bool photographExport() const
    {
        ExportDialog dialog(session(), m_window);
        // Not the folder of whoever makes the pictures.
        auto *path = dialog.findChild<QLineEdit *>();
        const QString folder = m_language == Language::Dutch ? u"/home/analist/Documenten/"_s
                                                             : u"/home/analyst/Documents/"_s;
        path->setText(folder + QFileInfo(path->text()).fileName());
        dialog.show();
        dialog.findChild<QComboBox *>()->setFocus();
        QTest::qWait(300);
        return save(dialog.grab(), u"export"_s);
    }

    /// The four steps of an import of a made-up file, and the page of its quality.
    bool photographImport()
    {
        const QString file = m_sample.path(u"sim2020.csv"_s);
        if (!simfile::write(file))
            return complain(u"cannot write "_s + file);
        DataActions *data = m_window->data();
        data->importFiles({file});
        ImportWindow *window = data->importWindow();
        window->resize(1240, 760);
        auto *next = window->findChild<QPushButton *>(u"accentButton"_s);
        for (const char *step : {"import-file", "import-columns", "import-sample", "import-check"}) {
            if (!QTest::qWaitFor([window] { return window->session().trial().has_value(); }, 20000))
                return complain(u"no trial of the import"_s);
            window->findChild<ColumnsPage *>()->choose("ink");
            QTest::qWait(400);
            if (!save(window->grab(), QString::fromLatin1(step)))
                return false;
            QTest::mouseClick(next, Qt::LeftButton);
        }
        const auto shown = [data] { return data->datasetsWindow() && !data->datasetsWindow()->isBusy(); };
        if (!QTest::qWaitFor(shown, 20000) || !calm())
            return complain(u"no page of quality"_s);
        return save(data->datasetsWindow()->grab(), u"quality"_s);
    }

    [[nodiscard]] bool save(const QPixmap &pixmap, const QString &name) const
    {
        const QString file = m_folder + u'/' + name + u".png"_s;
        return pixmap.save(file) || complain(u"cannot write "_s + file);
    }

    QString m_folder;
    Language m_language;
    SampleFolder m_sample;
    std::unique_ptr<QMainWindow> m_owner;
    MainWindow *m_window = nullptr;
};

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_SCALE_FACTOR", "1");
    const QApplication application(argc, argv);
    if (argc != 2) {
        std::fprintf(stderr, "screenshots FOLDER\n");
        return 2;
    }
    for (const Language language : {Language::Dutch, Language::English}) {
        const QString folder = QString::fromLocal8Bit(argv[1]) + u'/' + qstring(languageCode(language));
        if (!Photographer(folder, language).run())
            return 1;
    }
    return 0;
}
