// A figure, chart-neutral: panels, axes, series of marks with intervals, reference lines, labels, footers and
// texts, in one language and number format. No colour and no pixel: the style of an origin is looked up by its id.
// All texts are plain text; a reader must never take them for markup.
#pragma once

#include "core/base/numberformat.h"
#include "core/model/answer.h"
#include "core/model/view.h"

#include <optional>
#include <string>
#include <vector>

namespace evenredig {

enum class MarkState {
    Normal,
    Uncertain,  ///< hollow marker, dotted interval, "~"
    Suppressed, ///< no mark; a pattern box at the label
    NotAsked    ///< no mark; a short grey dash
};

struct Mark {
    double along = 0;                       ///< on the independent axis: year (time) or row number (rows)
    std::optional<double> value, low, high; ///< on the screen's scale (per cent: 0 to 100)
    MarkState state = MarkState::Normal;
    bool provisional = false;
    std::string valueText; ///< "3,7"
    int row = -1;          ///< index into Answer::rows: hover card = focus card
};

enum class Line { None, Solid, Dashed }; ///< complete counts; survey or "with caution"

struct Series {
    std::string origin;
    std::string generation;
    std::string label;   ///< "Marokko", or "Marokko, tweede generatie"
    std::string endText; ///< value beside the label at the line's end: "3,7"
    bool reference = false;
    bool emphasised = true; ///< else grey
    bool hollow = false;    ///< first generation
    bool ringed = false;    ///< the total, where generations stand beside it
    bool ghost = false;     ///< another group's line, thin and without a label, for comparison in a small panel
    Line line = Line::None;
    std::vector<std::vector<Mark>> runs; ///< marks of one run are joined; between two runs there is no line
};

struct Tick {
    double position = 0;
    std::string text;
};

struct Axis {
    double minimum = 0, maximum = 1;
    std::vector<Tick> ticks;
    std::string title; ///< unit, for example "%"; may be empty
};

struct ReferenceLine {
    double value = 0;
    std::optional<double> low, high;
    std::string origin; ///< whose value, or empty (the zero line of a gap)
    std::string label;
};

struct Break {
    double position = 0;
    std::string label;
};

/// A row of a dot plot or of the arrows, with the columns of text at its right.
struct FigureRow {
    std::string origin, generation;
    std::string label;
    bool hollow = false;
    std::vector<std::string> cells; ///< one per Panel::columns
    std::string absence;            ///< "niet gepubliceerd", in place of the mark
    bool emphasised = true;         ///< else grey; a row of dots takes it from its series
    bool uncertainWithNext = false; ///< ordered by value, and which of this row and the next is higher is not certain
    int row = -1;
};

/// From a first to a last value, in the row of a group ("who moved").
struct Arrow {
    int row = 0; ///< index into Panel::rows
    double from = 0, to = 0;
    std::string origin; ///< colour: the group's or the reference's
    bool reference = false;
    std::string text; ///< "+4,0"
};

/// A cell of the matrix: a number, its tone and what is established. Never a colour without a number.
struct MatrixCell {
    enum class Trend { None, Smaller, Unchanged, Larger };
    std::string text;                    ///< "46"; "x" or "." when absent
    int tone = 0;                        ///< −2, −1 less favourable (orange); 1, 2 more favourable (blue); 0 none
    bool strong = false;                 ///< established: bold; else grey
    MarkState state = MarkState::Normal; ///< Suppressed: hatched
    Trend trend = Trend::None;           ///< of the gap, only when established
    std::string spoken;                  ///< the cell in words, for tooltip and screen reader
    int row = -1;                        ///< index into Answer::rows
};

struct MatrixRow {
    std::string indicator; ///< id
    std::string heading;   ///< the domain, on its first row; else empty
    std::string label;
    std::string reference;         ///< the reference's value
    std::vector<MatrixCell> cells; ///< one per Panel::columns
};

struct Panel {
    enum class Form { Dots, Lines, Arrows, Matrix };
    Form form = Form::Dots;
    std::string title;
    double share = 1;                 ///< of the figure's width
    Axis axis;                        ///< of the values: x of Dots and Arrows, y of Lines
    Axis along;                       ///< of Lines: time; of Dots and Arrows: unused
    std::vector<FigureRow> rows;      ///< of Dots and Arrows, from top to bottom
    std::vector<std::string> columns; ///< heads of the text columns
    std::vector<Series> series;       ///< Dots: Mark::along is the row's index
    std::vector<ReferenceLine> references;
    std::vector<Break> breaks;
    std::vector<Arrow> arrows;
    std::vector<MatrixRow> matrix; ///< of Matrix; `columns` are the groups, `axis.title` heads the reference column
    std::vector<std::pair<int, std::string>> toneLegend; ///< of Matrix: tone and its words
    std::string empty;                                   ///< said in place of the panel when there is nothing to draw
};

struct TableCell {
    std::string text;
    std::optional<double> number; ///< in the file's unit
    bool isNumber = false;        ///< right-aligned, tabular
    int row = -1;                 ///< index into Answer::rows
    std::optional<Key> estimate;  ///< that it shows
};

struct Table {
    std::vector<std::string> header;
    std::vector<std::vector<TableCell>> rows;
};

struct Figure {
    Ask ask = Ask::Level;
    Language language = Language::Dutch;
    NumberFormat numbers;
    std::string code; ///< EV-2F7A-81C0
    std::string title, subtitle;
    std::string edited; ///< what a person changed for one file: "titel aangepast; was: …"; told in the file's data
    std::vector<Panel> panels;
    std::vector<std::string> footer;    ///< lines: source, population, kind of data, symbols, code
    std::vector<std::string> sentences; ///< paragraphs
    std::string altText;
    Table table;
    std::vector<std::string> facts; ///< status bar
    bool synthetic = false;         ///< "FICTIEVE CIJFERS" across the plot area
};

struct CardItem {
    enum class Kind { Text, Big, Verdict };
    std::string label; ///< "BRON"; may be empty
    Kind kind = Kind::Text;
    std::vector<std::string> lines;
};

/// The card at the right: definition, source, and the figure in view.
struct Card {
    std::string title;
    std::string definition;
    std::vector<CardItem> items;
};

struct FigureOptions {
    Language language = Language::Dutch;
    NumberFormat numbers = NumberFormat::dutch();
    std::vector<std::string> emphasised; ///< origins in colour; empty: all
    int focusRow = -1;                   ///< the row that the sentence is about; −1: the builder chooses
    FigureForm form = {};
};

} // namespace evenredig
