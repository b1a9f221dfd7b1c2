// How a text in a figure is set.
#pragma once

#include <QColor>

namespace evenredig {

enum class Weight { Regular, SemiBold, Bold };
enum class Align { Left, Centre, Right };
enum class Digits { Proportional, Tabular };

struct TextStyle {
    double points = 8.5;
    Weight weight = Weight::Regular;
    QColor colour = QColor(0x22, 0x22, 0x22);
    bool italic = false;
    Digits digits = Digits::Proportional;
};

} // namespace evenredig
