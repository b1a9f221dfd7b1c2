#include "core/import/figures/statline.h"

#include "core/base/file.h"
#include "core/base/path.h"
#include "core/import/source/csvreader.h"
#include "core/import/source/trim.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace evenredig {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t largestMetadata = 64ull << 20;
constexpr int deepestGroup = 16; ///< a file that names its groups in a circle ends here
constexpr std::string_view metadataSuffix = "_metadata.csv";

using MetadataRow = std::map<std::string, std::string>;

const std::string &cellOf(const MetadataRow &row, const char *name)
{
    static const std::string none;
    const auto found = row.find(name);
    return found == row.end() ? none : found->second;
}

/// The file is a row of tables: a line with the name of each, its header, its rows. Their numbers of fields
/// differ, which is no fault here.
Result<void> eachMetadataRow(std::string_view bytes, const std::string &file,
                             const std::function<void(const std::string &section, const MetadataRow &row)> &take)
{
    std::string section;
    std::vector<std::string> header;
    const auto record = [&](const CsvRecord &cells) -> Result<void> {
        if (cells.fields.size() == 1) {
            section = trimmedCell(cells.fields[0]);
            header.clear();
            return {};
        }
        if (header.empty()) {
            for (const std::string_view cell : cells.fields)
                header.emplace_back(trimmedCell(cell));
            return {};
        }
        MetadataRow row;
        for (std::size_t i = 0; i < std::min(header.size(), cells.fields.size()); ++i)
            row.emplace(header[i], trimmedCell(cells.fields[i]));
        take(section, row);
        return {};
    };
    CsvOptions options;
    options.delimiter = ';';
    CsvReader reader(options, file, record, record);
    if (Result<void> fed = reader.feed(bytes); !fed)
        return fed;
    return reader.finish();
}

void addTitle(std::map<std::string, std::string, std::less<>> &titles, const std::string &title, const std::string &key)
{
    if (title.empty())
        return;
    const auto placed = titles.emplace(title, key);
    if (!placed.second && placed.first->second != key)
        placed.first->second.clear();
}

std::string_view withoutStars(std::string_view text)
{
    while (text.ends_with('*'))
        text = trimmedCell(text.substr(0, text.size() - 1));
    return text;
}

/// The names under which the metadata of a table may lie beside it, the surest first.
std::vector<fs::path> metadataPlaces(const fs::path &table)
{
    const std::string stem = pathText(table.stem());
    const auto beside = [&table](const std::string &name) { return table.parent_path() / filePath(name); };
    std::vector<fs::path> places{beside(stem.substr(0, stem.find('_')) + std::string(metadataSuffix)),
                                 beside(stem + std::string(metadataSuffix))};
    std::vector<fs::path> others;
    std::error_code ignored;
    const fs::path folder = table.has_parent_path() ? table.parent_path() : fs::path(".");
    for (const fs::directory_entry &entry : fs::directory_iterator(folder, ignored)) {
        if (pathText(entry.path().filename()).ends_with(metadataSuffix))
            others.push_back(entry.path());
    }
    if (others.size() == 1)
        places.push_back(others.front());
    return places;
}

} // namespace

Result<StatlineMetadata> StatlineMetadata::parse(std::string_view bytes, const std::string &file)
{
    StatlineMetadata metadata;
    metadata.m_file = file;
    const Result<void> read = eachMetadataRow(bytes, file, [&](const std::string &section, const MetadataRow &row) {
        if (section == "DataProperties")
            metadata.takeTopic(row);
        else if (section != "TableInfos")
            metadata.takeValue(section, row);
    });
    if (!read)
        return tl::unexpected<Error>(read.error());
    if (metadata.m_topics.empty())
        return fail(ErrorCode::FormatWrong, {{"file", file}, {"expected", "DataProperties"}, {"found", "CSV"}});
    metadata.nameColumns();
    return metadata;
}

Result<std::optional<StatlineMetadata>> StatlineMetadata::beside(const std::string &path,
                                                                 const std::vector<std::string> &header)
{
    const fs::path table = filePath(path);
    for (const fs::path &place : metadataPlaces(table)) {
        std::error_code ignored;
        if (!fs::is_regular_file(place, ignored) || fs::equivalent(place, table, ignored))
            continue;
        const Result<std::string> bytes = readFile(pathText(place), largestMetadata);
        if (!bytes)
            return tl::unexpected<Error>(bytes.error());
        Result<StatlineMetadata> metadata = parse(*bytes, pathText(place));
        if (!metadata)
            return tl::unexpected<Error>(metadata.error());
        const bool fits = std::all_of(header.begin(), header.end(), [&metadata](const std::string &name) {
            return name == "ID" || metadata->knowsColumn(name);
        });
        if (fits)
            return std::optional<StatlineMetadata>(std::move(*metadata));
    }
    return std::optional<StatlineMetadata>();
}

void StatlineMetadata::takeTopic(const MetadataRow &row)
{
    m_places.emplace(cellOf(row, "ID"), m_topics.size());
    m_topics.push_back({cellOf(row, "ID"), cellOf(row, "ParentID"), cellOf(row, "Type"), cellOf(row, "Key"),
                        cellOf(row, "Title"), cellOf(row, "Unit")});
}

void StatlineMetadata::takeValue(const std::string &dimension, const MetadataRow &row)
{
    const std::string &code = cellOf(row, "Key");
    const std::string &title = cellOf(row, "Title");
    if (code.empty())
        return;
    Titles &titles = m_values[dimension];
    addTitle(titles, std::string(withoutStars(title)), code);
    titles[code] = code;
    const std::string &status = cellOf(row, "Status");
    if (title.ends_with('*') || status == "Voorlopig" || status == "NaderVoorlopig")
        m_provisional.emplace(dimension, code);
}

/// Symbols in brackets and groups before a slash, as the new StatLine writes them: "Groep/Titel (eenheid)".
void StatlineMetadata::nameColumns()
{
    for (const Topic &topic : m_topics) {
        if (topic.key.empty())
            continue;
        const std::string path = pathOf(topic);
        for (const std::string &name : {topic.title, path}) {
            addTitle(m_columns, name, topic.key);
            if (!topic.unit.empty())
                addTitle(m_columns, name + " (" + topic.unit + ")", topic.key);
        }
    }
    for (const Topic &topic : m_topics) { // a key is never in doubt
        if (!topic.key.empty())
            m_columns[topic.key] = topic.key;
    }
}

std::string StatlineMetadata::pathOf(const Topic &topic) const
{
    std::string path = topic.title;
    std::string parent = topic.parent;
    for (int depth = 0; depth < deepestGroup && !parent.empty(); ++depth) {
        const auto group = m_places.find(parent);
        if (group == m_places.end())
            break;
        path = m_topics[group->second].title + "/" + path;
        parent = m_topics[group->second].parent;
    }
    return path;
}

bool StatlineMetadata::knowsColumn(std::string_view name) const
{
    return m_columns.find(trimmedCell(name)) != m_columns.end();
}

std::string StatlineMetadata::columnKey(std::string_view name) const
{
    const auto found = m_columns.find(trimmedCell(name));
    return std::string(found == m_columns.end() || found->second.empty() ? name : std::string_view(found->second));
}

std::string StatlineMetadata::code(const std::string &dimension, std::string_view text) const
{
    const std::string_view cell = withoutStars(trimmedCell(text));
    const auto values = m_values.find(dimension);
    if (values == m_values.end())
        return std::string(text);
    const auto found = values->second.find(cell);
    return found == values->second.end() || found->second.empty() ? std::string(text) : found->second;
}

bool StatlineMetadata::isProvisional(const std::string &dimension, const std::string &code) const
{
    return m_provisional.contains({dimension, code});
}

void StatlineMetadata::ruleInKeys(ColumnRule &rule) const
{
    rule.from = columnKey(rule.from);
    std::map<std::string, std::string> recode;
    for (const auto &one : rule.recode)
        recode.emplace(one.first == "*" ? one.first : code(rule.from, one.first), one.second);
    rule.recode = std::move(recode);
}

std::map<std::string, std::string> StatlineMetadata::whenInKeys(const std::map<std::string, std::string> &when) const
{
    std::map<std::string, std::string> keys;
    for (const auto &one : when) {
        const std::string column = columnKey(one.first);
        keys.emplace(column, code(column, one.second));
    }
    return keys;
}

Recipe StatlineMetadata::inKeys(Recipe recipe) const
{
    for (ColumnRule &rule : recipe.columns)
        ruleInKeys(rule);
    if (recipe.periodColumn)
        ruleInKeys(*recipe.periodColumn);
    for (MeasureRule &measure : recipe.measures) {
        measure.value = columnKey(measure.value);
        measure.when = whenInKeys(measure.when);
        for (std::optional<std::string> *column : {&measure.low, &measure.high, &measure.n}) {
            if (*column)
                *column = columnKey(**column);
        }
    }
    for (SetAsideRule &rule : recipe.setAside)
        rule.when = whenInKeys(rule.when);
    return recipe;
}

} // namespace evenredig
