// The recipe of an earlier wave applied to a new file, with an account of what differs.
#include "core/base/text.h"
#include "core/import/draft/columnsuggestion.h"
#include "core/import/draft/draft.h"
#include "core/import/draft/drafthead.h"
#include "core/import/draft/suggestdraft.h"
#include "core/import/source/trim.h"
#include "core/model/vocabulary.h"

#include <algorithm>
#include <set>

namespace evenredig {

namespace {

using ChangeKind = DraftChange::Kind;
constexpr std::size_t mostNamedValues = 5;

ColumnRole roleOf(const ColumnRule &rule, const std::string &columnName)
{
    if (rule.as == "origin")
        return ColumnRole::Origin;
    if (rule.as == "generation")
        return ColumnRole::Generation;
    if (rule.as == "period")
        return ColumnRole::Period;
    return rule.as == columnName && !Vocabulary::builtIn().variable(rule.as) ? ColumnRole::Keep : ColumnRole::Variable;
}

/// Applies one recipe to one file. What the recipe knows holds; the rest is what suggestDraft() proposes.
class Application {
public:
    Application(const Recipe &recipe, const FileProfile &profile, const Catalogue &catalogue)
        : m_recipe(recipe), m_profile(profile), m_catalogue(catalogue)
    {
        m_suggested = suggestDraft(profile, catalogue);
    }

    DraftFromRecipe run()
    {
        m_result.draft = m_suggested;
        m_result.draft.columns.clear();
        findRenamed();
        for (const DraftColumn &suggested : m_suggested.columns)
            takeColumn(suggested);
        for (const std::string &name : namedColumns()) {
            if (!m_profile.column(name) && !m_renamed.contains(name))
                change(ChangeKind::ColumnGone, name, "column_gone", {{"column", name}});
        }
        takeHead();
        takeReading();
        return std::move(m_result);
    }

private:
    void change(ChangeKind kind, const std::string &column, const char *key, TextArguments arguments,
                std::vector<std::string> values = {})
    {
        m_result.changes.push_back({kind, column, {key, std::move(arguments)}, std::move(values)});
    }

    [[nodiscard]] std::vector<std::string> namedColumns() const
    {
        std::vector<std::string> names;
        const auto add = [&names](const std::string &name) {
            if (!name.empty())
                addOnce(names, name);
        };
        for (const ColumnRule &rule : m_recipe.columns)
            add(rule.from);
        if (m_recipe.periodColumn)
            add(m_recipe.periodColumn->from);
        const Design &design = m_recipe.design;
        for (const std::string &name : {design.weight, design.cluster, design.population, design.panel})
            add(name);
        for (const std::string &name : design.strata)
            add(name);
        for (const auto &one : m_recipe.leaveOut)
            add(one.first);
        return names;
    }

    /// A name that is gone and a new one that folds to the same, or that is suggested for the same variable.
    void findRenamed()
    {
        const std::vector<std::string> named = namedColumns();
        for (const std::string &name : named) {
            if (m_profile.column(name))
                continue;
            for (const DraftColumn &column : m_suggested.columns) {
                const bool isNew = !contains(named, column.from) && !m_names.contains(column.from);
                if (!isNew || !isSame(name, column))
                    continue;
                m_renamed.insert(name);
                m_names[column.from] = name;
                change(ChangeKind::ColumnRenamed, column.from, "column_renamed",
                       {{"was", name}, {"column", column.name}});
                break;
            }
        }
    }

    [[nodiscard]] bool isSame(const std::string &name, const DraftColumn &column) const
    {
        if (foldedWords(name) == foldedWords(column.name))
            return true;
        if (column.confidence < Confidence::Likely)
            return false;
        if (column.role == ColumnRole::Weight)
            return m_recipe.design.weight == name;
        return std::any_of(m_recipe.columns.begin(), m_recipe.columns.end(), [&](const ColumnRule &rule) {
            const ColumnRole role = roleOf(rule, rule.from);
            return rule.from == name && role == column.role
                   && (role != ColumnRole::Variable || rule.as == column.variable) && role != ColumnRole::Keep;
        });
    }

    [[nodiscard]] DraftColumn leftOut(DraftColumn column, const std::string &reason) const
    {
        column.role = ColumnRole::LeaveOut;
        column.leftOutReason = reason == "left_out" ? std::string() : reason;
        column.confidence = Confidence::Certain;
        column.evidence = {fromRecipe({}).evidence.front()};
        return column;
    }

    void takeColumn(const DraftColumn &suggested)
    {
        const auto renamed = m_names.find(suggested.from);
        const std::string name = renamed == m_names.end() ? suggested.from : renamed->second;
        const ColumnProfile &profile = *m_profile.column(suggested.from);
        const std::size_t before = m_result.draft.columns.size();
        for (const ColumnRule &rule : m_recipe.columns) {
            if (rule.from == name && !takeBands(rule, before))
                m_result.draft.columns.push_back(ruled(rule, profile));
        }
        if (m_recipe.periodColumn && m_recipe.periodColumn->from == name)
            m_result.draft.columns.push_back(ruled(*m_recipe.periodColumn, profile));
        takeDesign(name, profile, before);
        if (m_result.draft.columns.size() == before && m_recipe.leaveOut.contains(name))
            m_result.draft.columns.push_back(leftOut(suggested, m_recipe.leaveOut.at(name)));
        if (m_result.draft.columns.size() > before) {
            ++m_result.recognised;
            return;
        }
        m_result.draft.columns.push_back(suggested);
        if (suggested.role == ColumnRole::LeaveOut)
            return; // the recipe left it out too, or would have
        TextArguments arguments{{"column", suggested.name}};
        change(ChangeKind::ColumnNew, suggested.from, "column_new", std::move(arguments));
    }

    /// A second rule from the same column that only cuts it into bands belongs to the first.
    bool takeBands(const ColumnRule &rule, std::size_t before)
    {
        if (rule.bands.empty() || m_result.draft.columns.size() == before || !m_result.draft.columns[before].number)
            return false;
        DraftColumn &column = m_result.draft.columns[before];
        column.bands = rule.bands;
        column.bandsAs = rule.as;
        column.bandsLabel = rule.label;
        return true;
    }

    void takeDesign(const std::string &name, const ColumnProfile &profile, std::size_t before)
    {
        const Design &design = m_recipe.design;
        const auto role = [&](const std::string &wanted, ColumnRole as) {
            if (wanted == name)
                m_result.draft.columns.push_back(fromRecipe(columnInRole(profile, as, {})));
        };
        role(design.weight, ColumnRole::Weight);
        role(design.population, ColumnRole::Population);
        role(design.panel, ColumnRole::Person);
        if (design.panel.empty())
            role(design.cluster, ColumnRole::Cluster);
        if (std::find(design.strata.begin(), design.strata.end(), name) == design.strata.end())
            return;
        if (m_result.draft.columns.size() == before)
            m_result.draft.columns.push_back(fromRecipe(columnInRole(profile, ColumnRole::Stratum, {})));
        m_result.draft.columns[before].stratum = true;
    }

    [[nodiscard]] DraftColumn fromRecipe(DraftColumn column) const
    {
        Reason why{"from_recipe", {}};
        addText(why.arguments, "recipe", m_recipe.title);
        column.evidence = {std::move(why)};
        column.confidence = Confidence::Certain;
        return column;
    }

    [[nodiscard]] DraftColumn ruled(const ColumnRule &rule, const ColumnProfile &profile)
    {
        const ColumnRole role = roleOf(
            rule, profile.name == profile.from && m_names.contains(profile.from) ? m_names[profile.from] : rule.from);
        DraftColumn column = fromRecipe(
            columnInRole(profile, role, role == ColumnRole::Variable ? rule.as : std::string()));
        if (!(rule.label == LocalText()))
            column.label = rule.label;
        column.order = rule.order;
        column.bands.clear();
        column.bandsAs.clear();
        const bool number = rule.number || !rule.bands.empty();
        if (number && profile.evidence.kind() == ColumnEvidence::Kind::Text)
            change(ChangeKind::TypeDiffers, profile.from, "type_number", {{"column", profile.name}});
        if (number != column.number && role != ColumnRole::Period)
            takeType(column, profile, number);
        if (!rule.bands.empty()) {
            column.bands = rule.bands;
            column.bandsAs = rule.as;
            column.role = ColumnRole::Keep;
            column.variable.clear();
        }
        takeMarks(column, rule);
        takeValues(column, rule, profile);
        return column;
    }

    /// The recipe says whether it is a number; then the values are those of a number, or all of them.
    static void takeType(DraftColumn &column, const ColumnProfile &profile, bool number)
    {
        column.number = number;
        column.values.clear();
        column.twoWays.clear();
        column.twoWaysSettled = true;
        for (const ValueCount &counted : profile.values) {
            if (number && counted.number)
                continue;
            DraftValue value;
            value.value = counted.value;
            value.count = counted.count;
            value.firstLine = counted.firstLine;
            value.use = number ? DraftValue::Use::Unknown : DraftValue::Use::Kept;
            column.values.push_back(std::move(value));
        }
    }

    static void takeMarks(DraftColumn &column, const ColumnRule &rule)
    {
        if (rule.decimal || rule.thousands) {
            column.decimal = rule.decimal.value_or(column.decimal);
            column.thousands = rule.thousands.value_or("");
        }
        for (TwoWayValue &value : column.twoWays) {
            const auto read = rule.readAs.find(value.value);
            if (read != rule.readAs.end())
                value.choice = read->second == value.large ? TwoWayValue::Choice::Large : TwoWayValue::Choice::Small;
        }
    }

    static DraftValue &valueOf(DraftColumn &column, const std::string &text, const ColumnProfile &profile)
    {
        for (DraftValue &value : column.values) {
            if (value.value == text)
                return value;
        }
        DraftValue value;
        value.value = text;
        const ValueCount *counted = profile.value(text);
        value.count = counted ? counted->count : 0;
        value.firstLine = counted ? counted->firstLine : 0;
        value.use = DraftValue::Use::Unknown;
        column.values.push_back(std::move(value));
        return column.values.back();
    }

    void takeValues(DraftColumn &column, const ColumnRule &rule, const ColumnProfile &profile)
    {
        std::set<std::string> known;
        for (const auto &one : rule.recode) {
            if (one.first == "*") {
                column.rest = one.second;
                continue;
            }
            known.insert(one.first);
            DraftValue &value = valueOf(column, one.first, profile);
            value.use = DraftValue::Use::Recoded;
            value.id = one.second;
        }
        for (const auto &one : rule.missing) {
            known.insert(one.first);
            DraftValue &value = valueOf(column, one.first, profile);
            value.use = DraftValue::Use::Missing;
            value.reason = one.second;
            const auto label = rule.missingLabels.find(one.first);
            value.label = label == rule.missingLabels.end() ? LocalText() : label->second;
        }
        for (DraftValue &value : column.values) {
            if (!known.contains(value.value) && m_recipe.read.missing.contains(value.value)) {
                known.insert(value.value);
                value.use = DraftValue::Use::Missing;
                value.reason = m_recipe.read.missing.at(value.value);
            }
        }
        tellValues(column, known, rule.hasRecode);
    }

    /// Values that the recipe does not list are as suggested, and told; those that are gone stay in the recipe.
    void tellValues(DraftColumn &column, const std::set<std::string> &known, bool hasList)
    {
        std::vector<std::string> added, gone;
        for (const DraftValue &value : column.values) {
            if (value.count == 0)
                gone.push_back(value.value);
            else if (!known.contains(value.value) && column.rest.empty()
                     && (hasList || value.use != DraftValue::Use::Kept))
                added.push_back(value.value);
        }
        const auto tell = [&](ChangeKind kind, const char *key, std::vector<std::string> values) {
            if (values.empty())
                return;
            TextArguments arguments{{"column", column.name}, {"values", joinedFirst(values, mostNamedValues)}};
            addNumber(arguments, "count", double(values.size()));
            change(kind, column.from, key, std::move(arguments), std::move(values));
        };
        tell(ChangeKind::ValuesNew, "values_new", std::move(added));
        tell(ChangeKind::ValuesGone, "values_gone", std::move(gone));
    }

    void takeHead()
    {
        Draft &draft = m_result.draft;
        draft.title = m_recipe.title;
        draft.source = m_recipe.source;
        draft.kind = m_recipe.kind;
        draft.kindWhy = {Confidence::Certain, {fromRecipe({}).evidence.front()}};
        draft.synthetic = m_recipe.synthetic;
        draft.keepNamedOnly = m_recipe.keepNamedOnly;
        draft.setAside = m_recipe.setAside;
        draft.comparable = m_recipe.comparable;
        draft.design.weightScope = m_recipe.design.weightScope;
        draft.design.series = m_recipe.design.series;
        draft.design.populationTotals = m_recipe.design.populationTotals;
        suggestOrigins(draft, m_profile, m_catalogue);
        if (draft.classificationWhy.confidence < Confidence::Certain && !m_recipe.classification.empty()) {
            draft.classification = m_recipe.classification;
            draft.classificationWhy = {Confidence::Likely, {fromRecipe({}).evidence.front()}};
        }
        takePeriod();
    }

    /// The recipe's period is that of the other wave; in titles its year is replaced.
    void takePeriod()
    {
        Draft &draft = m_result.draft;
        draft.period = draft.withRole(ColumnRole::Period) ? std::string() : yearIn(m_profile.fileName);
        if (!m_recipe.constantPeriod || draft.withRole(ColumnRole::Period))
            return;
        const std::string &was = *m_recipe.constantPeriod;
        if (draft.period == was || draft.period.empty())
            return;
        change(ChangeKind::PeriodDiffers, {}, "period_differs", {{"was", was}, {"period", draft.period}});
        const auto replace = [&](std::string &words) {
            const std::size_t at = words.find(was);
            if (at != std::string::npos)
                words.replace(at, was.size(), draft.period);
        };
        for (LocalText *words : {&draft.title, &draft.source}) {
            replace(words->nl);
            replace(words->en);
        }
        std::string dataset = m_recipe.dataset;
        replace(dataset);
        if (dataset != m_recipe.dataset)
            draft.dataset = dataset;
    }

    void takeReading()
    {
        const ReadOptions &was = m_recipe.read;
        ReadOptions &is = m_result.draft.read;
        is.missing = was.missing;
        const auto compare = [&](const char *key, const std::string &before, const std::string &now) {
            if (was.isGiven(key) && before != now)
                change(ChangeKind::ReadingDiffers, {}, (std::string("reading_") + key).c_str(),
                       {{"was", before}, {"now", now}});
        };
        compare("delimiter", std::string(1, was.delimiter), std::string(1, is.delimiter));
        compare("encoding", was.encoding, is.encoding);
        compare("decimal", was.decimal, is.decimal);
        if (was.isGiven("header") && was.header != is.header)
            change(ChangeKind::ReadingDiffers, {}, is.header ? "reading_header_there" : "reading_header_gone", {});
    }

    const Recipe &m_recipe;
    const FileProfile &m_profile;
    const Catalogue &m_catalogue;
    Draft m_suggested;
    std::set<std::string> m_renamed;            ///< names in the recipe
    std::map<std::string, std::string> m_names; ///< in the file → in the recipe
    DraftFromRecipe m_result;
};

} // namespace

DraftFromRecipe draftFromRecipe(const Recipe &recipe, const FileProfile &profile, const Catalogue &catalogue)
{
    return Application(recipe, profile, catalogue).run();
}

std::string changeText(const DraftChange &change, Language language)
{
    return text(language, "change." + change.why.key, argumentsIn(language, change.why.arguments));
}

} // namespace evenredig
