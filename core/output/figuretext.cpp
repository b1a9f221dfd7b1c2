// A figure as plain text for a terminal.
#include "core/output/output.h"

#include <algorithm>

namespace evenredig {

namespace {

// The width of a text in columns: code points, which is right for the letters that the program writes.
std::size_t width(const std::string &text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string padded(const std::string &text, std::size_t to, bool right)
{
    const std::string blanks(to > width(text) ? to - width(text) : 0, ' ');
    return right ? blanks + text : text + blanks;
}

} // namespace

std::string figureText(const Figure &figure)
{
    const Table &table = figure.table;
    std::vector<std::size_t> widths;
    for (const std::string &head : table.header)
        widths.push_back(width(head));
    for (const std::vector<TableCell> &row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], width(row[i].text));
    }
    std::string text = figure.title + "\n" + figure.subtitle + "\n\n";
    const auto line = [&](const std::string &built) {
        text += built.substr(0, built.find_last_not_of(' ') + 1) + "\n";
    };
    std::string head;
    for (std::size_t i = 0; i < table.header.size(); ++i)
        head += (i ? "  " : "") + padded(table.header[i], widths[i], !table.rows.empty() && table.rows.front()[i].isNumber);
    line(head);
    for (const std::vector<TableCell> &row : table.rows) {
        std::string cells;
        for (std::size_t i = 0; i < row.size(); ++i)
            cells += (i ? "  " : "") + padded(row[i].text, widths[i], row[i].isNumber);
        line(cells);
    }
    text += "\n";
    for (const std::string &sentence : figure.sentences)
        text += sentence + "\n";
    text += "\n";
    for (const std::string &remark : figure.footer)
        text += remark + "\n";
    return text;
}

} // namespace evenredig
