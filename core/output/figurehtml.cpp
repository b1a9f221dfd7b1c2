// What goes to the clipboard: a figure's table and words for a word processor and for a spreadsheet.
#include "core/output/output.h"

namespace evenredig {

namespace {

std::string escaped(const std::string &text)
{
    std::string html;
    for (const char c : text) {
        switch (c) {
        case '&': html += "&amp;"; break;
        case '<': html += "&lt;"; break;
        case '>': html += "&gt;"; break;
        case '"': html += "&quot;"; break;
        default: html += c;
        }
    }
    return html;
}

std::string paragraph(const char *style, const std::string &text)
{
    return text.empty() ? std::string() : "<p style=\"" + std::string(style) + "\">" + escaped(text) + "</p>\n";
}

std::string cell(const char *tag, const std::string &text, bool number)
{
    return std::string("<") + tag + (number ? " align=\"right\"" : " align=\"left\"") + ">" + escaped(text) + "</" + tag
           + ">";
}

/// A spreadsheet takes U+2212 for a letter, and a number with it for a text.
std::string withHyphenMinus(std::string text)
{
    static const std::string minus = "\xE2\x88\x92";
    for (std::size_t at = text.find(minus); at != std::string::npos; at = text.find(minus, at))
        text.replace(at, minus.size(), "-");
    return text;
}

} // namespace

std::string tableHtml(const Table &table)
{
    std::string html = "<table border=\"1\" cellspacing=\"0\" cellpadding=\"3\">\n<tr>";
    for (std::size_t column = 0; column < table.header.size(); ++column) {
        const bool number = !table.rows.empty() && column < table.rows.front().size()
                            && table.rows.front()[column].isNumber;
        html += cell("th", table.header[column], number);
    }
    html += "</tr>\n";
    for (const std::vector<TableCell> &row : table.rows) {
        html += "<tr>";
        for (const TableCell &one : row)
            html += cell("td", one.text, one.isNumber);
        html += "</tr>\n";
    }
    return html + "</table>\n";
}

std::string tableText(const Table &table)
{
    std::string text;
    const auto add = [&text](std::size_t column, const std::string &part) { text += (column > 0 ? "\t" : "") + part; };
    for (std::size_t column = 0; column < table.header.size(); ++column)
        add(column, table.header[column]);
    for (const std::vector<TableCell> &row : table.rows) {
        text += text.empty() && table.header.empty() ? "" : "\n";
        for (std::size_t column = 0; column < row.size(); ++column)
            add(column, withHyphenMinus(row[column].text));
    }
    return text;
}

std::string figureHtml(const Figure &figure, const std::string &picture)
{
    std::string html = "<html lang=\"" + std::string(languageCode(figure.language))
                       + "\"><head><meta charset=\"utf-8\"></head><body>\n";
    html += paragraph("font-weight:bold", figure.title) + paragraph("color:#555555", figure.subtitle);
    if (!picture.empty())
        html += "<p><img src=\"" + picture + "\" alt=\"" + escaped(figure.altText) + "\"></p>\n";
    else
        html += tableHtml(figure.table);
    for (const std::string &line : figure.footer)
        html += paragraph("font-size:8pt;color:#555555", line);
    for (const std::string &sentence : figure.sentences)
        html += paragraph("", sentence);
    return html + "</body></html>\n";
}

} // namespace evenredig
