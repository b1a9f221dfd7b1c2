// What the commands of the command line do. Each gives one fault or nothing; none needs a display.
#pragma once

#include "core/answer/answer.h"
#include "core/base/language.h"
#include "core/base/result.h"

#include <string>
#include <vector>

namespace evenredig {

/// The arguments of all commands, and a function per command.
struct Commands {
    std::string file, recipe, definitions, question, output, width, height, dataset;
    std::vector<std::string> sources;
    std::string as = "table";
    std::string language = "nl";
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
        Catalogue catalogue;
        Answer answer;
    };
    [[nodiscard]] Result<void> describeText() const;
    [[nodiscard]] Result<void> describeDataset(const Workspace &workspace) const;
    [[nodiscard]] Result<Asked> ask() const;
    [[nodiscard]] Result<std::string> render(const Asked &asked, const std::string &extension);
};

} // namespace evenredig
