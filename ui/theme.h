// The colours of the window, from resources/themes; figures have their own and are always on white.
#pragma once

#include <QColor>
#include <QFont>
#include <QHash>
#include <QPalette>
#include <QString>

namespace evenredig {

class Theme {
public:
    /// The theme that is compiled in.
    [[nodiscard]] static Theme light();

    [[nodiscard]] QColor colour(const QString &name) const { return m_colours.value(name); }
    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] QString styleSheet() const;
    [[nodiscard]] static QFont font();

private:
    QHash<QString, QColor> m_colours;
};

} // namespace evenredig
