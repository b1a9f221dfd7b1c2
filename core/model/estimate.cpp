#include "core/model/estimate.h"

#include <algorithm>
#include <array>

namespace evenredig {

namespace {

constexpr std::array<std::string_view, 9> missingNames{"dont_know",      "refused",    "not_asked",
                                                       "not_applicable", "impossible", "unknown",
                                                       "suppressed",     "too_few",    "unreadable"};
constexpr std::array<std::string_view, 9> methodNames{"",      "exact", "rounding", "printed", "t",
                                                      "logit", "log",   "mover",    "fieller"};

} // namespace

std::string_view missingName(Missing reason)
{
    return missingNames[static_cast<std::size_t>(reason)];
}

std::optional<Missing> missingFromName(std::string_view name)
{
    const auto found = std::find(missingNames.begin(), missingNames.end(), name);
    if (found == missingNames.end())
        return std::nullopt;
    return static_cast<Missing>(found - missingNames.begin());
}

bool isSampling(Method method)
{
    return method != Method::None && method != Method::Exact && method != Method::Rounding;
}

std::string_view methodName(Method method)
{
    return methodNames[static_cast<std::size_t>(method)];
}

} // namespace evenredig
