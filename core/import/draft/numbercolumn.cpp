#include "core/import/draft/numbercolumn.h"

#include "core/import/recognise/numbermarks.h"

#include <algorithm>
#include <charconv>

namespace evenredig {

namespace {

TwoWayValue twoWay(const ValueCount &counted, char mark)
{
    TwoWayValue value;
    value.value = counted.value;
    value.count = counted.count;
    value.firstLine = counted.firstLine;
    value.large = value.small = counted.value;
    std::erase(value.large, mark);
    std::replace(value.small.begin(), value.small.end(), mark, '.');
    return value;
}

/// Values that say for certain what the mark is in this column decide for those that can be read two ways.
void takeTwoWays(DraftColumn &draft, const ColumnProfile &column)
{
    const MarkCounts &marks = column.evidence.marks;
    for (const ValueCount &counted : column.values) {
        if (!counted.twoWays)
            continue;
        const char mark = numberMarks(counted.value).either;
        TwoWayValue value = twoWay(counted, mark);
        const long decimals = mark == ',' ? marks.commaDecimals : marks.pointDecimals;
        const long thousands = mark == ',' ? marks.commaThousands : marks.pointThousands;
        if ((decimals > 0) == (thousands > 0))
            draft.twoWaysSettled = false;
        else
            value.choice = decimals > 0 ? TwoWayValue::Choice::Small : TwoWayValue::Choice::Large;
        draft.twoWays.push_back(std::move(value));
    }
}

/// The marks that the column itself shows for certain.
void takeMarks(DraftColumn &draft)
{
    const MarkCounts &marks = draft.marks;
    const long comma = marks.certainOf(',');
    const long point = marks.certainOf('.');
    if ((comma > 0) == (point > 0))
        return;
    draft.decimal = comma > 0 ? "," : ".";
    draft.thousands = comma > 0 ? (marks.pointThousands > 0 ? "." : "") : (marks.commaThousands > 0 ? "," : "");
}

/// A column that becomes no variable of the catalogue is stored as numbers when nobody would call it codes.
bool looksMeasured(const ColumnProfile &column)
{
    const MarkCounts &marks = column.evidence.marks;
    return column.evidence.kind() == ColumnEvidence::Kind::Number
           && (column.many || column.fractions > 0 || marks.certainOf(',') + marks.certainOf('.') > 0
               || marks.commaEither + marks.pointEither > 0);
}

} // namespace

std::vector<double> bandsOf(const KnownVariable &variable)
{
    std::vector<double> bands;
    for (const KnownCode &code : variable.codes) {
        double low = 0;
        const std::from_chars_result read = std::from_chars(code.id.data(), code.id.data() + code.id.size(), low);
        if (read.ec != std::errc())
            return {};
        bands.push_back(low);
    }
    return bands;
}

void takeNumbers(DraftColumn &draft, const ColumnProfile &column, const KnownVariable *known)
{
    draft.marks = column.evidence.marks;
    const bool counts = draft.role == ColumnRole::Weight || draft.role == ColumnRole::Population;
    const bool free = draft.role == ColumnRole::Keep || draft.role == ColumnRole::Stratum
                      || (draft.role == ColumnRole::Variable && !known);
    draft.number = known ? known->number : free && looksMeasured(column) && draft.role != ColumnRole::Stratum;
    if (!draft.number && !counts)
        return;
    takeMarks(draft);
    takeTwoWays(draft, column);
    if (!known || known->id != "age")
        return;
    const KnownVariable *bands = Vocabulary::builtIn().variable("age_band");
    draft.bands = bands ? bandsOf(*bands) : std::vector<double>();
    draft.bandsAs = draft.bands.empty() ? "" : bands->id;
    draft.bandsLabel = draft.bands.empty() ? LocalText() : bands->label;
}

} // namespace evenredig
