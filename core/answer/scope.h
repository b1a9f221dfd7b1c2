// What a question is about, with everything that was left out filled in from the data, and the levels that can answer.
#pragma once

#include "core/answer/found.h"
#include "core/base/progress.h"
#include "core/base/text.h"
#include "core/stats/estimate.h"
#include "core/stats/verdict.h"
#include "core/store/workspace.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace evenredig {

/// What becomes of a question about a reference that the data do not carry.
enum class ReferenceAbsent {
    Refuse,
    LeaveOut ///< the figures, without a comparison
};

class Scope {
public:
    [[nodiscard]] static Result<Scope> resolve(const Workspace &workspace, const Catalogue &catalogue,
                                               const Question &question, ReferenceAbsent absent,
                                               const Progress &progress = {});

    Question question;
    ReferenceAbsent referenceAbsent = ReferenceAbsent::Refuse;
    Indicator indicator;
    std::vector<std::string> origins;
    std::vector<std::string> generations;
    std::vector<Period> periods;
    std::vector<DatasetInfo> datasets;
    std::vector<Note> notes;

    [[nodiscard]] const Levels &levels() const { return m_levels; }
    /// The levels of an origin and generation in a period, one per series.
    [[nodiscard]] std::vector<LevelId> find(const std::string &origin, const std::string &generation,
                                            const Period &period) const;
    /// The reference's level beside a level: same period and series. Nothing where there is none, where the level is
    /// the reference itself, and for a whole of which the reference is a part.
    [[nodiscard]] std::optional<LevelId> referenceOf(LevelId level) const;
    /// The reference of the levels of a series; empty: its data carry none.
    [[nodiscard]] std::string referenceIn(const std::string &series) const;
    /// Whether these data have any value of an origin.
    [[nodiscard]] bool hasAny(const std::string &origin) const;
    [[nodiscard]] bool isReference(const std::string &origin) const { return m_references.count(origin) > 0; }
    [[nodiscard]] bool isEveryone(const std::string &origin) const { return origin == m_everyone; }

    /// A refusal that names the reference in words.
    [[nodiscard]] tl::unexpected<Error> referenceImpossible(const std::string &reference, const char *reason) const;

    /// At the question's confidence.
    [[nodiscard]] Estimate estimate(const Formula &formula) const;
    /// Whether a level can bear a verdict, and if not why: the status of a row that gives it alone.
    [[nodiscard]] Judgement judge(LevelId level) const;
    /// Writes the verdict into the row, and why there is none.
    void judge(AnswerRow &row, Rule rule, const Formula &formula) const;
    /// Whether a difference excludes 0, by the rules of judge().
    [[nodiscard]] bool establishes(const Formula &difference) const;
    /// Whether a level rose or fell.
    [[nodiscard]] Assessment movement(const Formula &change) const;

private:
    void take(Found found);
    [[nodiscard]] Result<void> resolveOrigins(const Catalogue &catalogue);
    [[nodiscard]] Result<void> resolveGenerations(const Catalogue &catalogue);
    [[nodiscard]] Result<void> resolvePeriods();
    [[nodiscard]] Result<void> resolveReferences(const Catalogue &catalogue);

    Levels m_levels;
    std::map<std::string, LocalText> m_names;             ///< of origins
    std::map<std::string, std::vector<LevelId>> m_places; ///< by origin|generation|period
    std::map<std::string, std::set<std::string>> m_carried;
    std::map<std::string, std::string> m_referenceIn; ///< by series
    std::set<std::string> m_references;               ///< origins that are references
    std::string m_everyone;                           ///< the origin of which every other is a part
};

} // namespace evenredig
