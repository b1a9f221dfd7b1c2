#include "core/import/importer.h"

#include "core/base/reason.h"
#include "core/base/resource.h"
#include "core/base/text.h"
#include "core/base/texts.h"
#include "core/import/figures/tableimport.h"
#include "core/import/persons/surveyimport.h"
#include "core/import/persons/surveyreading.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>

namespace evenredig {

namespace {

/// How much of the progress reading takes; storing takes the rest.
constexpr double readingShare = 0.8;
/// The same for rows of persons, which are stored while they are read.
constexpr double personsShare = 0.95;
/// Of which recognising what a recipe leaves open.
constexpr double settlingShare = 0.1;

std::string nowInUtc()
{
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm parts{};
#ifdef _WIN32
    gmtime_s(&parts, &now);
#else
    gmtime_r(&now, &parts);
#endif
    std::array<char, 32> text{};
    const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return {text.data(), size};
}

/// Microdata (surveys, registers of persons) go straight into a workspace: importSources().
Result<void> expectPublished(const Recipe &recipe, const std::string &file)
{
    if (recipe.kind == DatasetKind::Published)
        return {};
    const std::string found = recipe.kind == DatasetKind::Survey ? "survey" : "register";
    return fail(ErrorCode::FormatWrong,
                {{"file", file}, {"expected", "\"kind\": \"published\""}, {"found", "\"kind\": \"" + found + "\""}});
}

Result<ImportedDataset> finished(TableImport &run, ImportReport &report)
{
    Result<ImportedDataset> set = run.finish(report);
    if (set)
        set->info.importedAt = nowInUtc();
    return set;
}

/// A data set that stands there already is refused before hours of reading, not after.
Result<void> expectPlace(const Workspace &workspace, const std::string &dataset, IfExists ifExists)
{
    if (ifExists == IfExists::Replace)
        return {};
    const Result<std::vector<DatasetRecord>> records = workspace.datasets();
    if (!records)
        return tl::unexpected<Error>(records.error());
    const bool exists = std::any_of(records->begin(), records->end(),
                                    [&dataset](const DatasetRecord &record) { return record.info.id == dataset; });
    if (exists)
        return fail(ErrorCode::DatasetExists, {{"dataset", dataset}, {"file", workspace.path()}});
    return {};
}

Result<void> expectOrigin(const Catalogue &catalogue, const std::string &id)
{
    if (catalogue.origin(id))
        return {};
    std::vector<std::string> known;
    for (const Origin &origin : catalogue.origins)
        known.push_back(origin.id);
    Context context{{"origin", id}};
    addText(context, "known", catalogue.listOf(known));
    return fail(ErrorCode::OriginUnknown, std::move(context));
}

Result<void> expectGeneration(const Catalogue &catalogue, const std::string &id)
{
    if (catalogue.generation(id))
        return {};
    return fail(ErrorCode::GenerationUnknown, {{"generation", id}});
}

/// A figure under an origin or generation that nobody knows would be stored and never be seen again.
Result<void> expectKnownIds(const Catalogue &catalogue, const Recipe &recipe)
{
    const auto expect = [&catalogue](const std::string &dimension, const std::string &id) -> Result<void> {
        if (dimension == "origin")
            return expectOrigin(catalogue, id);
        return dimension == "generation" ? expectGeneration(catalogue, id) : Result<void>();
    };
    for (const ColumnRule &rule : recipe.columns) {
        for (const auto &one : rule.recode) {
            if (Result<void> known = expect(rule.as, one.second); !known)
                return known;
        }
    }
    for (const MeasureRule &measure : recipe.measures) {
        for (const auto &one : measure.set) {
            if (Result<void> known = expect(one.first, one.second); !known)
                return known;
        }
    }
    return {};
}

/// What is held before a published source is opened.
Result<void> expectReadable(const Recipe &recipe, const Catalogue &catalogue, const std::string &file)
{
    if (Result<void> published = expectPublished(recipe, file); !published)
        return published;
    return expectKnownIds(catalogue, recipe);
}

/// An indicator may still be defined afterwards, so this is a note and no fault.
void noteUnknownIndicators(const Catalogue &catalogue, const Recipe &recipe, ImportReport &report)
{
    const bool unknown = std::any_of(
        recipe.measures.begin(), recipe.measures.end(),
        [&catalogue](const MeasureRule &rule) { return catalogue.indicator(rule.indicator) == nullptr; });
    if (unknown)
        report.notes.emplace_back("indicator_unknown");
}

Result<ImportReport> importPersons(Workspace &workspace, const std::vector<std::string> &paths, const Recipe &recipe,
                                   const Catalogue &catalogue, IfExists ifExists, const Progress &progress)
{
    // Before the transaction begins: a file that cannot be read as it should leaves the workspace as it was.
    std::vector<SettledRecipe> settled;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const double share = settlingShare / double(paths.size());
        Result<SettledRecipe> one = settleReading(recipe, paths[i],
                                                  partOf(progress, share * double(i), share * double(i + 1)));
        if (!one)
            return tl::unexpected<Error>(one.error());
        settled.push_back(std::move(*one));
    }
    const Result<std::unique_ptr<MicrodataWriter>> writer = workspace.beginMicrodata(recipe.dataset, ifExists,
                                                                                     progress);
    if (!writer)
        return tl::unexpected<Error>(writer.error());
    SurveyImport run(settled.front().recipe, catalogue, **writer);
    for (const SettledRecipe &one : settled) {
        for (const LedgerEntry &note : one.notes)
            run.tell(note);
    }
    const double span = personsShare - settlingShare;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const double count = double(paths.size());
        const Progress part = partOf(progress, settlingShare + span * double(i) / count,
                                     settlingShare + span * double(i + 1) / count);
        if (const Result<void> read = run.readFile(paths[i], settled[i], part); !read)
            return tl::unexpected<Error>(read.error());
    }
    progress.at(personsShare);
    if (progress.cancelled())
        return fail(ErrorCode::Cancelled);
    ImportReport report;
    if (const Result<void> finished = run.finish(nowInUtc(), report); !finished)
        return tl::unexpected<Error>(finished.error());
    progress.at(1);
    return report;
}

/// The CSV of a sample recipe: the one it names, or the one of its own name.
std::string sampleSource(std::string_view recipePath, const Recipe &recipe)
{
    constexpr std::string_view suffix = ".recipe.json";
    if (!recipe.sourceFile.empty())
        return "sample/" + recipe.sourceFile;
    return std::string(recipePath.substr(0, recipePath.size() - suffix.size())) + ".csv";
}

Result<ImportedDataset> readSample(std::string_view recipePath, const Catalogue &catalogue, const Progress &progress)
{
    const Result<Recipe> recipe = Recipe::fromJson(*resource(recipePath), std::string(recipePath));
    if (!recipe)
        return tl::unexpected<Error>(recipe.error());
    const std::string source = sampleSource(recipePath, *recipe);
    const std::optional<std::string_view> bytes = resource(source);
    if (!bytes)
        return fail(ErrorCode::FileMissing, {{"file", source}});
    ImportReport report;
    const std::string name = source.substr(source.rfind('/') + 1);
    return readSource(*bytes, name, *recipe, catalogue, report, progress);
}

} // namespace

Result<ImportedDataset> readSources(const std::vector<std::string> &paths, const Recipe &recipe,
                                    const Catalogue &catalogue, ImportReport &report, const Progress &progress)
{
    const std::string first = paths.empty() ? std::string() : paths.front();
    if (const Result<void> readable = expectReadable(recipe, catalogue, first); !readable)
        return tl::unexpected<Error>(readable.error());
    if (paths.empty())
        return fail(ErrorCode::FileMissing, {{"file", ""}});
    TableImport run(recipe, catalogue);
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const double count = double(paths.size());
        const Progress part = partOf(progress, double(i) / count, double(i + 1) / count);
        run.lookBeside(paths[i]);
        if (const Result<void> read = run.read(SourceBytes::ofFile(paths[i]), part); !read)
            return tl::unexpected<Error>(read.error());
    }
    return finished(run, report);
}

Result<ImportedDataset> readSource(std::string_view bytes, const std::string &name, const Recipe &recipe,
                                   const Catalogue &catalogue, ImportReport &report, const Progress &progress)
{
    if (const Result<void> readable = expectReadable(recipe, catalogue, name); !readable)
        return tl::unexpected<Error>(readable.error());
    TableImport run(recipe, catalogue);
    if (const Result<void> read = run.read(SourceBytes::ofMemory(bytes, name), progress); !read)
        return tl::unexpected<Error>(read.error());
    return finished(run, report);
}

Result<ImportReport> importSources(Workspace &workspace, const std::vector<std::string> &paths, const Recipe &recipe,
                                   IfExists ifExists, const Progress &progress)
{
    if (const Result<void> place = expectPlace(workspace, recipe.dataset, ifExists); !place)
        return tl::unexpected<Error>(place.error());
    const Result<Catalogue> catalogue = workspace.catalogue();
    if (!catalogue)
        return tl::unexpected<Error>(catalogue.error());
    if (const Result<void> known = expectKnownIds(*catalogue, recipe); !known)
        return tl::unexpected<Error>(known.error());
    if (recipe.kind != DatasetKind::Published && !paths.empty())
        return importPersons(workspace, paths, recipe, *catalogue, ifExists, progress);
    ImportReport report;
    const Result<ImportedDataset> set = readSources(paths, recipe, *catalogue, report,
                                                    partOf(progress, 0, readingShare));
    if (!set)
        return tl::unexpected<Error>(set.error());
    noteUnknownIndicators(*catalogue, recipe, report);
    const Result<void> stored = workspace.store(*set, ifExists, partOf(progress, readingShare, 1));
    if (!stored)
        return tl::unexpected<Error>(stored.error());
    return report;
}

Result<void> importSample(Workspace &workspace, const Progress &progress)
{
    const Result<Catalogue> catalogue = Catalogue::builtIn();
    if (!catalogue)
        return tl::unexpected<Error>(catalogue.error());
    std::vector<std::string_view> recipes = resourcesBelow("sample/");
    std::erase_if(recipes, [](std::string_view path) { return !path.ends_with(".recipe.json"); });
    std::vector<ImportedDataset> sets;
    for (std::size_t i = 0; i < recipes.size(); ++i) {
        const double count = double(recipes.size());
        Result<ImportedDataset> set = readSample(
            recipes[i], *catalogue,
            partOf(progress, readingShare * double(i) / count, readingShare * double(i + 1) / count));
        if (!set)
            return tl::unexpected<Error>(set.error());
        sets.push_back(std::move(*set));
    }
    return workspace.store(sets, IfExists::Refuse, partOf(progress, readingShare, 1));
}

std::string toJson(const ImportReport &report)
{
    nlohmann::ordered_json json;
    json["dataset"] = report.dataset;
    json["rows_read"] = report.counts.rowsRead;
    json["rows_kept"] = report.counts.rowsKept;
    json["rows_set_aside"] = report.counts.rowsSetAside;
    json["values_unreadable"] = report.counts.valuesUnreadable;
    json["columns"] = nlohmann::ordered_json::array();
    for (const ColumnReport &column : report.columns) {
        json["columns"].push_back(
            {{"from", column.from},
             {"as", column.as.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(column.as)},
             {"kept", column.kept},
             {"reason", column.reason.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(column.reason)}});
    }
    json["notes"] = nlohmann::ordered_json::array();
    for (const std::string &note : report.notes) {
        const std::string key = "import_note." + note;
        json["notes"].push_back(
            {{"code", note}, {"text", {{"nl", text(Language::Dutch, key)}, {"en", text(Language::English, key)}}}});
    }
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

} // namespace evenredig
