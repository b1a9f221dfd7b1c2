// The sizes that a figure is set in, in points. The same code lays out paper and screen; only these differ.
#pragma once

namespace evenredig {

struct FigureLayout {
    double label = 8.5; ///< labels, axes, columns
    double small = 8;   ///< footer
    double title = 12.5;
    double subtitle = 9;
    double margin = 3; ///< white around everything
    double marker = 6; ///< 2 mm is 5.67 pt
    double line = 1.25;
    double referenceLine = 1.9;
    double interval = 0.9; ///< never under 0.75 pt on paper
    double grid = 0.35;

    [[nodiscard]] static FigureLayout paper() { return {}; }
    /// As in the window, read at arm's length.
    [[nodiscard]] static FigureLayout screen()
    {
        FigureLayout layout;
        layout.label = 9;
        layout.small = 8.3;
        layout.title = 14.2;
        layout.subtitle = 9.8;
        layout.margin = 6;
        layout.marker = 6.8;
        layout.line = 1.5;
        layout.referenceLine = 1.9;
        return layout;
    }
};

} // namespace evenredig
