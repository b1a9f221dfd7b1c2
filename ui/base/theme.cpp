#include "ui/base/theme.h"

#include "ui/charts/figurefont.h"

#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>

namespace evenredig {

using namespace Qt::StringLiterals;

namespace {

constexpr int fontPixels = 13;

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

Theme::Theme(const QString &name) : m_name(name)
{
    const QJsonObject colours = QJsonDocument::fromJson(bytesOf(u":/themes/%1.json"_s.arg(name))).object();
    for (auto entry = colours.begin(); entry != colours.end(); ++entry)
        m_colours.insert(entry.key(), QColor(entry.value().toString()));
}

Theme Theme::light()
{
    return Theme(u"light"_s);
}

Theme Theme::dark()
{
    return Theme(u"dark"_s);
}

Theme Theme::of(Preferences::Appearance appearance)
{
    static const bool systemIsDark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    switch (appearance) {
    case Preferences::Appearance::Light: return light();
    case Preferences::Appearance::Dark: return dark();
    case Preferences::Appearance::AsSystem: break;
    }
    return systemIsDark ? dark() : light();
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, const QString &name) { palette.setColor(role, colour(name)); };
    set(QPalette::Window, u"window"_s);
    set(QPalette::Base, u"base"_s);
    set(QPalette::AlternateBase, u"sentence"_s);
    set(QPalette::Button, u"window"_s);
    set(QPalette::Text, u"text"_s);
    set(QPalette::WindowText, u"text"_s);
    set(QPalette::ButtonText, u"text"_s);
    set(QPalette::Highlight, u"accent"_s);
    set(QPalette::HighlightedText, u"accentText"_s);
    set(QPalette::PlaceholderText, u"faint"_s);
    set(QPalette::Link, u"accent"_s);
    set(QPalette::LinkVisited, u"accent"_s);
    set(QPalette::ToolTipBase, u"base"_s);
    set(QPalette::ToolTipText, u"text"_s);
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colour(u"faint"_s));
    return palette;
}

QString Theme::styleSheet() const
{
    QString sheet = QString::fromUtf8(bytesOf(u":/themes/window.qss"_s));
    // The longest names first: @accentText is not @accent followed by Text.
    QStringList names = m_colours.keys();
    std::ranges::sort(names, std::ranges::greater(), &QString::size);
    for (const QString &name : names)
        sheet.replace(u'@' + name, colour(name).name());
    return sheet.replace(u"@theme"_s, m_name);
}

QIcon Theme::icon(const QString &name) const
{
    QByteArray drawing = bytesOf(u":/icons/%1.svg"_s.arg(name));
    drawing.replace("#222222", colour(u"text"_s).name().toLatin1());
    QIcon icon;
    for (const int size : {16, 32, 48}) { // for screens of 100, 200 and 300 %
        QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        QSvgRenderer(drawing).render(&painter);
        painter.end();
        icon.addPixmap(QPixmap::fromImage(image));
    }
    return icon;
}

QFont Theme::font()
{
    QFont font(figureFontFamily());
    font.setPixelSize(fontPixels);
    return font;
}

} // namespace evenredig
