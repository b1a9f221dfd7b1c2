#include "ui/charts/figurefont.h"

#include <QFile>
#include <QFontDatabase>

namespace evenredig {

namespace {

QString registerFonts()
{
    QString family;
    for (const char *file : {"Regular", "Italic", "SemiBold", "Bold"}) {
        const QString path = QStringLiteral(":/evenredig/fonts/Inter-%1.otf").arg(QLatin1String(file));
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

QString figureFontFamily()
{
    static const QString family = registerFonts();
    return family;
}

QFont figureFont(const TextStyle &style)
{
    QFont font(figureFontFamily());
    font.setPixelSize(qRound(style.points * 10));
    font.setWeight(style.weight == Weight::Bold       ? QFont::Bold
                   : style.weight == Weight::SemiBold ? QFont::DemiBold
                                                      : QFont::Normal);
    font.setItalic(style.italic);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::PreferAntialias);
    return font;
}

} // namespace evenredig
