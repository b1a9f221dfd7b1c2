// How a source becomes a data set: reading options, columns, measures (formats.md, "Recipe").
#pragma once

#include "core/data/microdata.h"
#include "core/data/published.h"
#include "core/import/source/csvreader.h"
#include "core/import/source/printednumber.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace evenredig {

struct ReadOptions {
    std::string format = "csv";
    char delimiter = ',';
    char quote = '"';
    std::string decimal = ".";
    std::string thousands;
    std::string encoding = "utf-8";
    std::map<std::string, Missing> missing;    ///< trimmed cell text → reason; "" is the empty cell
    bool header = true;                        ///< the first record names the columns
    long skip = 0;                             ///< lines above the table
    ShortHeader shortHeader = ShortHeader::No; ///< what the rows have that the header does not name
    std::set<std::string> given;               ///< the keys that the recipe has; the others are recognised
    bool takeLikely = false;                   ///< what can be read two ways is read the likelier way (--yes)

    [[nodiscard]] bool isGiven(const char *key) const { return given.contains(key); }
    /// How the text is cut into records and fields.
    [[nodiscard]] CsvOptions csv() const;
    [[nodiscard]] Marks marks() const { return {decimal, thousands == decimal ? std::string() : thousands}; }
    /// Whether how numbers are written is left to what the columns show.
    [[nodiscard]] bool marksAreOpen() const { return !isGiven("decimal") && !isGiven("thousands"); }
};

/// One column of the source under a name of ours, recoded.
struct ColumnRule {
    std::string from;
    std::string as;
    std::map<std::string, std::string> recode; ///< "*" catches the rest
    bool hasRecode = false;
    std::map<std::string, Missing> missing;
    std::map<std::string, LocalText> missingLabels; ///< "don't know": of a code in `missing`
    LocalText label;
    std::vector<std::string> order; ///< ids of an ordered scale, from the lowest
    bool number = false;
    std::vector<double> bands;                     ///< lower ends, ascending: [15,25) … 65+
    std::optional<std::string> decimal, thousands; ///< of its numbers, where they are not those of `read`
    std::map<std::string, std::string> readAs; ///< trimmed cell text → what is read in its place: "1.250" → "1250"

    [[nodiscard]] bool readsNumbers() const { return number || !bands.empty(); }
    /// Its own marks, and those of the file for what it does not say.
    [[nodiscard]] Marks marks(const ReadOptions &file) const;
};

/// One kind of figure that a published source holds; each record that meets `when` gives one figure.
struct MeasureRule {
    std::string value; ///< a column's name or "#46", its 1-based number
    std::string indicator;
    std::map<std::string, std::string> when; ///< source column → text it must have
    std::map<std::string, std::string> set;  ///< dimension → id, for a wide column
    SourceKind sourceKind = SourceKind::Register;
    LocalText universe;
    std::vector<Condition> where;
    double scale = 1;
    std::optional<int> decimals;
    std::optional<double> roundTo;
    std::optional<std::string> low, high, n; ///< columns
};

/// Records that the recipe leaves out on purpose: they are set aside in the ledger with the reason.
/// In JSON: "set_aside": [{"when": {"origin": "Overig"}, "reason": {"nl": "…", "en": "…"}}].
struct SetAsideRule {
    std::map<std::string, std::string> when; ///< source column → text it must have (before recoding)
    LocalText reason;
};

struct Recipe {
    std::string dataset;
    LocalText title, source;
    DatasetKind kind = DatasetKind::Published;
    std::string classification;
    bool synthetic = false;
    ReadOptions read;
    std::optional<std::string> constantPeriod;
    std::optional<ColumnRule> periodColumn;
    std::vector<ColumnRule> columns;
    Design design;                      ///< of microdata
    Marks weightMarks, populationMarks; ///< those of the file, until the columns show others
    std::vector<MeasureRule> measures;
    std::vector<SetAsideRule> setAside;
    std::set<std::string> provisional; ///< periods (ids) whose figures the source calls provisional
    bool keepNamedOnly = false;
    /// Columns that are not stored, and why: a reason code of the ledger ("identifier_unique"), or "left_out".
    std::map<std::string, std::string> leaveOut;
    std::string sourceFile; ///< "x_source": the file that the recipe was written for
    std::map<std::string, std::pair<Comparability, LocalText>> comparable;
    std::string json; ///< as read

    [[nodiscard]] static Result<Recipe> fromJson(std::string_view text, const std::string &file);
};

} // namespace evenredig
