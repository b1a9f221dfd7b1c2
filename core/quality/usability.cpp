#include "core/quality/usability.h"

#include "core/cells/scan.h"
#include "core/model/period.h"
#include "core/quality/groupcounts.h"

#include <algorithm>

namespace evenredig {

namespace {

constexpr std::int64_t defaultMinimumN = 50;
constexpr double leastEffective = 30;

using Usable = Usability::Answer;

std::optional<Period> lastPeriod(const MicrodataInfo &info)
{
    std::optional<Period> last;
    const Variable *variable = info.variable("period");
    for (std::uint32_t code = 0; variable && code < variable->dictionary.size(); ++code) {
        const std::optional<Period> period = variable->dictionary.isMissing(code)
                                                 ? std::nullopt
                                                 : Period::parse(variable->dictionary.value(code));
        if (period && (!last || earlier(*last, *period)))
            last = period;
    }
    return last;
}

bool isSibling(const MicrodataInfo &a, const MicrodataInfo &b)
{
    if (!a.design.series.empty() || !b.design.series.empty())
        return a.design.series == b.design.series;
    long shared = 0;
    for (const Variable &variable : a.variables)
        shared += b.variable(variable.name) ? 1 : 0;
    return shared >= 3 && shared * 2 >= long(std::max(a.variables.size(), b.variables.size()));
}

Reason counted(const char *key, std::int64_t n, double effective = 0)
{
    Reason evidence{key, {}};
    addNumber(evidence.arguments, "n", double(n));
    addNumber(evidence.arguments, "minimum", double(defaultMinimumN));
    addNumber(evidence.arguments, "effective", effective);
    return evidence;
}

Usable enough(const QualityGroup *group, Reason &why)
{
    const std::int64_t n = group ? group->n : 0;
    const double effective = group ? group->nEffective.value_or(double(n)) : 0;
    if (n < defaultMinimumN) {
        why = counted("too_few", n, effective);
        return Usable::No;
    }
    const bool care = effective < leastEffective;
    why = counted(care ? "few_effective" : "enough", n, effective);
    return care ? Usable::WithCare : Usable::Yes;
}

/// Rows per origin of another data set, from its smallest period on.
Result<std::map<std::string, std::int64_t>> rowsByOrigin(const MicrodataInfo &info, const Workspace &workspace)
{
    std::map<std::string, std::int64_t> rows;
    const Result<CellTable> table = scan(
        info, {{"origin"}, {}, false, {}}, [&workspace] { return workspace.openSegments(); }, 1);
    if (!table)
        return tl::unexpected<Error>(table.error());
    const Dictionary &dictionary = info.variable("origin")->dictionary;
    for (const Cell &cell : table->cells)
        rows[std::string(dictionary.value(cell.codes[0]))] += cell.n;
    return rows;
}

class Judge {
public:
    Judge(const DatasetQuality &quality, const Catalogue &catalogue) : m_quality(quality), m_catalogue(catalogue) {}

    void comparePrevious(const MicrodataInfo &previous, std::map<std::string, std::int64_t> rows,
                         const std::string &classification, std::optional<Comparability> comparable)
    {
        m_previous = previous.dataset;
        m_previousRows = std::move(rows);
        m_sameClassification = classification == m_quality.classification;
        m_comparable = comparable.value_or(Comparability::Yes);
    }

    [[nodiscard]] Usability judge(const std::string &origin) const
    {
        Usability usable;
        const std::string last = m_quality.periods.empty() ? std::string() : m_quality.periods.back();
        usable.level = enough(m_quality.group(origin, "total", last), usable.levelWhy);
        usable.trend = trend(origin, usable.trendWhy);
        usable.generations = generations(origin, last, usable.generationsWhy);
        return usable;
    }

private:
    [[nodiscard]] Usable trend(const std::string &origin, Reason &why) const
    {
        Usable worst = Usable::Yes;
        long usable = 0;
        for (const std::string &period : m_quality.periods) {
            Reason ignored;
            const Usable answer = enough(m_quality.group(origin, "total", period), ignored);
            if (answer == Usable::No)
                continue;
            ++usable;
            worst = std::max(worst, answer);
        }
        if (usable >= 2) {
            why = {worst == Usable::Yes ? "trend_periods" : "trend_few_effective", {}};
            addNumber(why.arguments, "count", double(usable));
            return worst;
        }
        return trendWithPrevious(origin, usable, worst, why);
    }

    [[nodiscard]] Usable trendWithPrevious(const std::string &origin, long usable, Usable worst, Reason &why) const
    {
        if (m_previous.empty() || usable == 0) {
            why = {usable == 0 ? "trend_too_few" : "trend_one_period", {}};
            return Usable::No;
        }
        const auto before = m_previousRows.find(origin);
        why.arguments = {{"dataset", m_previous}};
        const std::int64_t rows = before == m_previousRows.end() ? 0 : before->second;
        addNumber(why.arguments, "n", double(rows));
        addNumber(why.arguments, "minimum", double(defaultMinimumN));
        if (rows < defaultMinimumN)
            why.key = "trend_previous_few";
        else if (!m_sameClassification)
            why.key = "trend_classification";
        else if (m_comparable == Comparability::No)
            why.key = "trend_not_comparable";
        else
            why.key = m_comparable == Comparability::WithCaution ? "trend_with_caution" : "trend_previous";
        if (rows < defaultMinimumN || !m_sameClassification || m_comparable == Comparability::No)
            return Usable::No;
        return m_comparable == Comparability::WithCaution ? Usable::WithCare : worst;
    }

    [[nodiscard]] Usable generations(const std::string &origin, const std::string &period, Reason &why) const
    {
        const Origin *known = m_catalogue.origin(origin);
        if (!known || known->kind == Origin::Kind::Reference) {
            why = {"generation_reference", {}};
            return Usable::No;
        }
        if (!m_quality.group(origin, "first", period) && !second(origin, period)) {
            why = {"generation_none", {}};
            return Usable::No;
        }
        Reason first, next;
        const Usable firstAnswer = enough(m_quality.group(origin, "first", period), first);
        const std::optional<QualityGroup> born = second(origin, period);
        const Usable secondAnswer = enough(born ? &*born : nullptr, next);
        const bool firstIsWorse = firstAnswer > secondAnswer || (firstAnswer == secondAnswer && !born);
        why = firstIsWorse ? first : next;
        const Usable worst = std::max(firstAnswer, secondAnswer);
        why.key = worst == Usable::Yes ? "generation_enough" : "generation_" + why.key;
        if (const GenerationTerm *term = m_catalogue.generation(firstIsWorse ? "first" : "second"))
            addText(why.arguments, "generation", term->name);
        return worst;
    }

    /// The second generation, of which some sources tell one and two parents apart.
    [[nodiscard]] std::optional<QualityGroup> second(const std::string &origin, const std::string &period) const
    {
        std::optional<QualityGroup> sum;
        double squared = 0;
        for (const char *part : {"second", "second_one_parent", "second_two_parents"}) {
            const QualityGroup *group = m_quality.group(origin, part, period);
            if (!group)
                continue;
            QualityGroup &all = sum ? *sum : sum.emplace();
            all.n += group->n;
            all.weight += group->weight;
            squared += group->nEffective ? effectiveRows(group->weight, *group->nEffective) : 0;
        }
        if (sum && squared > 0)
            sum->nEffective = effectiveRows(sum->weight, squared);
        return sum;
    }

    const DatasetQuality &m_quality;
    const Catalogue &m_catalogue;
    std::string m_previous;
    std::map<std::string, std::int64_t> m_previousRows;
    bool m_sameClassification = true;
    Comparability m_comparable = Comparability::Yes;
};

} // namespace

const MicrodataInfo *previousWave(const MicrodataInfo &info, const std::vector<MicrodataInfo> &sets)
{
    const std::optional<Period> last = lastPeriod(info);
    const MicrodataInfo *found = nullptr;
    for (const MicrodataInfo &other : sets) {
        const std::optional<Period> period = lastPeriod(other);
        if (other.dataset == info.dataset || !last || !period || !earlier(*period, *last) || !isSibling(info, other))
            continue;
        if (!found || earlier(*lastPeriod(*found), *period))
            found = &other;
    }
    return found;
}

Result<void> judgeUsability(DatasetQuality &quality, const MicrodataInfo &info, const MicrodataInfo *previous,
                            const Workspace &workspace, const Catalogue &catalogue)
{
    Judge judge(quality, catalogue);
    if (previous && previous->variable("origin")) {
        Result<std::map<std::string, std::int64_t>> rows = rowsByOrigin(*previous, workspace);
        const auto comparable = workspace.comparability();
        const Result<std::vector<DatasetRecord>> records = workspace.datasets();
        if (!rows || !comparable || !records)
            return tl::unexpected<Error>(!rows ? rows.error() : !comparable ? comparable.error() : records.error());
        const auto record = std::find_if(records->begin(), records->end(), [previous](const DatasetRecord &one) {
            return one.info.id == previous->dataset;
        });
        std::optional<Comparability> level;
        for (const auto &pair :
             {std::make_pair(info.dataset, previous->dataset), std::make_pair(previous->dataset, info.dataset)}) {
            if (const auto stated = comparable->find(pair); stated != comparable->end())
                level = std::max(level.value_or(Comparability::Yes), stated->second.first);
        }
        judge.comparePrevious(*previous, std::move(*rows), record->info.classification, level);
    }
    std::vector<std::string> origins;
    for (const QualityGroup &group : quality.groups) {
        if (group.period.empty() && group.generation == "total")
            origins.push_back(group.origin);
    }
    for (const std::string &origin : origins)
        quality.origins.push_back({origin, judge.judge(origin)});
    return {};
}

} // namespace evenredig
