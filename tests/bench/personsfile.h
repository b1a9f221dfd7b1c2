// The large file of persons that imports are measured with: 12 columns, semicolons, decimal commas, Dutch labels.
#pragma once

#include <cstddef>
#include <fstream>
#include <random>
#include <string>

namespace evenredig {

inline constexpr const char *personsRecipe =
    R"({"evenredig": "recipe/1", "dataset": "groot", "title": {"nl": "Groot", "en": "Big"},
    "source": {"nl": "Proef", "en": "Trial"}, "kind": "survey", "classification": "herkomst-2022",
    "read": {"delimiter": ";", "decimal": ",", "encoding": "utf-8"}, "period": {"from": "jaar"},
    "design": {"weight": "gewicht", "strata": ["provincie"]},
    "columns": [
        {"from": "herkomst", "as": "origin", "recode": {"Turkije": "turkish", "Marokko": "moroccan", "Polen": "polish",
         "Suriname": "surinamese", "Nederland": "none_background", "*": "other"}},
        {"from": "generatie", "as": "generation", "recode": {"1": "first", "2": "second"}},
        {"from": "leeftijd", "as": "age", "number": true},
        {"from": "opleiding", "as": "education", "recode": {"Basisonderwijs": "po", "Vmbo": "vmbo", "Mbo": "mbo",
         "Hbo of wo": "hbo_wo"}}]})";

template<std::size_t Size>
[[nodiscard]] const char *oneOf(const char *const (&words)[Size], std::mt19937 &random)
{
    return words[random() % Size];
}

/// The same file for the same number of rows, always.
inline void writePersons(const std::string &path, int rows)
{
    static constexpr const char *origins[] = {"Turkije", "Marokko", "Suriname", "Nederland", "Polen", "Overig"};
    static constexpr const char *schools[] = {"Basisonderwijs", "Vmbo", "Mbo", "Hbo of wo"};
    static constexpr const char *provinces[] = {"Groningen",    "Friesland", "Drenthe",    "Overijssel",
                                                "Flevoland",    "Utrecht",   "Gelderland", "Noord-Holland",
                                                "Zuid-Holland", "Zeeland",   "Limburg"};
    static constexpr const char *words[] = {"eens", "oneens", "weet niet"};
    std::mt19937 random(7);
    std::ofstream out(path, std::ios::binary);
    out << "jaar;herkomst;generatie;geslacht;leeftijd;opleiding;provincie;werk;taal;inkomen;gewicht;vertrouwen\n";
    for (int i = 0; i < rows; ++i) {
        out << 2006 + 5 * int(random() % 4) << ';' << oneOf(origins, random) << ';' << 1 + random() % 2 << ';'
            << (random() % 2 ? "vrouw" : "man") << ';' << 15 + random() % 60 << ';' << oneOf(schools, random) << ';'
            << oneOf(provinces, random) << ';' << (random() % 5 < 3 ? "ja" : "nee") << ';' << random() % 10 << ';'
            << random() % 60000 << ",5;" << random() % 4 << ',' << 1000 + random() % 9000 << ';' << oneOf(words, random)
            << '\n';
    }
}

} // namespace evenredig
