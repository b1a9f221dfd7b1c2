#include "core/import/recognise/identifier.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace evenredig {

namespace {

/// A thousand incomes in whole euros hardly ever all differ, a hundred do.
constexpr std::int64_t fewestNumberedRows = 1000;

/// Words of which one alone makes a column's name suspect.
constexpr std::array<std::string_view, 24> personWords{"naam",      "voornaam",  "achternaam",  "familienaam",
                                                       "voornamen", "initialen", "voorletters", "name",
                                                       "names",     "firstname", "lastname",    "surname",
                                                       "bsn",       "sofi",      "sofinummer",  "burgerservicenummer",
                                                       "email",     "mail",      "telefoon",    "telefoonnummer",
                                                       "phone",     "iban",      "adres",       "address"};

char loweredAscii(char character)
{
    return character >= 'A' && character <= 'Z' ? char(character - 'A' + 'a') : character;
}

bool looksLikeCitizenNumbers(const Dictionary &dictionary)
{
    std::size_t passed = 0;
    for (std::uint32_t code = 0; code < dictionary.size(); ++code)
        passed += !dictionary.isMissing(code) && isCitizenNumber(dictionary.value(code)) ? 1 : 0;
    return passed >= fewestCitizenNumbers && double(passed) >= citizenShare * double(dictionary.validCount());
}

/// Amounts and measures with decimals may all differ without being anybody's number.
bool hasFractions(const Dictionary &dictionary)
{
    std::size_t fractions = 0;
    std::size_t looked = 0;
    for (std::uint32_t code = 0; code < dictionary.size() && looked < 1000; ++code) {
        if (dictionary.isMissing(code))
            continue;
        ++looked;
        const std::string_view text = dictionary.value(code);
        const std::size_t mark = text.find_first_of(".,");
        const bool number = mark != std::string_view::npos && std::all_of(text.begin(), text.end(), [](char character) {
                                return isDigit(character) || character == '.' || character == ',' || character == '-';
                            });
        fractions += number ? 1 : 0;
    }
    return fractions * 2 > looked;
}

} // namespace

bool isCitizenNumber(std::string_view text)
{
    if (text.size() < 8 || text.size() > 9 || !allDigits(text))
        return false;
    int sum = 0;
    int weight = int(text.size());
    for (const char digit : text) {
        sum += (weight == 1 ? -1 : weight) * (digit - '0');
        --weight;
    }
    return sum > 0 && sum % 11 == 0;
}

bool namesPersons(std::string_view columnName)
{
    std::string word;
    const auto suspect = [&word] { return contains(personWords, word); };
    for (const char character : columnName) {
        if (isLetter(character)) {
            word += loweredAscii(character);
            continue;
        }
        if (suspect())
            return true;
        word.clear();
    }
    return suspect();
}

bool mayBeUnique(const Dictionary &dictionary, std::int64_t rows)
{
    const std::int64_t absences = std::int64_t(dictionary.size() - dictionary.validCount());
    return std::int64_t(dictionary.validCount()) + absences >= rows && !hasFractions(dictionary);
}

bool isPlainText(const Dictionary &dictionary, std::int64_t rows)
{
    if (rows < fewestRows || std::int64_t(dictionary.validCount()) < rows || hasFractions(dictionary))
        return false;
    bool numbers = true;
    for (std::uint32_t code = 0; code < dictionary.size() && numbers; ++code)
        numbers = dictionary.isMissing(code) || dictionary.number(code).has_value();
    return !numbers || rows >= fewestNumberedRows;
}

std::string identifierReason(std::string_view columnName, const Dictionary &dictionary, std::int64_t rows)
{
    if (namesPersons(columnName))
        return "identifier_name";
    if (looksLikeCitizenNumbers(dictionary))
        return "identifier_number";
    if (dictionary.validCount() > mostDistinctValues)
        return "identifier_distinct";
    if (rows >= fewestRows && mayBeUnique(dictionary, rows))
        return "identifier_unique";
    return {};
}

} // namespace evenredig
