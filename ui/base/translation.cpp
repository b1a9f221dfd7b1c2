#include "ui/base/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>
#include <QVariant>

#include <memory>

namespace evenredig {

using namespace Qt::StringLiterals;

namespace {

const char *const languageProperty = "evenredigInterfaceLanguage";

// The application owns its translators; they are found again by name, so that no global is needed.
void install(const QString &name, const QString &file, const QString &folder)
{
    QCoreApplication *application = QCoreApplication::instance();
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(file, folder))
        return;
    translator->setObjectName(name);
    translator->setParent(application);
    QCoreApplication::installTranslator(translator.release());
}

void remove(const QString &name)
{
    const QList<QTranslator *> translators = QCoreApplication::instance()->findChildren<QTranslator *>(name);
    for (QTranslator *translator : translators) {
        QCoreApplication::removeTranslator(translator);
        delete translator;
    }
}

} // namespace

void setInterfaceLanguage(Language language)
{
    if (chosenInterfaceLanguage() == language)
        return;
    QCoreApplication::instance()->setProperty(languageProperty, int(language));
    remove(u"interface"_s);
    remove(u"qtbase"_s);
    if (language != Language::Dutch)
        return;
    install(u"qtbase"_s, u"qtbase_nl"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(u"interface"_s, u"evenredig_nl"_s, u":/translations"_s);
}

std::optional<Language> chosenInterfaceLanguage()
{
    const QVariant value = QCoreApplication::instance()->property(languageProperty);
    return value.isValid() ? std::optional<Language>(static_cast<Language>(value.toInt())) : std::nullopt;
}

} // namespace evenredig
