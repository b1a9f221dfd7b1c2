// The quality of a data set in words and as JSON: what `describe WORKSPACE --dataset ID` prints.
#pragma once

#include "core/quality/datasetquality.h"

namespace evenredig {

/// "te weinig waarnemingen (12; minimum 50)".
[[nodiscard]] std::string qualityReason(const Reason &why, Language language);
/// As `describe WORKSPACE --dataset ID` prints it.
[[nodiscard]] std::string qualityText(const DatasetQuality &quality, const Catalogue &catalogue, Language language);
[[nodiscard]] std::string qualityJson(const DatasetQuality &quality);

} // namespace evenredig
