#include "core/import/source/printednumber.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <system_error>

namespace evenredig {

namespace {

constexpr int mostExponent = 300;
constexpr std::string_view flags =
    "bdefprsu"; // Eurostat: break, definition, estimated, forecast, provisional, revised, …

/// Signs that are written in several ways, and the one for all of them.
struct WrittenSign {
    std::string_view written;
    char one;
};
constexpr std::array<WrittenSign, 8> signs{{{"\u2212", '-'},
                                            {"\u00A0", ' '},
                                            {"\u202F", ' '},
                                            {"\u2009", ' '},
                                            {"\u2007", ' '},
                                            {"\u2019", '\''},
                                            {"\u02BC", '\''},
                                            {"\uFF05", '%'}}};
constexpr std::array<std::string_view, 3> superscripts{"\u00B9", "\u00B2", "\u00B3"};

bool isPlain(char character)
{
    return static_cast<signed char>(character) > 0;
}

std::string inOneSign(std::string_view text)
{
    std::string result;
    while (!text.empty()) {
        const auto sign = std::find_if(signs.begin(), signs.end(),
                                       [text](const WrittenSign &one) { return text.starts_with(one.written); });
        if (sign == signs.end() || isPlain(text.front())) {
            result += text.front();
            text.remove_prefix(1);
        } else {
            result += sign->one;
            text.remove_prefix(sign->written.size());
        }
    }
    return result;
}

void trimRight(std::string_view &text)
{
    while (text.ends_with(' '))
        text.remove_suffix(1);
}

/// "1)" or "¹" behind a number.
bool takeFootnote(std::string_view &text)
{
    for (const std::string_view mark : superscripts) {
        if (text.ends_with(mark)) {
            text.remove_suffix(mark.size());
            return true;
        }
    }
    if (!text.ends_with(')'))
        return false;
    std::string_view rest = text.substr(0, text.size() - 1);
    while (!rest.empty() && isDigit(rest.back()))
        rest.remove_suffix(1);
    const std::size_t digits = text.size() - 1 - rest.size();
    const bool opened = rest.ends_with('(');
    if (opened)
        rest.remove_suffix(1);
    if (digits == 0 || digits > 2 || !(rest.ends_with(' ') || opened) || rest.empty())
        return false;
    text = rest;
    return true;
}

/// "e4" of "3e4".
bool takeExponent(std::string_view &text, int &exponent)
{
    const std::size_t at = text.find_first_of("eE");
    if (at == std::string_view::npos)
        return true;
    std::string_view power = text.substr(at + 1);
    if (power.starts_with('+'))
        power.remove_prefix(1);
    const std::from_chars_result read = std::from_chars(power.data(), power.data() + power.size(), exponent);
    if (read.ec != std::errc() || read.ptr != power.data() + power.size() || std::abs(exponent) > mostExponent)
        return false;
    text = text.substr(0, at);
    return true;
}

/// What stands behind the number, in any order that sources use.
void takeEnd(std::string_view &text, NumberText &result)
{
    for (bool more = true; more;) {
        trimRight(text);
        more = false;
        if (text.ends_with('*')) {
            text.remove_suffix(1);
            result.provisional = more = true;
        } else if (text.ends_with('%') && !result.percent) {
            text.remove_suffix(1);
            result.percent = more = true;
        } else if (takeFootnote(text)) {
            result.remarked = more = true;
        } else if (!text.empty() && flags.find(text.back()) != std::string_view::npos) {
            const std::string_view before = text.substr(0, text.size() - 1);
            const bool decimals = before.find_first_of(".,") != std::string_view::npos;
            if (before.empty() || !(before.back() == ' ' || (decimals && isDigit(before.back()))))
                return;
            result.provisional = result.provisional || text.back() == 'p';
            result.remarked = result.remarked || text.back() != 'p';
            text = before;
            more = true;
        }
    }
}

/// Whether a cell can begin a number; nearly every text is told apart here.
bool canBegin(std::string_view text)
{
    if (text.empty())
        return false;
    return isDigit(text[0]) || std::string_view(".,+-(<>").find(text[0]) != std::string_view::npos
           || text.starts_with("\u2212") || text.starts_with("\u2264") || text.starts_with("\u2265");
}

std::string_view withoutBound(std::string_view text)
{
    for (const std::string_view bound : {"<=", ">=", "<", ">", "\u2264", "\u2265"}) {
        if (text.starts_with(bound)) {
            text.remove_prefix(bound.size());
            break;
        }
    }
    while (text.starts_with(' '))
        text.remove_prefix(1);
    return text;
}

/// A whole number of so many digits is a double exactly, as are these powers, so one division rounds correctly (Clinger,
/// "How to read floating point numbers accurately", 1990).
constexpr std::size_t exactDigits = 15;
constexpr std::array<double, exactDigits + 1> exactPowers{1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                          1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

/// Digits with at most one mark among them, few enough to be exact; nothing for other texts, numbers or not.
std::optional<double> readShortReal(std::string_view text, char mark)
{
    const bool negative = text.starts_with('-');
    if (negative)
        text.remove_prefix(1);
    if (text.size() > exactDigits)
        return std::nullopt;
    std::uint64_t whole = 0;
    std::size_t point = text.size();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isDigit(text[i]))
            whole = 10 * whole + std::uint64_t(text[i] - '0');
        else if (text[i] == mark && point == text.size())
            point = i;
        else
            return std::nullopt;
    }
    const std::size_t decimals = point == text.size() ? 0 : text.size() - point - 1;
    if (text.size() <= (point == text.size() ? 0u : 1u))
        return std::nullopt;
    const double number = double(whole) / exactPowers[decimals];
    return negative && whole != 0 ? -number : number;
}

} // namespace

NumberText takeApart(std::string_view cell)
{
    NumberText result;
    if (!canBegin(cell))
        return result;
    std::string normal; // made only where a sign has another form
    if (!std::all_of(cell.begin(), cell.end(), isPlain)) {
        normal = inOneSign(cell);
        cell = normal;
    }
    if (cell.starts_with('(') && cell.ends_with(')')) {
        result.doubt = NumberText::Doubt::Brackets;
        cell = cell.substr(1, cell.size() - 2);
    } else if (withoutBound(cell).size() != cell.size()) {
        result.doubt = NumberText::Doubt::Bound;
        cell = withoutBound(cell);
    }
    takeEnd(cell, result);
    if (takeExponent(cell, result.exponent) && !cell.empty())
        result.body = cell;
    return result;
}

PrintedNumber readPrinted(std::string_view cell, const Marks &marks)
{
    const NumberText text = takeApart(cell);
    PrintedNumber printed;
    printed.percent = text.percent;
    printed.provisional = text.provisional;
    printed.remarked = text.remarked;
    if (text.body.empty())
        return printed;
    std::string_view body = text.body;
    if (body.size() > 1 && body.ends_with(marks.decimal)) // "12.", as some programs print a whole number
        body.remove_suffix(marks.decimal.size());
    std::optional<Decimal> number = readDecimal(body, marks.decimal, inOneSign(marks.thousands));
    if (!number)
        return printed;
    printed.doubt = text.doubt;
    if (text.doubt != NumberText::Doubt::None)
        return printed;
    if (text.exponent > 0) {
        const int zeros = std::max(0, text.exponent - number->decimals);
        number->digits.append(std::size_t(zeros), '0');
        number->decimals = std::max(0, number->decimals - text.exponent);
    } else {
        number->decimals -= text.exponent;
    }
    printed.number = std::move(number);
    return printed;
}

std::optional<double> readReal(std::string_view cell, const Marks &marks)
{
    // The quick way, for columns in which every row has another number.
    if (const std::optional<double> number = readShortReal(cell, marks.decimal[0]))
        return number;
    const PrintedNumber printed = readPrinted(cell, marks);
    const bool bare = printed.number && !printed.percent && !printed.provisional && !printed.remarked;
    return bare ? DecimalScale(1).apply(*printed.number) : std::nullopt;
}

std::optional<std::string_view> wholeOf(std::string_view cell)
{
    const std::size_t mark = cell.find_first_of(".,");
    if (mark == std::string_view::npos || mark == 0 || mark + 1 == cell.size())
        return std::nullopt;
    const std::string_view whole = cell.substr(0, mark), fraction = cell.substr(mark + 1);
    const std::string_view digits = whole.substr(whole.starts_with('-') ? 1 : 0);
    const bool zeros = fraction.size() <= 2
                       && std::all_of(fraction.begin(), fraction.end(), [](char c) { return c == '0'; });
    return zeros && !digits.empty() && allDigits(digits) ? std::optional(whole) : std::nullopt;
}

} // namespace evenredig
