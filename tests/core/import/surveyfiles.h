// Files of persons as offices hand them over, made for the tests of what an import proposes.
#pragma once

#include <array>
#include <string>
#include <vector>

namespace evenredig::surveyfiles {

/// UTF-8 → Windows-1252, for the letters that these files use.
inline std::string inWindows1252(std::string text)
{
    for (std::size_t at = text.find("\u00EB"); at != std::string::npos; at = text.find("\u00EB", at))
        text.replace(at, 2, "\xEB");
    return text;
}

/// A wave of a survey: eight origins, 25 rows each; a number per person, decimal commas, "n.v.t.", 9 for weet niet,
/// one income that can be read two ways (line 4), and one record that is short (line 100).
inline std::string sim()
{
    constexpr std::array<const char *, 8> origins{
        "Turkije",  "Marokko", "Suriname", "Polen", "Somali\u00EB", "Iran", "Nederlandse Antillen en Aruba",
        "Nederland"};
    constexpr std::array<const char *, 6> levels{"1", "2", "3", "4", "9", "n.v.t."};
    std::string csv = "respnr;herkomst;gen;lft;opl;ink;gew\r\n";
    for (int i = 1; i <= 200; ++i) {
        const std::string number = std::to_string(100000 + i).substr(1);
        const bool dutch = i % 8 == 7;
        const std::string income = i == 3 ? "1.250" : std::to_string(12 + i % 40) + "," + std::to_string(i % 10);
        const std::string weight = std::to_string(190 + i) + "," + std::to_string(7198 - i);
        csv += number + ";" + origins[std::size_t(i) % 8] + ";"
               + (dutch        ? "0"
                  : i % 3 == 0 ? "2"
                               : "1")
               + ";" + std::to_string(15 + i % 70) + ";" + levels[i % 40 == 35 ? 5 : std::size_t(i) % 5] + ";" + income;
        csv += i == 99 ? "\r\n" : ";" + weight + "\r\n";
    }
    return inWindows1252(csv);
}

} // namespace evenredig::surveyfiles
