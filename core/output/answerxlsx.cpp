// A workbook of two sheets: the figure's table as it is shown, and the lines of the answer.
#include "core/base/text.h"
#include "core/base/texts.h"
#include "core/figure/buildfigure.h"
#include "core/output/answerlines.h"
#include "core/output/output.h"
#include "core/output/xlsxfile.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace evenredig {

namespace {

constexpr std::size_t longestText = 32000;   // bytes; a cell holds 32,767 characters
constexpr double narrowest = 8, widest = 48; // of columns, in characters
constexpr double lineHeight = 15;
constexpr std::uint8_t paperA4 = 9;

/// XML 1.0 has no word for control characters.
std::string printable(std::string text)
{
    std::replace_if(
        text.begin(), text.end(), [](unsigned char c) { return c < 0x20; }, ' ');
    return text;
}

std::string cellText(const std::string &text)
{
    return shortened(printable(text), longestText);
}

struct Look {
    enum class Weight { Normal, Bold };
    enum class Fit { Overflow, Wrap, Right };
    Weight weight = Weight::Normal;
    Fit fit = Fit::Overflow;
    std::string number; ///< its number format
    auto operator<=>(const Look &) const = default;
};

class Book {
public:
    explicit Book(lxw_workbook *book) : m_book(book) {}

    [[nodiscard]] lxw_workbook *get() const { return m_book; }
    [[nodiscard]] lxw_format *format(const Look &look)
    {
        lxw_format *&made = m_formats[look];
        if (made)
            return made;
        made = workbook_add_format(m_book);
        if (look.weight == Look::Weight::Bold)
            format_set_bold(made);
        if (look.fit == Look::Fit::Right)
            format_set_align(made, LXW_ALIGN_RIGHT);
        if (look.fit == Look::Fit::Wrap) {
            format_set_text_wrap(made);
            format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
        }
        if (!look.number.empty())
            format_set_num_format(made, look.number.c_str());
        return made;
    }

private:
    lxw_workbook *m_book;
    std::map<Look, lxw_format *> m_formats;
};

/// Writes cells and keeps the first fault of them.
class Sheet {
public:
    Sheet(Book &book, const std::string &name) : m_book(book), m_sheet(workbook_add_worksheet(book.get(), name.c_str()))
    {
        if (!m_sheet)
            m_fault = LXW_ERROR_INVALID_SHEETNAME_CHARACTER;
    }
    [[nodiscard]] int fault() const { return m_fault; }
    [[nodiscard]] std::size_t columns() const { return m_widths.size(); }
    [[nodiscard]] lxw_row_t row() const { return m_row; }
    void nextRow() { ++m_row; }

    void write(std::size_t column, const std::string &text, const Look &look)
    {
        if (m_sheet && !text.empty())
            note(worksheet_write_string(m_sheet, m_row, place(column), cellText(text).c_str(), m_book.format(look)));
    }
    void write(std::size_t column, double number, const Look &look)
    {
        if (m_sheet)
            note(worksheet_write_number(m_sheet, m_row, place(column), number, m_book.format(look)));
    }
    /// A text that makes its column as wide as it is.
    void widen(std::size_t column, std::size_t characters)
    {
        m_widths.resize(std::max(m_widths.size(), column + 1), narrowest);
        m_widths[column] = std::clamp(static_cast<double>(characters) + 2, m_widths[column], widest);
    }
    void paragraph(const std::string &text);
    void finish(lxw_row_t headRow);
    void filter(lxw_row_t last)
    {
        if (m_sheet && last > 0 && columns() > 0)
            note(worksheet_autofilter(m_sheet, 0, 0, last, place(columns() - 1)));
    }

private:
    static lxw_col_t place(std::size_t column) { return static_cast<lxw_col_t>(column); }
    void note(lxw_error fault)
    {
        if (m_fault == LXW_NO_ERROR)
            m_fault = fault;
    }

    Book &m_book;
    lxw_worksheet *m_sheet;
    int m_fault = LXW_NO_ERROR;
    lxw_row_t m_row = 0;
    std::vector<double> m_widths;
};

/// Over the width of the table, as high as it needs: a spreadsheet does not find the height of cells that it joins.
void Sheet::paragraph(const std::string &text)
{
    double width = 0;
    for (const double column : m_widths)
        width += column;
    const Look look{.fit = Look::Fit::Wrap};
    if (m_sheet && columns() > 1) {
        note(worksheet_merge_range(m_sheet, m_row, 0, m_row, place(columns() - 1), cellText(text).c_str(),
                                   m_book.format(look)));
        const double lines = std::ceil(static_cast<double>(characterCount(text)) / std::max(width * 0.95, 20.0));
        note(worksheet_set_row(m_sheet, m_row, lineHeight * std::max(1.0, lines), nullptr));
    } else {
        write(0, text, {});
    }
    nextRow();
}

/// Widths, and a head that stays in view and on every page.
void Sheet::finish(lxw_row_t headRow)
{
    if (!m_sheet)
        return;
    for (std::size_t column = 0; column < columns(); ++column)
        note(worksheet_set_column(m_sheet, place(column), place(column), m_widths[column], nullptr));
    worksheet_freeze_panes(m_sheet, headRow + 1, 0);
    note(worksheet_repeat_rows(m_sheet, headRow, headRow));
    worksheet_set_landscape(m_sheet);
    worksheet_set_paper(m_sheet, paperA4);
    worksheet_fit_to_pages(m_sheet, 1, 0);
}

/// A number as the figure shows it: the format gives its decimals and marks, the value stays whole. The per cent sign is a
/// text beside it, so that differences in points and percentages stand on one scale.
class ShownNumber {
public:
    ShownNumber(const Figure &figure, const Answer &answer, const Catalogue &catalogue, const TableCell &cell);

    [[nodiscard]] bool isNumber() const { return m_value.has_value(); }
    [[nodiscard]] double value() const { return *m_value; }
    [[nodiscard]] Look look() const { return {.fit = Look::Fit::Right, .number = m_format}; }

private:
    std::optional<double> m_value;
    std::string m_format;
};

std::string numberFormat(const std::string &text, const NumberFormat &numbers, std::string_view behind, Sign sign)
{
    const std::size_t mark = numbers.decimal.empty() ? std::string::npos : text.find(numbers.decimal);
    const std::size_t end = text.find_last_of("0123456789") + 1;
    const std::size_t decimals = mark == std::string::npos ? 0 : end - mark - numbers.decimal.size();
    const bool grouped = !numbers.thousands.empty() && text.find(numbers.thousands) != std::string::npos;
    std::string plain = (grouped ? "#,##0" : "0") + (decimals ? "." + std::string(decimals, '0') : std::string());
    if (!behind.empty())
        plain += "\"" + std::string(behind) + "\"";
    return sign == Sign::Always ? "+" + plain + ";-" + plain + ";" + plain : plain;
}

ShownNumber::ShownNumber(const Figure &figure, const Answer &answer, const Catalogue &catalogue, const TableCell &cell)
{
    std::string text = cell.text;
    if (!cell.isNumber || text.find_first_of("0123456789") == std::string::npos)
        return;
    std::string behind;
    for (const char mark : {'*', '%'}) { // a provisional figure keeps its star
        if (text.ends_with(mark)) {
            behind.insert(behind.begin(), mark);
            text.pop_back();
        }
    }
    const std::optional<double> shown = readNumber(text, figure.numbers);
    if (!shown)
        return;
    m_value = shown;
    Sign sign = Sign::Negative;
    if (cell.number && cell.estimate && cell.row >= 0) {
        const Unit unit = indicatorOf(answer, answer.rows[static_cast<std::size_t>(cell.row)], catalogue).unit;
        const KeyKind kind = traitsOf(*cell.estimate).kind;
        const double value = tidyNumber(*cell.number * screenFactor(*cell.estimate, unit));
        sign = kind == KeyKind::Difference ? Sign::Always : Sign::Negative;
        if (kind == KeyKind::Level && unit == Unit::Percent)
            behind.insert(0, "%");
        // Where the figure rounds to hundreds no format can: then the number that is shown stands.
        if (std::fabs(value - *shown) <= 0.5 + 1e-9)
            m_value = value;
    }
    m_format = numberFormat(text, figure.numbers, behind, sign);
}

/// The head of numbers stands right, as they do; the first line says which they are.
template<class Line, class IsNumber>
void writeHead(Sheet &sheet, const std::vector<std::string> &heads, const std::vector<Line> &lines, IsNumber isNumber)
{
    for (std::size_t column = 0; column < heads.size(); ++column) {
        const bool number = !lines.empty() && column < lines.front().size() && isNumber(lines.front()[column]);
        sheet.write(column, heads[column], {Look::Weight::Bold, number ? Look::Fit::Right : Look::Fit::Overflow, {}});
        sheet.widen(column, characterCount(heads[column]));
    }
    sheet.nextRow();
}

int writeFigure(Book &book, const Answer &answer, const Figure &figure, const Catalogue &catalogue, Language language)
{
    Sheet sheet(book, text(language, "sheet.figure"));
    const Look bold{.weight = Look::Weight::Bold};
    sheet.write(0, figure.title, bold);
    sheet.nextRow();
    sheet.write(0, figure.subtitle, {});
    sheet.nextRow();
    if (figure.synthetic)
        sheet.write(0, text(language, "sheet.synthetic"), bold);
    sheet.nextRow();
    const lxw_row_t head = sheet.row();
    writeHead(sheet, figure.table.header, figure.table.rows, [](const TableCell &cell) { return cell.isNumber; });
    for (const std::vector<TableCell> &row : figure.table.rows) {
        for (std::size_t column = 0; column < row.size(); ++column) {
            const ShownNumber number(figure, answer, catalogue, row[column]);
            const Look::Fit fit = row[column].isNumber ? Look::Fit::Right : Look::Fit::Overflow;
            if (number.isNumber())
                sheet.write(column, number.value(), number.look());
            else
                sheet.write(column, row[column].text, {.fit = fit});
            sheet.widen(column, characterCount(row[column].text));
        }
        sheet.nextRow();
    }
    sheet.nextRow();
    for (const std::string &line : figure.footer) {
        if (line != figure.code && !line.empty())
            sheet.paragraph(line);
    }
    for (const std::string &sentence : figure.sentences)
        sheet.paragraph(sentence);
    sheet.write(0, figure.code, {});
    sheet.finish(head);
    return sheet.fault();
}

int writeLines(Book &book, const AnswerLines &answer, Language language)
{
    Sheet sheet(book, text(language, "sheet.data"));
    writeHead(sheet, answer.heads, answer.lines, [](const LineCell &cell) { return cell.number.has_value(); });
    for (const std::vector<LineCell> &line : answer.lines) {
        for (std::size_t column = 0; column < line.size(); ++column) {
            if (line[column].number)
                sheet.write(column, *line[column].number, {});
            else
                sheet.write(column, line[column].text, {});
            sheet.widen(column, characterCount(line[column].text));
        }
        sheet.nextRow();
    }
    sheet.filter(sheet.row() - 1);
    sheet.finish(0);
    return sheet.fault();
}

int writeProperties(Book &book, const Answer &answer, const Figure &figure)
{
    std::string title = printable(figure.title), subject = printable(figure.subtitle), author = "Evenredig";
    std::string comments = printable(fileMark(figure) + " " + answer.question.toJson(false));
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.subject = subject.data();
    properties.author = author.data();
    properties.comments = comments.data();
    return workbook_set_properties(book.get(), &properties);
}

} // namespace

Result<std::string> answerXlsx(const Answer &answer, const Figure &figure, const Catalogue &catalogue,
                               Language language)
{
    return xlsxBytes([&](lxw_workbook *made) {
        Book book(made);
        if (const int fault = writeProperties(book, answer, figure); fault != LXW_NO_ERROR)
            return fault;
        if (const int fault = writeFigure(book, answer, figure, catalogue, language); fault != LXW_NO_ERROR)
            return fault;
        return writeLines(book, answerLines(answer, catalogue, language), language);
    });
}

} // namespace evenredig
