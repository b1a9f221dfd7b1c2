#include "core/import/recognise/numbermarks.h"

#include "core/base/text.h"
#include "core/import/source/printednumber.h"
#include "core/import/source/trim.h"

#include <algorithm>
#include <array>

namespace evenredig {

namespace {

constexpr std::array<std::string_view, 2> blankMarks{" ", "'"};

/// The first mark that stands in the text and is not a point or a comma.
std::string_view blankMarkIn(std::string_view text)
{
    for (const std::string_view mark : blankMarks) {
        if (text.find(mark) != std::string_view::npos)
            return mark;
    }
    return {};
}

bool reads(std::string_view text, char decimal, std::string_view thousands)
{
    return readDecimal(text, std::string_view(&decimal, 1), thousands).has_value();
}

NumberMarks withBlanks(std::string_view text, std::string_view blank, char mark)
{
    NumberMarks marks;
    marks.number = reads(text, mark == 0 ? ',' : mark, blank);
    if (marks.number) {
        marks.thousands = blank;
        marks.decimal = mark;
    }
    return marks;
}

/// Both marks stand in it: the last is the decimal mark.
NumberMarks withBoth(std::string_view text, char last, char other)
{
    NumberMarks marks;
    marks.number = reads(text, last, std::string_view(&other, 1));
    if (marks.number) {
        marks.decimal = last;
        marks.thousands = std::string(1, other);
    }
    return marks;
}

NumberMarks withOne(std::string_view text, char mark, char other)
{
    NumberMarks marks;
    const bool asThousands = reads(text, other, std::string_view(&mark, 1)) && text[0] != '0';
    const bool asDecimal = reads(text, mark, {});
    marks.number = asThousands || asDecimal;
    if (asThousands && asDecimal)
        marks.either = mark;
    else if (asThousands)
        marks.thousands = std::string(1, mark);
    else if (asDecimal)
        marks.decimal = mark;
    return marks;
}

} // namespace

NumberMarks numberMarks(std::string_view cell)
{
    NumberMarks marks;
    const NumberText number = takeApart(trimmedCell(cell));
    std::string_view text = number.body;
    if (text.starts_with('-') || text.starts_with('+'))
        text.remove_prefix(1);
    const bool begins = !text.empty() && (isDigit(text[0]) || text[0] == '.' || text[0] == ',');
    if (!begins)
        return marks;
    if (std::all_of(text.begin(), text.end(), isDigit)) {
        marks.number = true;
        marks.leadingZero = text.size() > 1 && text[0] == '0';
        return marks;
    }
    const std::size_t comma = text.rfind(',');
    const std::size_t point = text.rfind('.');
    const bool hasComma = comma != std::string_view::npos;
    const bool hasPoint = point != std::string_view::npos;
    if (const std::string_view blank = blankMarkIn(text); !blank.empty())
        return hasComma && hasPoint ? marks : withBlanks(text, blank, hasComma ? ',' : hasPoint ? '.' : '\0');
    if (hasComma && hasPoint)
        return comma > point ? withBoth(text, ',', '.') : withBoth(text, '.', ',');
    if (!hasComma && !hasPoint)
        return marks;
    return hasComma ? withOne(text, ',', '.') : withOne(text, '.', ',');
}

} // namespace evenredig
