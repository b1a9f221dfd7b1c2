// A recipe for a file of persons that is still open: proposed from what the file shows, edited by a person, and
// then written as a recipe. A value without behaviour; nothing in it was guessed silently.
#pragma once

#include "core/base/reason.h"
#include "core/import/draft/columnprofile.h"
#include "core/model/catalogue.h"

namespace evenredig {

enum class ColumnRole {
    Keep,       ///< as it is, under its own name
    LeaveOut,   ///< not stored
    Variable,   ///< a variable of the catalogue (or one of the user's): `variable`
    Origin,     ///< stored as "origin"
    Generation, ///< stored as "generation"
    Period,     ///< gives the period of each row
    Weight,
    Stratum,    ///< of the sample; kept as a characteristic under its own name as well
    Cluster,    ///< first-stage unit
    Population, ///< N_h, M_h or the sampling fraction of the stratum
    Person      ///< the same person over several periods: `design.panel`
};
/// "keep", "leave_out", … : names of texts "role.<name>" and of JSON.
[[nodiscard]] std::string_view roleName(ColumnRole role);
[[nodiscard]] std::optional<ColumnRole> roleFromName(std::string_view name);

/// One value of a column and what becomes of it.
struct DraftValue {
    enum class Use {
        Kept,    ///< as it is
        Recoded, ///< to `id`
        Missing, ///< to `reason`
        Unknown  ///< not recognised: it becomes unreadable, of origin and period the row is set aside
    };
    std::string value;
    long count = 0; ///< 0: the recipe names it, the file does not have it
    long firstLine = 0;
    Use use = Use::Kept;
    std::string id;
    Missing reason = Missing::Unknown;
    LocalText label; ///< of what is missing: "weet niet"
    Confidence confidence = Confidence::None;
    std::vector<Reason> evidence;
};

/// A value that can be read two ways: "1.250" is 1250 or 1,250, or nothing.
struct TwoWayValue {
    enum class Choice { Unreadable, Large, Small };
    std::string value;
    long count = 0, firstLine = 0;
    std::string large, small; ///< digits, and digits with a point
    Choice choice = Choice::Unreadable;
};

struct DraftColumn {
    std::string name; ///< of the file
    std::string from; ///< how the recipe names it
    ColumnRole role = ColumnRole::Keep;
    bool stratum = false;           ///< a stratum of the sample besides its role (an origin often is)
    std::string variable;           ///< of role Variable: the id under which it is stored
    std::string nearest;            ///< of role Keep: what its name is known as, where its codes do not tell
    LocalText label;                ///< of the stored variable
    bool number = false;            ///< stored as a number
    std::string decimal, thousands; ///< the marks of its numbers, where they are not those of the file; or ""
    MarkCounts marks;               ///< how its values are written
    std::vector<double> bands;      ///< lower ends: stored in bands as well, under `bandsAs`
    std::string bandsAs;
    LocalText bandsLabel;
    std::vector<DraftValue> values; ///< those of the file by falling count; of a number only what is no number
    std::string rest;               ///< "*": the id of every value that is not recognised; empty: none
    std::vector<std::string> order; ///< ids of an ordered scale, from the lowest
    std::vector<TwoWayValue> twoWays;
    bool twoWaysSettled = true; ///< false: asked; the reading that is written meanwhile is "unreadable"
    Confidence confidence = Confidence::None;
    std::vector<Reason> evidence; ///< for role and variable
    std::string leftOutReason;    ///< of role LeaveOut: a reason code of the ledger, or "" (the user's choice)
    std::string example;
    long filled = 0, empty = 0;

    /// How many values (and how many rows with them) are not recognised.
    [[nodiscard]] long unknownValues() const;
    [[nodiscard]] long unknownRows() const;
};

/// What is suggested for the file as a whole, with its reasons.
struct HeadSuggestion {
    Confidence confidence = Confidence::None;
    std::vector<Reason> evidence;
};

struct DraftDesign {
    WeightScope weightScope = WeightScope::Population;
    std::vector<std::string> covers; ///< origins of the sampling frame; empty: all
    std::string populationTotals;    ///< JSON; kept from an earlier recipe
    std::string series;
    HeadSuggestion scopeWhy, coversWhy;
};

struct Draft {
    std::string dataset;
    LocalText title, source;
    DatasetKind kind = DatasetKind::Survey;
    std::string classification;
    bool synthetic = false;
    ReadOptions read;                 ///< complete
    std::string period;               ///< constant; empty: the column with role Period, or not known yet
    std::vector<DraftColumn> columns; ///< in the order of the file
    DraftDesign design;
    bool looksPublished = false; ///< a row per figure rather than per person: this is not the recipe for it
    bool keepNamedOnly = false;
    std::vector<SetAsideRule> setAside;                                    ///< kept from an earlier recipe
    std::map<std::string, std::pair<Comparability, LocalText>> comparable; ///< the same
    HeadSuggestion kindWhy, classificationWhy, periodWhy;

    [[nodiscard]] const DraftColumn *column(std::string_view from) const;
    [[nodiscard]] DraftColumn *column(std::string_view from);
    /// The first column with a role; null: none.
    [[nodiscard]] const DraftColumn *withRole(ColumnRole role) const;
    [[nodiscard]] DraftColumn *withRole(ColumnRole role);
};

/// What somebody must still decide, or should look at, before the import.
struct OpenPoint {
    enum class Level {
        Blocks, ///< the recipe would be refused: no origin, no period, a name twice
        Ask,    ///< it would run, but something is not settled
        Notice
    };
    Level level = Level::Notice;
    std::string column; ///< `from`; empty: of the whole
    Reason why;         ///< texts "open.<key>"
};

/// Blocking points first. Empty: nothing is open.
[[nodiscard]] std::vector<OpenPoint> openPoints(const Draft &draft);
[[nodiscard]] std::string openPointText(const OpenPoint &point, Language language);

/// The names under which the columns are stored, in their order; empty: it is not stored as a variable. (A column that
/// is kept and would take the name of a variable of ours gets another one.)
[[nodiscard]] std::vector<std::string> storedNames(const Draft &draft);

/// As formats.md has it; Recipe::fromJson reads it, and an import with it does what the draft says.
[[nodiscard]] std::string recipeJson(const Draft &draft);

/// What differs between a recipe (of the previous wave) and a file.
struct DraftChange {
    enum class Kind {
        ColumnNew,
        ColumnGone,
        ColumnRenamed,
        ValuesNew,
        ValuesGone,
        TypeDiffers,
        ReadingDiffers,
        PeriodDiffers
    };
    Kind kind = Kind::ColumnNew;
    std::string column;              ///< `from` in the file; of ColumnGone in the recipe; empty of the reading
    Reason why;                      ///< texts "change.<key>"
    std::vector<std::string> values; ///< those that are new or gone
};
[[nodiscard]] std::string changeText(const DraftChange &change, Language language);

struct DraftFromRecipe {
    Draft draft;
    std::vector<DraftChange> changes;
    long recognised = 0; ///< columns of the file that the recipe knew
};
/// The recipe's choices for the columns it knows; suggestions for those that are new. Dataset id and period are
/// proposed anew (the recipe's belong to the other wave).
[[nodiscard]] DraftFromRecipe draftFromRecipe(const Recipe &recipe, const FileProfile &profile,
                                              const Catalogue &catalogue);

} // namespace evenredig
