// What comes out of a question: rows of estimates with status and verdict. Charts, tables, sentences and
// files are all made from this one value.
#pragma once

#include "core/model/catalogue.h"
#include "core/model/estimate.h"
#include "core/model/key.h"
#include "core/model/period.h"
#include "core/model/question.h"

#include <optional>
#include <string>
#include <vector>

namespace evenredig {

/// Whether a figure is provisional is a field of its own, so that it hides no other status.
enum class Status { Ok, Suppressed, TooFew, Unreliable, NoMargin, NotComparable, NotAsked, NotApplicable };
enum class Verdict {
    None,
    Equal,
    MoreFavourable,
    LessFavourable,
    Higher,
    Lower,
    NotDemonstrable,
    TooFew,
    Unreliable,
    NoMargin,
    NotComparable,
    Unchanged,
    Smaller,
    Larger,
    Reversed,
    Changed
};
enum class Size { None, Small, BeyondMargin };
/// Comparability of two periods or data sets (product.md rule 7).
enum class Comparability { Yes, WithCaution, No };

[[nodiscard]] std::string_view statusName(Status status);
[[nodiscard]] std::string_view verdictName(Verdict verdict); ///< "" for None
[[nodiscard]] std::string_view sizeName(Size size);          ///< "" for None

enum class DatasetKind { Survey, Register, Published };
enum class SourceKind { Register, Survey }; ///< of a published figure: complete count, or a sample

/// What a figure's footer and the card say of a data set.
struct DatasetInfo {
    std::string id;
    LocalText title;
    LocalText source;
    DatasetKind kind = DatasetKind::Published;
    std::string classification;
    bool synthetic = false;
    std::string sha256;     ///< of the imported file(s)
    std::string stored;     ///< fingerprint of what was stored of them: another recipe stores other data
    std::string importedAt; ///< ISO 8601, UTC
};

/// Whether a ratio leads to the same conclusion as a difference in points: they can disagree (statistics.md §6).
enum class Measures { None, Agree, Disagree };

/// What is said of a difference (statistics.md §7).
struct Assessment {
    Verdict verdict = Verdict::None;
    Size size = Size::None;
    std::optional<bool> established; ///< whether the interval of the difference excludes 0
    std::optional<double> mdv;       ///< the smallest difference that such numbers can show, of a sampled difference
    bool operator==(const Assessment &) const = default;
};

struct AnswerRow {
    bool change = false;    ///< false: a row per period; true: from the first to the last period
    std::string indicator;  ///< of `overview`
    std::string definition; ///< of `overview`: the indicator's own JSON
    std::string origin;
    std::string generation;
    std::vector<Period> periods; ///< one, or first and last of a change
    std::string reference;       ///< the origin that this row is compared with; empty: with none
    std::string dataset;
    std::string referenceDataset; ///< where the reference's figure comes from
    std::string classification;
    LocalText universe; ///< as the source states it; empty: that of the indicator
    std::string series; ///< rows of one origin and generation that count the same thing
    int segment = 0;    ///< of a series: the breaks before this row that a recipe declares
    SourceKind sourceKind = SourceKind::Register;
    bool computed = false; ///< from rows of persons, not printed
    std::optional<double> n, nEffective, missing;
    double missingShare = 0;   ///< of persons: the weighted share without a valid answer
    int decimalsReference = 0; ///< as printed, of the reference's own figure
    Status status = Status::Ok;
    std::optional<Missing> absence;                  ///< why `value` is not there
    bool provisional = false;                        ///< whether any of its estimates is
    int decimals = 0;                                ///< as printed in the source, on the screen's scale (7.4% has 1)
    std::vector<std::pair<Key, Estimate>> estimates; ///< in the order in which they are written
    Assessment assessment;
    Assessment groupMovement, referenceMovement;      ///< of a change: whether each of them rose or fell
    Measures measures = Measures::None;               ///< whether ratios lead to what the points say
    std::optional<bool> aboveNext;                    ///< of `level`: demonstrably above the next lower of its period
    std::optional<Period> base;                       ///< of `relative`: what the change is measured against
    Assessment changeAssessment;                      ///< of `overview`: on the change of the gap
    Comparability comparability = Comparability::Yes; ///< of a change: of its two periods
    LocalText comparabilityReason;

    void add(Key key, Estimate estimate);
    [[nodiscard]] const Estimate *estimate(Key key) const;
    /// The value of an estimate when it is there.
    [[nodiscard]] std::optional<double> value(Key key) const;
    [[nodiscard]] bool isProvisional(Key key) const;
    /// Whether a line may join two rows of one origin and generation.
    [[nodiscard]] bool isOnLineOf(const AnswerRow &other) const
    {
        return series == other.series && segment == other.segment;
    }
    [[nodiscard]] const Period &period() const { return periods.front(); } ///< of a period row
};

/// A remark that belongs to the answer. The codes are a closed list: noteCodes().
struct Note {
    std::string code;
    std::vector<std::pair<std::string, std::string>> arguments;
    LocalText text; ///< filled from the texts "note.<code>"
};

[[nodiscard]] const std::vector<std::string_view> &noteCodes();
/// A note with its texts filled in both languages. `arguments` may differ per language: then give the
/// text's own values by "name.nl" and "name.en".
[[nodiscard]] Note makeNote(std::string_view code, std::vector<std::pair<std::string, std::string>> arguments = {});

struct Answer {
    Question question; ///< as asked
    Indicator indicator;
    std::vector<std::string> origins; ///< what was asked for, in the fixed order
    std::vector<std::string> generations;
    std::vector<Period> periods; ///< by time
    std::vector<AnswerRow> rows;
    std::vector<Note> notes;
    std::vector<DatasetInfo> sources;
    LocalText filter;              ///< the question's `where` in words: "geslacht: vrouw"; empty without
    LocalText universe;            ///< the indicator's universe in words, where it has no words of its own
    int indicatorsWithFigures = 0; ///< of `overview`: in the file, whatever was asked for

    [[nodiscard]] const DatasetInfo *source(std::string_view dataset) const;
    /// The origin that all rows with a comparison are compared with; empty: none, or more than one.
    [[nodiscard]] std::string reference() const;
};

/// The version of the formulas and rules: a change of any number or verdict raises it, and with it every figure code.
inline constexpr int statisticsVersion = 3;

/// The code that is printed on a figure: EV-2F7A-81C0. From the question, the stored data, the indicator's definition
/// and the statistics version, and from nothing else (formats.md).
[[nodiscard]] std::string figureCode(const Answer &answer);

} // namespace evenredig
