#include "ui/charts/figurefont.h"

#include <QFile>
#include <QFontDatabase>

namespace evenredig {

namespace {

QString registerFonts(const QString &digits)
{
    QString family;
    for (const char *face : {"Regular", "Italic", "SemiBold", "Bold"}) {
        const QString path = QStringLiteral(":/evenredig/fonts/Inter-%1-%2.otf").arg(digits, QLatin1String(face));
        const int id = QFile::exists(path) ? QFontDatabase::addApplicationFont(path) : -1;
        const QStringList families = id < 0 ? QStringList() : QFontDatabase::applicationFontFamilies(id);
        if (!families.isEmpty() && family.isEmpty())
            family = families.first();
    }
    if (!family.isEmpty())
        return family;
    const QStringList present = QFontDatabase::families();
    for (const QString &other : {QStringLiteral("Inter"), QStringLiteral("Open Sans"), QStringLiteral("Segoe UI"),
                                 QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")}) {
        if (present.contains(other))
            return other;
    }
    return QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
}

} // namespace

QString figureFontFamily(Digits digits)
{
    static const QString proportional = registerFonts(QStringLiteral("proportional"));
    static const QString tabular = registerFonts(QStringLiteral("tabular"));
    return digits == Digits::Tabular ? tabular : proportional;
}

QFont figureFont(const TextStyle &style)
{
    QFont font(figureFontFamily(style.digits));
    font.setPixelSize(qRound(style.points * 10));
    font.setWeight(style.weight == Weight::Bold       ? QFont::Bold
                   : style.weight == Weight::SemiBold ? QFont::DemiBold
                                                      : QFont::Normal);
    font.setItalic(style.italic);
    font.setKerning(style.digits == Digits::Proportional); // kerned figures do not stand under one another
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::PreferAntialias);
    return font;
}

} // namespace evenredig
