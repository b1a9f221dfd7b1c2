#include "ui/application.h"

#include "ui/base/theme.h"
#include "ui/mainwindow.h"
#include "ui/session/viewstate.h"

#include <QApplication>
#include <QIcon>
#include <QStyleFactory>

namespace evenredig {

using namespace Qt::StringLiterals;

namespace {

// Settings are kept under these names, whoever starts the window.
void nameApplication()
{
    if (QCoreApplication::organizationName().isEmpty())
        QCoreApplication::setOrganizationName(u"Evenredig"_s);
    QCoreApplication::setApplicationName(u"Evenredig"_s);
    QGuiApplication::setDesktopFileName(u"evenredig"_s); // Wayland finds icon and name by it
}

void dress(Preferences::Appearance appearance)
{
    const Theme theme = Theme::of(appearance);
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setPalette(theme.palette());
    QApplication::setFont(Theme::font());
}

} // namespace

std::unique_ptr<QMainWindow> makeMainWindow(const QString &workspacePath, Session::SampleProvider sample)
{
    nameApplication();
    Preferences preferences = Preferences::load();
    dress(preferences.appearance);
    preferences.interfaceLanguage = chosenInterfaceLanguage().value_or(preferences.interfaceLanguage);
    setInterfaceLanguage(preferences.interfaceLanguage);
    auto window = std::make_unique<MainWindow>(preferences);
    window->setWindowIcon(QIcon(u":/icons/evenredig.svg"_s));
    window->setSampleProvider(std::move(sample));
    Session &session = window->session();
    const QStringList recent = recentFiles();
    if (!workspacePath.isEmpty())
        session.open(workspacePath);
    else if (!recent.isEmpty())
        session.open(recent.front());
    else
        session.openSample();
    return window;
}

} // namespace evenredig
