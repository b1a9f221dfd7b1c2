// The colours of the window, from resources/themes; figures have their own and are always on white.
#pragma once

#include "ui/base/preferences.h"

#include <QColor>
#include <QFont>
#include <QHash>
#include <QIcon>
#include <QPalette>
#include <QString>

namespace evenredig {

class Theme {
public:
    [[nodiscard]] static Theme light();
    [[nodiscard]] static Theme dark();
    /// The theme that a preference stands for; what the system has is looked at once, before ours covers it.
    [[nodiscard]] static Theme of(Preferences::Appearance appearance);

    [[nodiscard]] QColor colour(const QString &name) const { return m_colours.value(name); }
    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] QString styleSheet() const;
    /// An icon drawn in one colour, in the colour of text.
    [[nodiscard]] QIcon icon(const QString &name) const;
    [[nodiscard]] static QFont font();

private:
    explicit Theme(const QString &name);

    QString m_name;
    QHash<QString, QColor> m_colours;
};

} // namespace evenredig
