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

struct Column {
    std::size_t width = 0;
    bool isNumber = false; ///< its head stands right, as its numbers do
};

std::vector<Column> columnsOf(const Table &table)
{
    std::vector<Column> columns;
    for (const std::string &head : table.header)
        columns.push_back({width(head), false});
    for (const std::vector<TableCell> &row : table.rows) {
        columns.resize(std::max(columns.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) {
            columns[i].width = std::max(columns[i].width, width(row[i].text));
            columns[i].isNumber = columns[i].isNumber || row[i].isNumber;
        }
    }
    return columns;
}

void addCell(std::string &line, std::size_t index, const std::string &text, std::size_t to, bool right)
{
    if (index > 0)
        line += "  ";
    line += padded(text, to, right);
}

std::string withoutBlanksAtTheEnd(const std::string &line)
{
    return line.substr(0, line.find_last_not_of(' ') + 1);
}

} // namespace

std::string figureText(const Figure &figure)
{
    const std::vector<Column> columns = columnsOf(figure.table);
    std::string text = figure.title + "\n" + figure.subtitle + "\n\n";
    std::string head;
    for (std::size_t i = 0; i < figure.table.header.size(); ++i)
        addCell(head, i, figure.table.header[i], columns[i].width, columns[i].isNumber);
    text += withoutBlanksAtTheEnd(head) + "\n";
    for (const std::vector<TableCell> &row : figure.table.rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i)
            addCell(line, i, row[i].text, columns[i].width, row[i].isNumber);
        text += withoutBlanksAtTheEnd(line) + "\n";
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
