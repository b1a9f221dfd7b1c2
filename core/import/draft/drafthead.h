// What a draft says of the file as a whole: names, kind, classification, period, design.
#pragma once

#include "core/import/draft/draft.h"

namespace evenredig {

void suggestHead(Draft &draft, const FileProfile &profile, const Catalogue &catalogue);
/// Again after a change of columns: classification and the origins that the sample covers.
void suggestOrigins(Draft &draft, const FileProfile &profile, const Catalogue &catalogue);
/// The year in "sim2020" or "SIM 2020 def"; empty: none, or more than one.
[[nodiscard]] std::string yearIn(std::string_view fileName);
/// "SIM2020.csv" → "sim-2020".
[[nodiscard]] std::string datasetIdFor(std::string_view fileName);

} // namespace evenredig
