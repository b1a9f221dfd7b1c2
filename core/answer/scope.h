// What a question is about, with everything that was left out filled in from the data.
#pragma once

#include "core/base/progress.h"
#include "core/model/answer.h"
#include "core/store/workspace.h"

#include <map>
#include <string>
#include <vector>

namespace evenredig {

/// Identifies figures that stand on one line: no line crosses a classification, a universe or a kind of source.
[[nodiscard]] std::string seriesOf(const PublishedFigure &figure);

struct Scope {
    Question question;
    Indicator indicator;
    std::vector<std::string> origins;
    std::vector<std::string> generations;
    std::vector<Period> periods;
    std::string reference;                ///< empty: the data carry none
    std::vector<PublishedFigure> figures; ///< that can answer; one per key
    std::vector<DatasetInfo> datasets;
    std::map<std::pair<std::string, std::string>, std::pair<Comparability, LocalText>> comparability;
    std::vector<Note> notes;

    /// The reference's figure beside a figure: same period, classification and universe. May be null.
    [[nodiscard]] const PublishedFigure *referenceOf(const PublishedFigure &figure) const;
    /// Comparability of two figures of one origin, with the reason when it is not plain.
    [[nodiscard]] std::pair<Comparability, LocalText> compare(const PublishedFigure &a, const PublishedFigure &b) const;
};

[[nodiscard]] Result<Scope> resolve(const Workspace &workspace, const Catalogue &catalogue, const Question &question,
                                    const Progress &progress = {});

} // namespace evenredig
