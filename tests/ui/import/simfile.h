// A file as the SIM is delivered: Windows-1252, semicolons, decimal commas, a respondent number, codes, one short
// record, one value that can be read two ways.
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <array>
#include <random>

namespace evenredig::simfile {

inline constexpr int rows = 1200;

/// `education` is the list of the codes that occur; the last one is rare.
inline QByteArray bytes(const QByteArray &education = "12349")
{
    static constexpr std::array origins{"Turkije", "Marokko",    "Suriname", "Nederlandse Antillen",
                                        "Iran",    "Somali\xEB", "Polen",    "Nederland"};
    std::mt19937 random(11);
    QByteArray text("respnr;herkomst;gen;lft;opl;ink;gew\r\n");
    for (int row = 0; row < rows; ++row) {
        const std::size_t origin = random() % origins.size();
        const bool dutch = origin + 1 == origins.size();
        const char code = random() % 40 == 0 ? education.back() : education[qsizetype(random() % 4)];
        QByteArray income = QByteArray::number(12 + int(random() % 50)) + ',' + QByteArray::number(int(random() % 10));
        if (row == 2)
            income = "1.250";
        text += QByteArray::number(row + 1).rightJustified(5, '0') + ';' + origins[origin] + ';'
                + (dutch               ? "0"
                   : random() % 3 == 0 ? "2"
                                       : "1")
                + ';' + QByteArray::number(18 + int(random() % 60)) + ';' + code + ';' + income;
        if (row != 700) // a delimiter short
            text += ';' + QByteArray::number(dutch ? 9000 + int(random() % 4000) : 180 + int(random() % 400)) + ','
                    + QByteArray::number(1000 + int(random() % 9000));
        text += "\r\n";
    }
    return text;
}

inline bool write(const QString &path, const QByteArray &contents = bytes())
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(contents) == contents.size();
}

} // namespace evenredig::simfile
