#include "ui/import/importwords.h"

#include "core/base/texts.h"
#include "core/model/vocabulary.h"
#include "ui/base/text.h"

#include <QLocale>

namespace evenredig {

using namespace Qt::StringLiterals;

QString ImportWords::number(double value, int decimals) const
{
    return qstring(formatNumber(value, decimals, numbers));
}

QString ImportWords::percent(double share) const
{
    return number(100 * share, 1) + u'%';
}

QString ImportWords::moment(const QDateTime &time) const
{
    const QLocale locale(language == Language::Dutch ? QLocale::Dutch : QLocale::English);
    return locale.toString(time, u"d MMMM HH:mm"_s);
}

QString ImportWords::role(ColumnRole role) const
{
    return qstring(text(language, std::string("role.") + std::string(roleName(role))));
}

QString ImportWords::absence(Missing reason)
{
    switch (reason) {
    case Missing::DontKnow: return tr("don't know");
    case Missing::Refused: return tr("refused");
    case Missing::NotAsked: return tr("not asked");
    case Missing::NotApplicable: return tr("not applicable");
    case Missing::Impossible: return tr("not possible");
    case Missing::Unknown: return tr("unknown");
    case Missing::Suppressed: return tr("suppressed");
    case Missing::TooFew: return tr("too few observations");
    case Missing::Unreadable: return tr("unreadable");
    }
    return {};
}

QString ImportWords::origin(const std::string &id, const std::string &classification, const Catalogue &catalogue) const
{
    if (!catalogue.origin(id))
        return qstring(id);
    return qstring(catalogue.originName(id, classification, language));
}

QString ImportWords::shortOrigin(const std::string &id, const std::string &classification,
                                 const Catalogue &catalogue) const
{
    const Origin *known = catalogue.origin(id);
    return known && !known->shortName.in(language).empty() ? qstring(known->shortName.in(language))
                                                           : origin(id, classification, catalogue);
}

QString ImportWords::generation(const std::string &id, const Catalogue &catalogue) const
{
    const GenerationTerm *term = catalogue.generation(id);
    return term ? qstring(term->name.in(language)) : qstring(id);
}

QString ImportWords::code(const DraftColumn &column, const std::string &id, const std::string &classification,
                          const Catalogue &catalogue) const
{
    if (column.role == ColumnRole::Origin)
        return origin(id, classification, catalogue);
    if (column.role == ColumnRole::Generation)
        return generation(id, catalogue);
    if (const KnownVariable *variable = Vocabulary::builtIn().variable(variableOf(column))) {
        for (const KnownCode &code : variable->codes) {
            if (code.id == id && !code.label.in(language).empty())
                return qstring(code.label.in(language));
        }
    }
    return qstring(id);
}

QString ImportWords::ledgerReason(const LedgerEntry &entry) const
{
    QString reason = qstring(text(language, "ledger." + entry.reason));
    if (!entry.remark.in(language).empty())
        reason += u' ' + qstring(entry.remark.in(language));
    return reason;
}

QString ImportWords::bytes(std::uint64_t count) const
{
    if (count >= 1'000'000)
        return number(double(count) / 1e6, count >= 10'000'000 ? 0 : 1) + u" MB"_s;
    if (count >= 1'000)
        return number(double(count) / 1e3) + u" kB"_s;
    return tr("%1 bytes").arg(number(double(count)));
}

QString ImportWords::usable(Usability::Answer answer)
{
    switch (answer) {
    case Usability::Answer::Yes: return tr("yes");
    case Usability::Answer::WithCare: return tr("with caution");
    case Usability::Answer::No: break;
    }
    return tr("no");
}

std::string variableOf(const DraftColumn &column)
{
    switch (column.role) {
    case ColumnRole::Variable: return column.variable;
    case ColumnRole::Origin: return "origin";
    case ColumnRole::Generation: return "generation";
    case ColumnRole::Period: return "period";
    default: return {};
    }
}

} // namespace evenredig
