#include "app/commandline.h"

#include "app/commands.h"
#include "app/window.h"
#include "core/base/path.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <string_view>

namespace evenredig {

namespace {

constexpr int commandLineWrong = 2;

// CLI11 prints help with 0 and mistakes with codes of its own; ours are 0 and 2.
int finish(const CLI::App &app, const CLI::ParseError &error)
{
    const int code = app.exit(error);
    return code == 0 ? 0 : commandLineWrong;
}

// What stands where a command may stand and is neither a command nor a file is a command misspelt: no window for it.
std::string notAWorkspace(const std::string &word)
{
    constexpr std::string_view ending = ".evenredig";
    const bool named = word.size() > ending.size()
                       && word.compare(word.size() - ending.size(), ending.size(), ending) == 0;
    std::error_code ignored;
    const bool known = named || std::filesystem::exists(filePath(word), ignored);
    return known ? std::string() : word + " is neither a command nor a workspace";
}

void addLanguage(CLI::App *command, Commands &commands)
{
    command->add_option("--lang", commands.language, "nl or en")->check(CLI::IsMember({"nl", "en"}))->default_str("nl");
}

void addCsvStyle(CLI::App *command, Commands &commands)
{
    command->add_option("--csv", commands.csv, "of CSV: coded, or spreadsheet (;, decimal comma, names)")
        ->check(CLI::IsMember({"coded", "spreadsheet"}))
        ->default_str("coded");
}

void addData(CLI::App &app, Commands &commands)
{
    CLI::App *create = app.add_subcommand("new", "make a workspace");
    create->add_option("FILE", commands.file, "the new workspace (*.evenredig)")->required();
    create->add_flag("--sample", commands.sample, "fill it with the sample");
    addLanguage(create, commands);
    create->callback([&] { commands.chosen = &Commands::create; });

    CLI::App *importing = app.add_subcommand("import", "read sources into a workspace");
    importing->add_option("SOURCE", commands.sources, "files to read; several are appended")->required();
    importing->add_option("--into", commands.file, "the workspace")->required();
    importing->add_option("--recipe", commands.recipe, "how the source becomes a data set (*.recipe.json)");
    importing->add_flag("--yes", commands.yes, "take what the recipe leaves open as it was recognised");
    importing->add_flag("--replace", commands.replace, "replace the data set of the same name");
    importing->add_flag("--json", commands.json, "print the account as JSON");
    addLanguage(importing, commands);
    importing->callback([&] { commands.chosen = &Commands::import; });

    CLI::App *define = app.add_subcommand("define", "add or override indicators of a workspace");
    define->add_option("INDICATORS", commands.definitions, "*.indicators.json")->required();
    define->add_option("--into", commands.file, "the workspace")->required();
    addLanguage(define, commands);
    define->callback([&] { commands.chosen = &Commands::define; });

    CLI::App *describe = app.add_subcommand(
        "describe", "data sets, indicators and periods of a workspace, or how a text file would be read");
    describe->add_option("FILE", commands.file, "the workspace, or a text file (.csv, .tsv, .tab, .txt)")->required();
    describe->add_flag("--json", commands.json, "as JSON");
    describe->add_option("--recipe", commands.recipe, "of a text file of persons: write the suggested recipe here");
    describe->add_option("--dataset", commands.dataset, "of a workspace: how good this data set of persons is");
    addLanguage(describe, commands);
    describe->callback([&] { commands.chosen = &Commands::describe; });

    CLI::App *check = app.add_subcommand("check", "integrity of a workspace");
    check->add_option("FILE", commands.file, "the workspace")->required();
    check->add_flag("--json", commands.json, "as JSON");
    addLanguage(check, commands);
    check->callback([&] { commands.chosen = &Commands::check; });
}

void addQuestions(CLI::App &app, Commands &commands)
{
    CLI::App *answer = app.add_subcommand("answer", "answer a question");
    answer->add_option("FILE", commands.file, "the workspace")->required();
    answer->add_option("QUESTION", commands.question, "*.question.json, *.view.json, or - for standard input")
        ->required();
    answer->add_option("--as", commands.as, "table, csv or json")
        ->check(CLI::IsMember({"table", "csv", "json"}))
        ->default_str("table");
    addCsvStyle(answer, commands);
    addLanguage(answer, commands);
    answer->callback([&] { commands.chosen = &Commands::answerQuestion; });

    CLI::App *exporting = app.add_subcommand("export", "write the figure of a question");
    exporting->add_option("FILE", commands.file, "the workspace")->required();
    exporting->add_option("QUESTION", commands.question, "*.question.json, *.view.json, or - for standard input")
        ->required();
    exporting->add_option("--to", commands.output, "OUT.png, .svg, .pdf, .xlsx, .csv or .json")->required();
    exporting->add_option("--width", commands.width, "for example 160mm");
    exporting->add_option("--height", commands.height, "for example 85mm");
    exporting->add_option("--dpi", commands.dpi, "of PNG")->check(CLI::Range(50, 1200));
    addCsvStyle(exporting, commands);
    addLanguage(exporting, commands);
    exporting->callback([&] { commands.chosen = &Commands::exportFigure; });
}

} // namespace

int run(int argc, char **argv)
{
    CLI::App app{"Evenredig: position and development of origin groups, with honest uncertainty"};
    app.name("evenredig");
    app.set_version_flag("--version", "evenredig " EVENREDIG_VERSION);
    app.footer("Without a command the window opens: evenredig [FILE.evenredig]");
    app.require_subcommand(0, 1);
    Commands commands;
    std::string opened;
    app.add_option("WORKSPACE", opened, "the workspace to open in the window")
        ->check(CLI::Validator(notAWorkspace, ""));
    addData(app, commands);
    addQuestions(app, commands);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return finish(app, error);
    }
    if (!commands.chosen)
        return openWindow(argc, argv, opened);
    commands.argc = argc;
    commands.argv = argv;
    const Result<void> done = (commands.*commands.chosen)();
    if (done)
        return 0;
    // One line, and nothing that steers a terminal, whatever a file name, a header or SQLite's own words hold.
    std::string sentence = message(done.error(), commands.outputLanguage());
    std::replace_if(
        sentence.begin(), sentence.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
    std::cerr << "evenredig: " << sentence << "\n";
    return 1;
}

} // namespace evenredig
