// The forms that a figure can be put in without another number.
#pragma once

#include "core/figure/words.h"

namespace evenredig {

/// Sorts the rows of a dot plot from high to low, absent ones last, and marks neighbours whose order is not certain.
void orderByValue(Panel &panel, const Words &words);
/// A small panel for each group in place of the panel of lines: its own line in colour, the other groups' as ghosts.
/// At most eight panels with those that stay; one group or none leaves the figure as it is.
void splitByGroup(Figure &figure, const Words &words);

} // namespace evenredig
