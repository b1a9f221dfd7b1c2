// What the commands of the command line do. Each gives one fault or nothing; none needs a display.
#pragma once

#include "core/answer/answer.h"
#include "core/base/language.h"
#include "core/base/result.h"
#include "core/figure/figure.h"

#include <optional>
#include <string>
#include <vector>

namespace evenredig {

/// The arguments of all commands, and a function per command.
struct Commands {
    std::string file, recipe, definitions, question, output, dataset;
    std::vector<std::string> sources;
    std::string as = "table";
    std::string csv = "coded";
    std::optional<std::string> language, width, height; ///< left out: those of the View, if that has them
    int dpi = 300;
    bool sample = false, yes = false, replace = false, json = false;
    int argc = 0;
    char **argv = nullptr;
    Result<void> (Commands::*chosen)() = nullptr;

    Result<void> create();
    Result<void> import();
    Result<void> define();
    Result<void> describe();
    Result<void> check();
    Result<void> answerQuestion();
    Result<void> exportFigure();

    [[nodiscard]] Language outputLanguage() const;

private:
    struct Asked {
        View view;
        Catalogue catalogue;
        Answer answer;
    };
    [[nodiscard]] Result<void> describeText() const;
    [[nodiscard]] Result<void> describeDataset(const Workspace &workspace) const;
    [[nodiscard]] Result<Asked> ask() const;
    [[nodiscard]] Language languageOf(const View &view) const;
    [[nodiscard]] FigureOptions figureOptions(const View &view) const;
    [[nodiscard]] Result<std::string> render(const Asked &asked, const std::string &extension);
    [[nodiscard]] Result<std::string> draw(const Asked &asked, const Figure &figure, const std::string &extension);
};

} // namespace evenredig
