#include "ui/import/valuesmodel.h"

#include "core/model/vocabulary.h"
#include "ui/base/text.h"

#include <QCollator>

#include <algorithm>
#include <numeric>

#include <array>

namespace evenredig {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView recodedPrefix("id:");
constexpr QLatin1StringView missingPrefix("missing:");
constexpr QLatin1StringView keptKey("kept");
constexpr QLatin1StringView unknownKey("unknown");
constexpr std::array reasons{Missing::DontKnow,   Missing::Refused, Missing::NotAsked,   Missing::NotApplicable,
                             Missing::Impossible, Missing::Unknown, Missing::Suppressed, Missing::TooFew};

} // namespace

ValuesModel::ValuesModel(ImportSession &session, ImportWords words, QObject *parent)
    : QAbstractTableModel(parent), m_session(session), m_words(std::move(words))
{
    connect(&session, &ImportSession::draftChanged, this, &ValuesModel::follow);
}

const DraftColumn *ValuesModel::draftColumn() const
{
    return m_session.isPublished() ? nullptr : m_session.draft().column(m_from);
}

void ValuesModel::setColumn(const std::string &from)
{
    beginResetModel();
    m_from = from;
    const DraftColumn *column = draftColumn();
    m_rows = column ? int(column->values.size()) : 0;
    m_order = column ? codeOrder(column->values) : std::vector<std::size_t>();
    m_variable = column ? variableOf(*column) : std::string();
    fillChoices();
    endResetModel();
}

std::vector<std::size_t> ValuesModel::codeOrder(const std::vector<DraftValue> &values)
{
    QCollator collator;
    collator.setNumericMode(true); // 2 before 10
    std::vector<QCollatorSortKey> keys;
    for (const DraftValue &value : values)
        keys.push_back(collator.sortKey(qstring(value.value)));
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, [&keys](std::size_t one, std::size_t other) { return keys[one] < keys[other]; });
    return order;
}

void ValuesModel::follow()
{
    const DraftColumn *column = draftColumn();
    if (!column || int(column->values.size()) != m_rows || variableOf(*column) != m_variable)
        setColumn(m_from);
    else if (m_rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, columnCountOf - 1));
}

void ValuesModel::fillChoices()
{
    m_choices.clear();
    const auto add = [this](const QString &name, const QString &key) {
        auto *item = new QStandardItem(name);
        item->setData(key, Qt::UserRole);
        m_choices.appendRow(item);
    };
    const DraftColumn *column = draftColumn();
    if (!column)
        return;
    if (column->role == ColumnRole::Origin) {
        for (const Origin &origin : m_session.catalogue().origins)
            add(m_words.origin(origin.id, m_session.draft().classification, m_session.catalogue()),
                recodedPrefix + qstring(origin.id));
    } else if (column->role == ColumnRole::Generation) {
        for (const GenerationTerm &term : m_session.catalogue().generations)
            add(qstring(term.name.in(m_words.language)), recodedPrefix + qstring(term.id));
    } else if (const KnownVariable *variable = Vocabulary::builtIn().variable(m_variable)) {
        for (const KnownCode &code : variable->codes)
            add(m_words.code(*column, code.id, {}, m_session.catalogue()), recodedPrefix + qstring(code.id));
    }
    if (column->role != ColumnRole::Origin)
        add(tr("as it is"), keptKey);
    for (const Missing reason : reasons)
        add(tr("missing: %1").arg(ImportWords::absence(reason)), missingPrefix + QString::number(int(reason)));
    add(tr("not recognised: into the ledger"), unknownKey);
}

QString ValuesModel::becomes(const DraftColumn &column, const DraftValue &value) const
{
    switch (value.use) {
    case DraftValue::Use::Kept: return tr("as it is");
    case DraftValue::Use::Recoded:
        return m_words.code(column, value.id, m_session.draft().classification, m_session.catalogue());
    case DraftValue::Use::Missing: return tr("missing: %1").arg(ImportWords::absence(value.reason));
    case DraftValue::Use::Unknown: break;
    }
    return tr("not recognised: into the ledger");
}

QString ValuesModel::key(const DraftValue &value)
{
    switch (value.use) {
    case DraftValue::Use::Kept: return keptKey;
    case DraftValue::Use::Recoded: return recodedPrefix + qstring(value.id);
    case DraftValue::Use::Missing: return missingPrefix + QString::number(int(value.reason));
    case DraftValue::Use::Unknown: break;
    }
    return unknownKey;
}

int ValuesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int ValuesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columnCountOf);
}

QVariant ValuesModel::data(const QModelIndex &index, int role) const
{
    const DraftColumn *column = draftColumn();
    if (!column || !index.isValid() || index.row() >= int(m_order.size())
        || m_order[std::size_t(index.row())] >= column->values.size())
        return {};
    const DraftValue &value = column->values[m_order[std::size_t(index.row())]];
    if (role == AttentionRole)
        return value.use == DraftValue::Use::Unknown || value.confidence == Confidence::Unsure;
    if (role == ChoiceRole)
        return key(value);
    if (role == Qt::TextAlignmentRole && index.column() == Count)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case Value: return qstring(value.value);
    case Count: return m_words.number(double(value.count));
    case Becomes: return becomes(*column, value);
    case Why: return qstring(evidenceText(value.evidence, m_words.language));
    default: return {};
    }
}

QVariant ValuesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == Count ? int(Qt::AlignRight | Qt::AlignVCenter) : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Value: return tr("value");
    case Count: return tr("rows");
    case Becomes: return tr("becomes");
    case Why: return tr("why");
    default: return {};
    }
}

Qt::ItemFlags ValuesModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == Becomes ? flags | Qt::ItemIsEditable : flags;
}

bool ValuesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != ChoiceRole || index.column() != Becomes)
        return false;
    const QString chosen = value.toString();
    m_session.edit([from = m_from, row = m_order[std::size_t(index.row())], chosen](Draft &draft) {
        DraftValue &one = draft.column(from)->values[row];
        one.evidence.clear();
        one.confidence = Confidence::Certain; // a person's choice
        if (chosen.startsWith(recodedPrefix)) {
            one.use = DraftValue::Use::Recoded;
            one.id = chosen.mid(recodedPrefix.size()).toStdString();
        } else if (chosen.startsWith(missingPrefix)) {
            one.use = DraftValue::Use::Missing;
            one.reason = static_cast<Missing>(chosen.mid(missingPrefix.size()).toInt());
        } else {
            one.use = chosen == keptKey ? DraftValue::Use::Kept : DraftValue::Use::Unknown;
        }
    });
    return true;
}

} // namespace evenredig
