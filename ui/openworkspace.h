// What is read of a workspace when it opens; shared with jobs and never changed afterwards.
#pragma once

#include "core/store/workspace.h"

#include <QString>

#include <optional>
#include <string_view>
#include <vector>

namespace evenredig {

struct OpenWorkspace {
    QString path;
    Catalogue catalogue;
    std::vector<IndicatorCoverage> coverage;
    std::vector<DatasetRecord> datasets;
    IndicatorCoverage overall; ///< origins and generations of all indicators together: what an overview can be asked of

    /// Opens, reads and closes the file; runs in a job.
    [[nodiscard]] static Result<OpenWorkspace> read(const QString &path);
    /// What can be asked of an indicator; nothing when the file has no figures of it.
    [[nodiscard]] const IndicatorCoverage *coverageOf(std::string_view indicator) const;
    /// The classification whose words name the reference of an indicator: that of its last data set.
    [[nodiscard]] std::string classificationOf(std::string_view indicator) const;
};

/// What is shown when a workspace opens for the first time: equal to what a colleague sees, and never a
/// sensitive indicator. Nothing when there is none.
[[nodiscard]] std::optional<Question> firstQuestion(const OpenWorkspace &workspace);

} // namespace evenredig
