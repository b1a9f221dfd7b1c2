// A workspace with the sample, made once per test program.
#pragma once

#include "core/answer/answer.h"
#include "core/figure/buildfigure.h"
#include "core/figure/card.h"
#include "core/import/importer.h"

#include <QTemporaryDir>
#include <QtTest>

#include <memory>

namespace evenredig {

struct SampleWorkspace {
    QTemporaryDir folder;
    std::unique_ptr<Workspace> workspace;
    Catalogue catalogue;
    QString failure;

    SampleWorkspace()
    {
        auto made = Workspace::create(folder.filePath("sample.evenredig").toStdString());
        if (!made) {
            failure = QString::fromStdString(message(made.error(), Language::English));
            return;
        }
        workspace = std::make_unique<Workspace>(std::move(*made));
        const auto filled = importSample(*workspace);
        auto read = workspace->catalogue();
        if (!filled || !read)
            failure = QString::fromStdString(message(filled ? read.error() : filled.error(), Language::English));
        else
            catalogue = std::move(*read);
    }

    [[nodiscard]] Result<Answer> ask(const std::string &json) const
    {
        const auto question = Question::fromJson(json, "question");
        if (!question)
            return tl::unexpected<Error>(question.error());
        return answer(*workspace, catalogue, *question);
    }
};

/// The first row that meets the arguments; null when there is none.
inline const AnswerRow *rowOf(const Answer &answer, const std::string &origin, const std::string &period,
                              bool change = false)
{
    for (const AnswerRow &row : answer.rows) {
        if (row.origin == origin && row.change == change && (change || row.period().id() == period))
            return &row;
    }
    return nullptr;
}

inline QString sentenceOf(const Error &error)
{
    return QString::fromStdString(message(error, Language::Dutch));
}

} // namespace evenredig
