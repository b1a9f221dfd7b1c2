#include "app/commands.h"

#include "core/base/file.h"
#include "core/base/path.h"
#include "core/base/text.h"
#include "core/base/texts.h"
#include "core/base/threads.h"
#include "core/figure/buildfigure.h"
#include "core/import/draft/draftreport.h"
#include "core/import/draft/profile.h"
#include "core/import/draft/suggestdraft.h"
#include "core/import/importer.h"
#include "core/import/recognise/sniffreport.h"
#include "core/output/description.h"
#include "core/output/output.h"
#include "core/quality/quality.h"
#include "core/quality/qualitytext.h"
#include "ui/charts/figureexport.h"

#include <QApplication>

#include <charconv>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <iterator>

#ifdef _WIN32
#include <fcntl.h>
#include <io.h>
#include <unistd.h>
#else
#include <unistd.h>
#endif

namespace evenredig {

namespace {

std::stop_source &interruption()
{
    static std::stop_source source;
    return source;
}

// Ctrl+C and a polite kill ask the work to stop, so that it ends with a sentence and leaves no journal; the second ends
// the program. (Nothing waits for this stop in a callback, so asking for it only sets an atomic flag.)
void listenForInterrupts()
{
    static_cast<void>(interruption()); // made before a signal needs it
    const auto stop = [](int signal) {
        std::signal(signal, SIG_DFL);
        interruption().request_stop();
    };
    for (const int signal : {SIGINT, SIGTERM}) {
        if (std::signal(signal, stop) == SIG_IGN)
            std::signal(signal, SIG_IGN); // as whoever started the program wanted
    }
}

// Progress goes to standard error, and only on a terminal.
Progress terminalProgress()
{
    Progress progress;
    listenForInterrupts();
    progress.stop = interruption().get_token();
    if (isatty(fileno(stderr)) == 0)
        return progress;
    progress.report = [last = -1](double fraction) mutable {
        const int percent = static_cast<int>(fraction * 100);
        if (percent != last) {
            std::fprintf(stderr, "\r%3d%%%s", percent, percent >= 100 ? "\r    \r" : "");
            last = percent;
        }
    };
    return progress;
}

// The bytes as they are: no line end is translated, so that CSV on the screen and in a file are equal.
void print(std::string_view bytes)
{
#ifdef _WIN32
    _setmode(_fileno(stdout), _O_BINARY);
#endif
    std::fwrite(bytes.data(), 1, bytes.size(), stdout);
    std::fflush(stdout);
}

Result<double> millimetres(const std::optional<std::string> &text, double otherwise)
{
    if (!text)
        return otherwise;
    std::string digits = *text;
    if (digits.size() > 2 && digits.substr(digits.size() - 2) == "mm")
        digits.resize(digits.size() - 2);
    double value = 0;
    const auto end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, value);
    if (read.ec != std::errc() || read.ptr != end || value <= 0)
        return fail(ErrorCode::OutputSize, {{"value", *text}});
    return value;
}

std::string extensionOf(const std::string &path)
{
    std::string extension = pathText(filePath(path).extension());
    for (char &c : extension)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return extension.empty() ? extension : extension.substr(1);
}

Result<std::string> readQuestion(const std::string &path)
{
    if (path != "-")
        return readFile(path);
    return std::string(std::istreambuf_iterator<char>(std::cin), {});
}

// A figure with an origin that does not exist in colour would have all that do in grey.
Result<void> emphasisExists(const View &view, const Catalogue &catalogue)
{
    for (const std::string &origin : view.emphasis) {
        if (!catalogue.origin(origin))
            return fail(ErrorCode::OriginUnknown,
                        {{"origin", origin}, {"known", joined(catalogue.origins, &Origin::id)}});
    }
    return {};
}

// An indicator of an unknown domain would stand nowhere in the window.
Result<void> domainsExist(const std::vector<Indicator> &indicators, const std::string &file)
{
    const auto catalogue = Catalogue::builtIn();
    if (!catalogue)
        return tl::unexpected<Error>(catalogue.error());
    for (std::size_t i = 0; i < indicators.size(); ++i) {
        if (!catalogue->domain(indicators[i].domain))
            return fail(ErrorCode::JsonWrongValue, {{"file", file},
                                                    {"pointer", "/indicators/" + std::to_string(i) + "/domain"},
                                                    {"value", "\"" + indicators[i].domain + "\""},
                                                    {"expected", joined(catalogue->domains, &Domain::id)}});
    }
    return {};
}

std::string countsText(const ImportReport &report, Language language)
{
    return text(language, "command.imported",
                {{"dataset", report.dataset},
                 {"read", std::to_string(report.counts.rowsRead)},
                 {"kept", std::to_string(report.counts.rowsKept)},
                 {"aside", std::to_string(report.counts.rowsSetAside)},
                 {"unreadable", std::to_string(report.counts.valuesUnreadable)},
                 {"figures", std::to_string(report.figures)}});
}

} // namespace

Language Commands::outputLanguage() const
{
    return languageFromCode(language.value_or("nl")).value_or(Language::Dutch);
}

Language Commands::languageOf(const View &view) const
{
    return language ? outputLanguage() : view.language.value_or(outputLanguage());
}

FigureOptions Commands::figureOptions(const View &view) const
{
    FigureOptions options;
    options.language = languageOf(view);
    const Language marks = view.numbers.value_or(options.language);
    options.numbers = marks == Language::Dutch ? NumberFormat::dutch() : NumberFormat::english();
    options.emphasised = view.emphasis;
    options.form = view.form;
    return options;
}

Result<void> Commands::create()
{
    auto workspace = Workspace::create(file);
    if (!workspace)
        return tl::unexpected<Error>(workspace.error());
    if (!sample)
        return {};
    const Result<void> filled = importSample(*workspace, terminalProgress());
    if (!filled) {
        // Nothing half-written: a workspace without the sample that was asked for is not what was asked for.
        workspace = fail(ErrorCode::Cancelled); // closes the file, which Windows wants before it is removed
        std::error_code ignored;
        std::filesystem::remove(file, ignored);
    }
    return filled;
}

Result<void> Commands::import()
{
    if (recipe.empty())
        return fail(ErrorCode::RecipeMissing, {{"file", sources.front()}});
    const auto text = readFile(recipe);
    if (!text)
        return tl::unexpected<Error>(text.error());
    auto parsed = Recipe::fromJson(*text, recipe);
    if (!parsed)
        return tl::unexpected<Error>(parsed.error());
    parsed->read.takeLikely = yes;
    auto workspace = Workspace::open(file, OpenMode::ReadWrite);
    if (!workspace)
        return tl::unexpected<Error>(workspace.error());
    const auto report = importSources(*workspace, sources, *parsed, replace ? IfExists::Replace : IfExists::Refuse,
                                      terminalProgress());
    if (!report)
        return tl::unexpected<Error>(report.error());
    print(json ? toJson(*report) : countsText(*report, outputLanguage()) + "\n");
    return {};
}

Result<void> Commands::define()
{
    const auto document = JsonDocument::read(definitions);
    if (!document)
        return tl::unexpected<Error>(document.error());
    const auto indicators = readIndicators(*document);
    if (!indicators)
        return tl::unexpected<Error>(indicators.error());
    if (const Result<void> placed = domainsExist(*indicators, definitions); !placed)
        return placed;
    auto workspace = Workspace::open(file, OpenMode::ReadWrite);
    if (!workspace)
        return tl::unexpected<Error>(workspace.error());
    return workspace->define(*indicators);
}

Result<void> Commands::describe()
{
    static const std::vector<std::string> texts{"csv", "tsv", "tab", "txt"};
    if (contains(texts, extensionOf(file)))
        return describeText();
    if (!recipe.empty())
        return fail(ErrorCode::OutputFormat, {{"file", file}, {"known", ".csv, .tsv, .tab, .txt"}});
    const auto workspace = Workspace::open(file, OpenMode::ReadOnly);
    if (!workspace)
        return tl::unexpected<Error>(workspace.error());
    if (!dataset.empty())
        return describeDataset(*workspace);
    const auto described = description(*workspace, outputLanguage(),
                                       json ? DescriptionForm::Json : DescriptionForm::Text);
    if (!described)
        return tl::unexpected<Error>(described.error());
    print(*described);
    return {};
}

Result<void> Commands::describeDataset(const Workspace &workspace) const
{
    const auto catalogue = workspace.catalogue();
    if (!catalogue)
        return tl::unexpected<Error>(catalogue.error());
    const auto quality = datasetQuality(workspace, dataset, threadCount(8), terminalProgress());
    if (!quality)
        return tl::unexpected<Error>(quality.error());
    print(json ? qualityJson(*quality) : qualityText(*quality, *catalogue, outputLanguage()));
    return {};
}

Result<void> Commands::describeText() const
{
    if (!dataset.empty())
        return fail(ErrorCode::NotAWorkspace, {{"file", file}});
    const auto catalogue = Catalogue::builtIn();
    if (!catalogue)
        return tl::unexpected<Error>(catalogue.error());
    const auto profile = profileFile(file, {}, terminalProgress());
    if (!profile)
        return tl::unexpected<Error>(profile.error());
    const Draft draft = suggestDraft(*profile, *catalogue);
    if (!recipe.empty()) {
        // A recipe that somebody has edited is not written over.
        std::error_code ignored;
        if (std::filesystem::exists(filePath(recipe), ignored))
            return fail(ErrorCode::FileExists, {{"file", recipe}});
        if (Result<void> written = writeFile(recipe, recipeJson(draft)); !written)
            return written;
    }
    const Language in = outputLanguage();
    print(json ? sniffJson(profile->sniff, file, draftJson(draft))
               : sniffText(profile->sniff, file, in) + "\n" + draftText(draft, in));
    return {};
}

Result<void> Commands::check()
{
    const auto workspace = Workspace::open(file, OpenMode::ReadOnly);
    if (!workspace)
        return tl::unexpected<Error>(workspace.error());
    const auto faults = workspace->check(outputLanguage());
    if (!faults)
        return tl::unexpected<Error>(faults.error());
    print(checkReport(file, *faults, outputLanguage(), json ? DescriptionForm::Json : DescriptionForm::Text));
    if (!faults->empty())
        return fail(ErrorCode::WorkspaceDamaged, {{"file", file}, {"reason", faults->front()}});
    return {};
}

Result<Commands::Asked> Commands::ask() const
{
    const auto text = readQuestion(question);
    if (!text)
        return tl::unexpected<Error>(text.error());
    auto view = View::fromJson(*text, question);
    if (!view)
        return tl::unexpected<Error>(view.error());
    const auto workspace = Workspace::open(file, OpenMode::ReadOnly);
    if (!workspace)
        return tl::unexpected<Error>(workspace.error());
    auto catalogue = workspace->catalogue();
    if (!catalogue)
        return tl::unexpected<Error>(catalogue.error());
    if (const Result<void> known = emphasisExists(*view, *catalogue); !known)
        return tl::unexpected<Error>(known.error());
    auto answered = evenredig::answer(*workspace, *catalogue, view->question, terminalProgress());
    if (!answered)
        return tl::unexpected<Error>(answered.error());
    return Asked{std::move(*view), std::move(*catalogue), std::move(*answered)};
}

Result<void> Commands::answerQuestion()
{
    const auto asked = ask();
    if (!asked)
        return tl::unexpected<Error>(asked.error());
    const auto bytes = render(*asked, as);
    if (!bytes)
        return tl::unexpected<Error>(bytes.error());
    print(*bytes);
    return {};
}

Result<std::string> Commands::render(const Asked &asked, const std::string &extension)
{
    const Language in = languageOf(asked.view);
    if (extension == "csv")
        return answerCsv(asked.answer, csv == "spreadsheet" ? CsvStyle::Spreadsheet : CsvStyle::Coded, asked.catalogue,
                         in);
    if (extension == "json")
        return answerJson(asked.answer);
    const Figure figure = buildFigure(asked.answer, asked.catalogue, figureOptions(asked.view));
    if (extension == "table")
        return figureText(figure);
    if (extension == "xlsx")
        return answerXlsx(asked.answer, figure, asked.catalogue, in);
    return draw(asked, figure, extension);
}

Result<std::string> Commands::draw(const Asked &asked, const Figure &figure, const std::string &extension)
{
    const View::Size size = asked.view.size.value_or(View::Size{});
    const auto widthMm = millimetres(width, size.width > 0 ? size.width : 160);
    const auto heightMm = millimetres(height, size.height);
    if (!widthMm || !heightMm)
        return tl::unexpected<Error>(widthMm ? heightMm.error() : widthMm.error());
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // Standard error holds our one sentence or nothing; what the platform says of itself is no fault of the user.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    QApplication application(argc, argv);
    const ExportFormat format = extension == "svg"   ? ExportFormat::Svg
                                : extension == "pdf" ? ExportFormat::Pdf
                                                     : ExportFormat::Png;
    const auto bytes = drawFigure(figure, asked.catalogue, format, {*widthMm, *heightMm, static_cast<double>(dpi)});
    if (!bytes)
        return tl::unexpected<Error>(bytes.error());
    return bytes->toStdString();
}

Result<void> Commands::exportFigure()
{
    const std::string extension = extensionOf(output);
    static const std::vector<std::string> known{"png", "svg", "pdf", "xlsx", "csv", "json"};
    if (!contains(known, extension))
        return fail(ErrorCode::OutputFormat, {{"file", output}, {"known", ".png, .svg, .pdf, .xlsx, .csv, .json"}});
    const auto asked = ask();
    if (!asked)
        return tl::unexpected<Error>(asked.error());
    const auto bytes = render(*asked, extension);
    if (!bytes)
        return tl::unexpected<Error>(bytes.error());
    return writeFile(output, *bytes);
}

} // namespace evenredig
