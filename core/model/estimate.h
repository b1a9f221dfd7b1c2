// A number with its uncertainty, or its absence with the reason.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace evenredig {

/// Why a figure is not there (formats.md, "Missing reasons").
enum class Missing { DontKnow, Refused, NotAsked, NotApplicable, Impossible, Unknown, Suppressed, TooFew, Unreadable };

[[nodiscard]] std::string_view missingName(Missing reason); ///< "dont_know"
[[nodiscard]] std::optional<Missing> missingFromName(std::string_view name);

/// Whether a number exists that is not shown: it rests on too few persons.
[[nodiscard]] inline bool isHidden(std::optional<Missing> reason)
{
    return reason == Missing::Suppressed || reason == Missing::TooFew;
}

/// How an interval came about; the card says it in the words of the text "card.interval.<name>".
enum class Method {
    None,
    Exact,    ///< no sampling, no rounding
    Rounding, ///< the room that rounding leaves; never a margin
    Printed,  ///< the 95% margin as the source prints it, or rescaled to another level
    Normal,   ///< ± z·SE, or t·SE where degrees of freedom are known
    Logit,    ///< a share, on the logit scale
    Log,      ///< a ratio, on the log scale
    Mover,    ///< a difference, from the two single intervals (Zou & Donner 2008)
    Fieller   ///< the share of a gap that was closed
};

/// Whether the interval is one of sampling: "95%" and not "rounding".
[[nodiscard]] bool isSampling(Method method);

[[nodiscard]] std::string_view methodName(Method method);

/// In the file's unit (a share is a fraction of 1). `low` and `high` are the ends of the interval that
/// `method` names; of a complete count that is the interval of rounding, never a sampling interval.
struct Estimate {
    std::optional<double> value;
    std::optional<Missing> absence; ///< why `value` is not there, where a level that it is made of is absent
    std::optional<double> se;
    std::optional<double> low;
    std::optional<double> high;
    std::optional<double> df;
    Method method = Method::None;
    std::optional<double> n, nEffective, missing; ///< of a level: what it rests on, whatever row it stands in
    bool provisional = false;                     ///< whether any level that it is made of is

    [[nodiscard]] bool hasInterval() const { return low && high; }
};

/// An estimate that is not there, with the reason.
[[nodiscard]] inline Estimate absent(Missing reason)
{
    Estimate estimate;
    estimate.absence = reason;
    return estimate;
}

} // namespace evenredig
