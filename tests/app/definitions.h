// Files of indicators for the tests of `define`: taken from the catalogue, to change and define anew.
#pragma once

#include "app/programtest.h"

namespace evenredig::programtest {

/// An object of the catalogue's own file, to change and define anew.
inline QJsonObject catalogueIndicator(const QString &id)
{
    for (const QJsonValue &value :
         json(bytesOf(QStringLiteral(EVENREDIG_SOURCE_DIR "/resources/catalogue/indicators.json")))
             .value(QStringLiteral("indicators"))
             .toArray()) {
        if (value.toObject().value(QStringLiteral("id")).toString() == id)
            return value.toObject();
    }
    return {};
}

inline QByteArray definitions(const QJsonArray &indicators)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("evenredig"), QStringLiteral("indicators/1")},
                                     {QStringLiteral("indicators"), indicators}})
        .toJson();
}

inline QJsonObject bothLanguages(const QString &text)
{
    return {{QStringLiteral("nl"), text}, {QStringLiteral("en"), text}};
}

} // namespace evenredig::programtest
