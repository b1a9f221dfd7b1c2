// A period as the sources name it: a year, a school year, a pooled average, a quarter, a month, a day.
#pragma once

#include "core/base/language.h"

#include <optional>
#include <string>
#include <string_view>

namespace evenredig {

/// A period id of formats.md ("2020", "2016/17", "2013..2017", "1996-Q1", "1996-01", "2021-01-01") with
/// its place in time. Ids are compared as text; order is by time.
class Period {
public:
    enum class Kind { Year, SchoolYear, Pooled, Quarter, Month, Day };

    [[nodiscard]] static std::optional<Period> parse(std::string_view id);
    /// What sources write: ids as above, and "2023*" (the star is a flag, not part of it), "2013/2017",
    /// "2016/'17", StatLine's "1996JJ00", "1996KW01", "1996MM01".
    [[nodiscard]] static std::optional<Period> fromSource(std::string_view text);

    [[nodiscard]] const std::string &id() const { return m_id; }
    [[nodiscard]] Kind kind() const { return m_kind; }
    /// Years as decimals: 2020 runs from 2020.0 to 2021.0.
    [[nodiscard]] double begin() const { return m_begin; }
    [[nodiscard]] double end() const { return m_end; }
    /// The place on an axis. A whole year is placed on its number (2020, not 2020.5), and every other
    /// period on the same scale: the middle of its span minus half a year.
    [[nodiscard]] double axisPosition() const { return (m_begin + m_end) / 2 - 0.5; }
    [[nodiscard]] bool overlaps(const Period &other) const;
    /// "2022/'23", "gemiddeld over 2015 tot en met 2019": as in running text. Short form for axes and tables.
    [[nodiscard]] std::string longText(Language language) const;
    [[nodiscard]] std::string shortText(Language language) const;

    bool operator==(const Period &other) const { return m_id == other.m_id; }

private:
    std::string m_id;
    Kind m_kind = Kind::Year;
    double m_begin = 0;
    double m_end = 0;
};

/// Orders by time (first by begin, then by end, then by id).
[[nodiscard]] bool earlier(const Period &a, const Period &b);

} // namespace evenredig
