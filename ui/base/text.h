// From core's UTF-8 texts to Qt's and back: the one place where the two meet.
#pragma once

#include <QString>
#include <QStringList>

#include <string>
#include <string_view>
#include <vector>

namespace evenredig {

[[nodiscard]] inline QString qstring(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

[[nodiscard]] inline QStringList qstrings(const std::vector<std::string> &texts)
{
    QStringList result;
    for (const std::string &text : texts)
        result.append(qstring(text));
    return result;
}

} // namespace evenredig
