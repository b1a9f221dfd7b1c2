#include "core/quality/datasetquality.h"

#include <algorithm>

namespace evenredig {

const QualityGroup *DatasetQuality::group(std::string_view origin, std::string_view generation,
                                          std::string_view period) const
{
    const auto found = std::find_if(groups.begin(), groups.end(), [&](const QualityGroup &one) {
        return one.origin == origin && one.generation == generation && one.period == period;
    });
    return found == groups.end() ? nullptr : &*found;
}

} // namespace evenredig
