#include "ui/theme.h"

#include "ui/charts/figurefont.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

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

Theme Theme::light()
{
    Theme theme;
    const QJsonObject colours = QJsonDocument::fromJson(bytesOf(u":/themes/light.json"_s)).object();
    for (auto entry = colours.begin(); entry != colours.end(); ++entry)
        theme.m_colours.insert(entry.key(), QColor(entry.value().toString()));
    return theme;
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
    return sheet;
}

QFont Theme::font()
{
    QFont font(figureFontFamily());
    font.setPixelSize(fontPixels);
    return font;
}

} // namespace evenredig
