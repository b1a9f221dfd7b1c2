// What is read of a workspace when it opens; shared with jobs and never changed afterwards.
#pragma once

#include "core/answer/availability.h"

#include <QString>

#include <optional>
#include <string_view>
#include <vector>

namespace evenredig {

struct OpenWorkspace {
    QString path;
    Catalogue catalogue;
    std::vector<Availability> available; ///< an indicator each
    std::vector<DatasetRecord> datasets;
    IndicatorCoverage overall; ///< origins and generations of all indicators together: what an overview can be asked of

    /// Opens, reads and closes the file; runs in a job.
    [[nodiscard]] static Result<OpenWorkspace> read(const QString &path);
    /// Deletes for good what was removed from a file; where that cannot be, it stays out of sight. For when nothing of
    /// it can be undone any more.
    static void purge(const QString &path);
    /// A connection of its own, for a job that asks.
    [[nodiscard]] Result<Workspace> reopen() const { return Workspace::open(path.toStdString(), OpenMode::ReadOnly); }
    /// What can be asked of an indicator; nothing when the file has no figures of it.
    [[nodiscard]] const IndicatorCoverage *coverageOf(std::string_view indicator) const;
    [[nodiscard]] Obstacle obstacle(Ask ask, std::string_view indicator) const;
    /// The classification whose words name the reference of an indicator: that of its last data set.
    [[nodiscard]] std::string classificationOf(std::string_view indicator) const;
};

/// The indicator that the questions are about until another one is chosen: never a sensitive one. Empty when there
/// is none.
[[nodiscard]] std::string firstIndicator(const OpenWorkspace &workspace);
/// What is shown when a workspace opens for the first time: the overview, equal to what a colleague sees. Nothing
/// when all that the file has is sensitive.
[[nodiscard]] std::optional<Question> firstQuestion(const OpenWorkspace &workspace);

} // namespace evenredig
