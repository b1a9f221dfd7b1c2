#include "ui/base/preferences.h"

#include "ui/base/text.h"

#include <QSettings>

namespace evenredig {

using namespace Qt::StringLiterals;

namespace {

Language readLanguage(const QSettings &settings, const QString &key)
{
    return languageFromCode(settings.value(key).toString().toStdString()).value_or(Language::Dutch);
}

Preferences::Numbers readNumbers(const QString &name)
{
    if (name == "nl"_L1)
        return Preferences::Numbers::Dutch;
    return name == "en"_L1 ? Preferences::Numbers::English : Preferences::Numbers::AsOutputLanguage;
}

QString numbersName(Preferences::Numbers numbers)
{
    switch (numbers) {
    case Preferences::Numbers::Dutch: return u"nl"_s;
    case Preferences::Numbers::English: return u"en"_s;
    case Preferences::Numbers::AsOutputLanguage: break;
    }
    return u"output"_s;
}

Preferences::Appearance readAppearance(const QString &name)
{
    if (name == "dark"_L1)
        return Preferences::Appearance::Dark;
    return name == "light"_L1 ? Preferences::Appearance::Light : Preferences::Appearance::AsSystem;
}

QString appearanceName(Preferences::Appearance appearance)
{
    switch (appearance) {
    case Preferences::Appearance::Light: return u"light"_s;
    case Preferences::Appearance::Dark: return u"dark"_s;
    case Preferences::Appearance::AsSystem: break;
    }
    return u"system"_s;
}

} // namespace

Preferences Preferences::load()
{
    const QSettings settings;
    Preferences result;
    result.interfaceLanguage = readLanguage(settings, u"language/interface"_s);
    result.outputLanguage = readLanguage(settings, u"language/output"_s);
    result.numbers = readNumbers(settings.value(u"language/numbers"_s).toString());
    result.letterKeys = settings.value(u"keys/letters"_s, true).toBool() ? LetterKeys::On : LetterKeys::Off;
    result.appearance = readAppearance(settings.value(u"window/appearance"_s).toString());
    return result;
}

void Preferences::save() const
{
    QSettings settings;
    settings.setValue(u"language/interface"_s, qstring(languageCode(interfaceLanguage)));
    settings.setValue(u"language/output"_s, qstring(languageCode(outputLanguage)));
    settings.setValue(u"language/numbers"_s, numbersName(numbers));
    settings.setValue(u"keys/letters"_s, letterKeys == LetterKeys::On);
    settings.setValue(u"window/appearance"_s, appearanceName(appearance));
}

NumberFormat Preferences::numberFormat(Language output) const
{
    switch (numbers) {
    case Numbers::Dutch: return NumberFormat::dutch();
    case Numbers::English: return NumberFormat::english();
    case Numbers::AsOutputLanguage: break;
    }
    return output == Language::English ? NumberFormat::english() : NumberFormat::dutch();
}

} // namespace evenredig
