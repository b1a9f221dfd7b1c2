#include "core/store/workspacecheck.h"

#include "core/base/texts.h"
#include "core/store/microdatareader.h"

#include <map>

namespace evenredig {

namespace {

/// A query whose every row is a finding, and the text whose placeholders its columns fill.
struct Inspection {
    std::string_view sql;
    std::string_view text;
    std::vector<std::string> placeholders;
};

std::vector<Inspection> inspections()
{
    return {
        {"SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
         "check.sqlite",
         {"reason"}},
        {"SELECT DISTINCT \"table\" FROM pragma_foreign_key_check", "check.foreign_key", {"table"}},
        {"SELECT id, rows_read, rows_kept, rows_set_aside FROM datasets WHERE rows_read <> rows_kept + rows_set_aside",
         "check.rows",
         {"dataset", "read", "kept", "aside"}},
        {"SELECT d.id, d.rows_read, coalesce(sum(s.rows_read), 0) FROM datasets d JOIN sources s ON s.dataset = d.id "
         "GROUP BY d.id HAVING sum(s.rows_read) <> d.rows_read OR sum(s.rows_kept) <> d.rows_kept "
         "OR sum(s.rows_set_aside) <> d.rows_set_aside",
         "check.sources",
         {"dataset", "read", "found"}},
        {"SELECT d.id, d.figures, (SELECT count(*) FROM figures f WHERE f.dataset = d.id) AS found FROM datasets d "
         "WHERE found <> d.figures",
         "check.figures",
         {"dataset", "stored", "found"}},
        {"SELECT d.id, d.rows_set_aside, (SELECT coalesce(sum(l.count), 0) FROM ledger l WHERE l.dataset = d.id "
         "AND l.kind = 'row') AS found FROM datasets d WHERE found <> d.rows_set_aside",
         "check.ledger",
         {"dataset", "aside", "found"}},
    };
}

Result<void> inspect(const Database &database, const Inspection &inspection, Language language,
                     std::vector<std::string> &findings)
{
    Result<Statement> statement = database.prepare(inspection.sql);
    if (!statement)
        return tl::unexpected<Error>(statement.error());
    for (;;) {
        const Result<bool> row = statement->step();
        if (!row)
            return tl::unexpected<Error>(row.error());
        if (!*row)
            return {};
        TextArguments arguments;
        for (std::size_t i = 0; i < inspection.placeholders.size(); ++i)
            arguments.emplace_back(inspection.placeholders[i], statement->text(int(i)));
        findings.push_back(text(language, inspection.text, arguments));
    }
}

/// The segments of every variable: their checksums, their codes, and together as many rows as were kept.
Result<void> inspectSegments(const Database &database, Language language, std::vector<std::string> &findings)
{
    const Result<std::vector<MicrodataInfo>> sets = readMicrodata(database);
    if (!sets)
        return tl::unexpected<Error>(sets.error());
    if (sets->empty())
        return {};
    std::map<std::pair<std::string, std::string>, std::int64_t> rows;
    const Result<void> read = eachSegment(database, [&](const std::string &dataset, const std::string &variable,
                                                        std::int64_t position, const Segment &segment,
                                                        std::string_view bytes) {
        const bool next = rows[{dataset, variable}] == position * std::int64_t(segmentRows);
        if (!next || !decodeSegment(segment, bytes)) {
            findings.push_back(
                text(language, "check.segment",
                     {{"dataset", dataset}, {"variable", variable}, {"segment", std::to_string(position + 1)}}));
        }
        rows[{dataset, variable}] += segment.rows;
    });
    for (const MicrodataInfo &set : *sets) {
        for (const Variable &variable : set.variables) {
            const std::int64_t found = rows[{set.dataset, variable.name}];
            if (found != set.rows) {
                findings.push_back(text(language, "check.segment_rows",
                                        {{"dataset", set.dataset},
                                         {"variable", variable.name},
                                         {"kept", std::to_string(set.rows)},
                                         {"found", std::to_string(found)}}));
            }
        }
    }
    return read;
}

} // namespace

Result<std::vector<std::string>> checkWorkspace(const Database &database, Language language)
{
    std::vector<std::string> findings;
    for (const Inspection &inspection : inspections()) {
        const Result<void> inspected = inspect(database, inspection, language, findings);
        if (inspected)
            continue;
        // So damaged that the check itself cannot be read to its end: that is the finding.
        if (inspected.error().code != ErrorCode::WorkspaceDamaged)
            return tl::unexpected<Error>(inspected.error());
        findings.push_back(message(inspected.error(), language));
        return findings;
    }
    if (const Result<void> segments = inspectSegments(database, language, findings); !segments) {
        if (segments.error().code != ErrorCode::WorkspaceDamaged)
            return tl::unexpected<Error>(segments.error());
        findings.push_back(message(segments.error(), language));
    }
    return findings;
}

} // namespace evenredig
