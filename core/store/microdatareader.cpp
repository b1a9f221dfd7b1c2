#include "core/store/microdatareader.h"

#include "core/store/query.h"
#include "core/store/storedwords.h"

#include <bit>

namespace evenredig {

namespace {

constexpr const char *segmentColumns = "s.rows, s.encoding, s.bits, s.compressed, s.base, s.scale, s.checksum, s.bytes";
constexpr int segmentColumnCount = 8;

/// The form of the segment whose columns begin at `first`; an encoding that nobody knows has no bits.
Segment segmentAt(const Statement &row, int first)
{
    Segment segment;
    const auto encoding = stored::value<Segment::Encoding>(stored::encodings, row.text(first + 1));
    segment.rows = row.integer(first);
    segment.encoding = encoding.value_or(Segment::Encoding::Codes);
    segment.bits = encoding ? int(row.integer(first + 2)) : 0;
    segment.compressed = row.integer(first + 3) != 0;
    segment.base = row.integer(first + 4);
    segment.scale = int(row.integer(first + 5));
    segment.checksum = std::bit_cast<std::uint64_t>(row.integer(first + 6));
    return segment;
}

/// The variables of the design have codes without a dictionary, and are no keys of cells by themselves.
bool fits(const Variable &variable, const ColumnValues &values)
{
    if (const Codes *codes = std::get_if<Codes>(&values))
        return variable.isCoded()
               && (variable.dictionary.size() == 0 || codes->size() == 0
                   || codes->largest() < variable.dictionary.size());
    return std::holds_alternative<Reals>(values) ? variable.real : variable.text;
}

Result<void> addCode(const Database &database, const Statement &row, Variable &variable)
{
    Dictionary &dictionary = variable.dictionary;
    std::uint32_t code = 0;
    if (row.isNull(4)) {
        code = dictionary.add(row.text(1));
    } else {
        const std::optional<Missing> reason = missingFromName(row.text(4));
        if (!reason)
            return damaged(database, variable.name + ": " + row.text(4));
        code = dictionary.addMissing(row.text(1), *reason);
    }
    // Codes count from 0 without a hole, and no value stands twice.
    if (std::int64_t(code) != row.integer(0) || code + 1 != dictionary.size())
        return damaged(database, variable.name + ": " + row.text(0));
    const LocalText label{row.text(2), row.text(3)};
    if (!label.nl.empty() || !label.en.empty())
        dictionary.setLabel(code, label);
    if (!row.isNull(5))
        dictionary.setOrder(code, int(row.integer(5)));
    return {};
}

Result<void> readVariables(const Database &database, MicrodataInfo &info)
{
    auto take = [&info](const Statement &row) -> Result<void> {
        Variable variable;
        variable.number = row.integer(0);
        variable.name = row.text(1);
        variable.sourceName = row.text(2);
        variable.label = {row.text(3), row.text(4)};
        variable.real = row.text(5) == "real";
        variable.text = row.text(5) == "text";
        info.variables.push_back(std::move(variable));
        return {};
    };
    Result<void> read = eachRow(database,
                                "SELECT number, name, source_name, label_nl, label_en, kind FROM variables "
                                "WHERE dataset = ? ORDER BY number",
                                take, info.dataset);
    for (std::size_t i = 0; read && i < info.variables.size(); ++i) {
        Variable &variable = info.variables[i];
        auto takeCode = [&](const Statement &row) { return addCode(database, row, variable); };
        read = eachRow(database,
                       "SELECT code, value, label_nl, label_en, missing, position FROM codes WHERE variable = ? "
                       "ORDER BY code",
                       takeCode, variable.number);
    }
    return read;
}

Result<void> readDesign(const Database &database, MicrodataInfo &info)
{
    auto takeColumn = [&info](const Statement &row) -> Result<void> {
        (row.text(0) == "strata" ? info.design.strata : info.design.covers).push_back(row.text(1));
        return {};
    };
    auto takeStratum = [&info](const Statement &row) -> Result<void> {
        info.strata.push_back({row.text(0), row.text(1), row.integer(2), row.integer(3), row.optionalReal(4)});
        return {};
    };
    Result<void> read = eachRow(database,
                                "SELECT role, name FROM design_columns WHERE dataset = ? ORDER BY role, position",
                                takeColumn, info.dataset);
    if (!read)
        return read;
    return eachRow(database,
                   "SELECT period, name, rows, clusters, population FROM strata WHERE dataset = ? ORDER BY code",
                   takeStratum, info.dataset);
}

Result<MicrodataInfo> infoAt(const Database &database, const Statement &row)
{
    MicrodataInfo info;
    info.dataset = row.text(0);
    info.rows = row.integer(1);
    const auto scope = stored::value<WeightScope>(stored::weightScopes, row.text(5));
    if (!scope)
        return damaged(database, info.dataset + ": " + row.text(5));
    info.design.weight = row.text(2);
    info.design.cluster = row.text(3);
    info.design.population = row.text(4);
    info.design.weightScope = *scope;
    info.design.populationTotals = row.text(6);
    info.design.panel = row.text(7);
    info.design.series = row.text(8);
    return info;
}

} // namespace

Result<std::vector<MicrodataInfo>> readMicrodata(const Database &database)
{
    std::vector<MicrodataInfo> all;
    // A file of an older version that is only read has no such tables yet.
    const Result<std::int64_t> known = database.number("SELECT count(*) FROM sqlite_schema WHERE name = 'designs'");
    if (!known)
        return tl::unexpected<Error>(known.error());
    if (*known == 0)
        return all;
    auto take = [&](const Statement &row) -> Result<void> {
        Result<MicrodataInfo> info = infoAt(database, row);
        if (!info)
            return tl::unexpected<Error>(info.error());
        all.push_back(std::move(*info));
        return {};
    };
    Result<void> read = eachRow(
        database,
        "SELECT d.id, d.rows_kept, g.weight, g.cluster, g.population, g.weight_scope, g.population_totals, g.panel, "
        "g.series FROM designs g JOIN datasets d ON d.id = g.dataset WHERE d.position >= 0 ORDER BY d.position",
        take);
    for (std::size_t i = 0; read && i < all.size(); ++i) {
        read = readVariables(database, all[i]);
        if (read)
            read = readDesign(database, all[i]);
    }
    if (!read)
        return tl::unexpected<Error>(read.error());
    return all;
}

Result<void> eachSegment(const Database &database, const SegmentReceiver &receiver)
{
    auto take = [&receiver](const Statement &row) -> Result<void> {
        const int after = segmentColumnCount;
        receiver(row.text(after), row.text(after + 1), row.integer(after + 2), segmentAt(row, 0),
                 row.bytes(segmentColumnCount - 1));
        return {};
    };
    return eachRow(database,
                   std::string("SELECT ") + segmentColumns
                       + ", v.dataset, v.name, s.position FROM segments s JOIN variables v ON v.number = s.variable "
                         "ORDER BY s.variable, s.position",
                   take);
}

StoredSegments::StoredSegments(std::unique_ptr<Database> database, Statement select)
    : m_database(std::move(database)), m_select(std::move(select))
{}

Result<std::unique_ptr<SegmentSource>> StoredSegments::open(std::unique_ptr<Database> database)
{
    Result<Statement> select = database->prepare(std::string("SELECT ") + segmentColumns
                                                 + " FROM segments s WHERE s.variable = ? AND s.position = ?");
    if (!select)
        return tl::unexpected<Error>(select.error());
    return std::unique_ptr<SegmentSource>(new StoredSegments(std::move(database), std::move(*select)));
}

Result<ColumnValues> StoredSegments::read(const Variable &variable, std::size_t segment)
{
    const Result<bool> found = m_select.bind(variable.number, std::int64_t(segment)).step();
    if (!found)
        return tl::unexpected<Error>(found.error());
    std::optional<ColumnValues> values;
    if (*found)
        values = decodeSegment(segmentAt(m_select, 0), m_select.bytes(segmentColumnCount - 1));
    if (!values || !fits(variable, *values))
        return damaged(*m_database, variable.name + ", segment " + std::to_string(segment));
    return std::move(*values);
}

} // namespace evenredig
