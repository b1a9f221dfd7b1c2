#include "core/store/microdatawriter.h"

#include "core/store/query.h"
#include "core/store/storedwords.h"
#include "core/store/workspacewriter.h"

#include <bit>

namespace evenredig {

namespace {

Result<void> writeNames(const Database &database, const std::string &dataset, std::string_view role,
                        const std::vector<std::string> &names)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        Result<void> written = execute(database, "INSERT INTO design_columns VALUES (?,?,?,?)", dataset, role,
                                       std::int64_t(i), names[i]);
        if (!written)
            return written;
    }
    return {};
}

} // namespace

MicrodataWriter::MicrodataWriter(Database &database, Transaction transaction, std::string dataset,
                                 std::int64_t position, Statement segments, Statement codes)
    : m_database(database), m_dataset(std::move(dataset)), m_position(position), m_transaction(std::move(transaction)),
      m_segments(std::move(segments)), m_codes(std::move(codes))
{}

MicrodataWriter::~MicrodataWriter()
{
    m_database.watch(nullptr);
}

Result<std::unique_ptr<MicrodataWriter>> MicrodataWriter::begin(Database &database, const std::string &dataset,
                                                                IfExists ifExists, const Progress &progress)
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return tl::unexpected<Error>(transaction.error());
    const Result<std::int64_t> position = clearPlace(database, dataset, ifExists);
    if (!position)
        return tl::unexpected<Error>(position.error());
    Result<Statement> segments = database.prepare(
        "INSERT INTO segments (variable, position, rows, encoding, bits, compressed, base, scale, checksum, bytes) "
        "VALUES (?,?,?,?,?,?,?,?,?,?)");
    if (!segments)
        return tl::unexpected<Error>(segments.error());
    Result<Statement> codes = database.prepare("INSERT INTO codes VALUES (?,?,?,?,?,nullif(?,''),?)");
    if (!codes)
        return tl::unexpected<Error>(codes.error());
    database.watch(&progress);
    return std::unique_ptr<MicrodataWriter>(new MicrodataWriter(database, std::move(*transaction), dataset, *position,
                                                                std::move(*segments), std::move(*codes)));
}

Result<std::int64_t> MicrodataWriter::addVariable(const Variable &variable)
{
    Result<void> written = execute(
        m_database, "INSERT INTO variables (dataset, name, source_name, label_nl, label_en, kind) VALUES (?,?,?,?,?,?)",
        m_dataset, variable.name, variable.sourceName, variable.label.nl, variable.label.en,
        variable.text   ? "text"
        : variable.real ? "real"
                        : "coded");
    if (!written)
        return tl::unexpected<Error>(written.error());
    return m_database.number("SELECT last_insert_rowid()");
}

Result<void> MicrodataWriter::writeSegment(std::int64_t variable, std::size_t position, const Segment &segment)
{
    return m_segments
        .bind(variable, std::int64_t(position), segment.rows, stored::word(stored::encodings, segment.encoding),
              segment.bits, segment.compressed, segment.base, segment.scale,
              std::bit_cast<std::int64_t>(segment.checksum), Blob{segment.bytes})
        .run();
}

Result<void> MicrodataWriter::removeVariable(std::int64_t variable)
{
    return execute(m_database, "DELETE FROM variables WHERE number = ?", variable);
}

Result<void> MicrodataWriter::writeDictionary(std::int64_t variable, const Dictionary &dictionary)
{
    for (std::uint32_t code = 0; code < dictionary.size(); ++code) {
        const LocalText label = dictionary.label(code);
        const std::optional<Missing> missing = dictionary.missing(code);
        const std::optional<int> order = dictionary.order(code);
        Result<void> written = m_codes
                                   .bind(variable, std::int64_t(code), dictionary.value(code), label.nl, label.en,
                                         missing ? missingName(*missing) : std::string_view(),
                                         order ? std::optional<std::int64_t>(*order) : std::nullopt)
                                   .run();
        if (!written)
            return written;
    }
    return {};
}

Result<void> MicrodataWriter::writeDesign(const Design &design, const std::vector<Stratum> &strata)
{
    // The data set itself is written last, when its accounts are known.
    if (Result<void> deferred = m_database.run("PRAGMA defer_foreign_keys=ON"); !deferred)
        return deferred;
    Result<void> written = execute(m_database, "INSERT INTO designs VALUES (?,?,?,?,?,?,?,?)", m_dataset, design.weight,
                                   design.cluster, design.population,
                                   stored::word(stored::weightScopes, design.weightScope), design.populationTotals,
                                   design.panel, design.series);
    if (written)
        written = writeNames(m_database, m_dataset, "strata", design.strata);
    if (written)
        written = writeNames(m_database, m_dataset, "covers", design.covers);
    for (std::size_t i = 0; written && i < strata.size(); ++i) {
        const Stratum &stratum = strata[i];
        written = execute(m_database, "INSERT INTO strata VALUES (?,?,?,?,?,?,?)", m_dataset, std::int64_t(i),
                          stratum.period, stratum.name, stratum.rows, stratum.clusters, stratum.population);
    }
    return written;
}

Result<void> MicrodataWriter::finish(const ImportedDataset &set)
{
    if (Result<void> written = writeAccount(m_database, set, m_position, {}); !written)
        return written;
    m_database.watch(nullptr);
    return m_transaction.commit();
}

} // namespace evenredig
