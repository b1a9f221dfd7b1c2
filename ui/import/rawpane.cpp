#include "ui/import/rawpane.h"

#include "core/import/recognise/sniffreport.h"
#include "ui/base/text.h"

#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>
#include <map>
#include <set>

namespace evenredig {

using namespace Qt::StringLiterals;

namespace {

const QColor markColour(214, 137, 16, 60);

/// By column of the file: the values that are asked about. (A draft may use one column of the file twice.)
std::map<std::size_t, std::set<QString>> openValues(const Draft &draft, const FileProfile &profile)
{
    std::map<std::size_t, std::set<QString>> open;
    for (const DraftColumn &column : draft.columns) {
        const auto source = std::ranges::find(profile.columns, column.from, &ColumnProfile::from);
        const auto place = std::size_t(source - profile.columns.begin());
        for (const TwoWayValue &value : column.twoWays)
            open[place].insert(qstring(value.value));
        for (const DraftValue &value : column.values) {
            if (value.use == DraftValue::Use::Unknown)
                open[place].insert(qstring(value.value));
        }
    }
    return open;
}

} // namespace

std::vector<std::pair<qsizetype, qsizetype>> fieldPlaces(const QString &line, QChar delimiter, QChar quote)
{
    std::vector<std::pair<qsizetype, qsizetype>> places;
    qsizetype begin = 0;
    bool quoted = false;
    for (qsizetype at = 0; at <= line.size(); ++at) {
        if (at < line.size() && line.at(at) == quote && !quote.isNull())
            quoted = !quoted;
        if (at < line.size() && (quoted || line.at(at) != delimiter))
            continue;
        qsizetype from = begin, length = at - begin;
        if (length >= 2 && line.at(from) == quote && line.at(from + length - 1) == quote) {
            ++from;
            length -= 2;
        }
        places.emplace_back(from, length);
        begin = at + 1;
    }
    return places;
}

RawPane::RawPane(ImportSession &session, ImportWords words, QWidget *parent)
    : QWidget(parent), m_session(session), m_words(std::move(words)), m_title(new QLabel(this)),
      m_text(new QPlainTextEdit(this)), m_recognised(new QLabel(this))
{
    m_title->setObjectName(u"cardTitle"_s);
    m_title->setText(tr("As it stands in the file"));
    m_text->setObjectName(u"rawText"_s);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setAccessibleName(tr("The first lines of the file"));
    auto *head = new QLabel(tr("RECOGNISED, WITH EVIDENCE"), this);
    head->setObjectName(u"paneHead"_s);
    m_recognised->setWordWrap(true);
    m_recognised->setTextFormat(Qt::PlainText);
    m_recognised->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_recognised->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_recognised->setContentsMargins(0, 0, 6, 0);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setObjectName(u"plainScroll"_s);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_recognised);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 10, 10);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_text, 3);
    column->addWidget(head);
    column->addWidget(scroll, 2);
    connect(&session, &ImportSession::profileChanged, this, &RawPane::showFile);
    connect(&session, &ImportSession::draftChanged, this, &RawPane::markOpenValues);
}

void RawPane::showFile()
{
    QStringList lines;
    QStringList sentences;
    if (const std::optional<FileProfile> &profile = m_session.profile()) {
        for (const std::string &line : profile->lines)
            lines << qstring(line);
        sentences = qstrings(sniffSentences(profile->sniff, m_words.language));
        if (profile->rows + 1 > long(profile->lines.size()))
            lines << u"…"_s;
    }
    m_text->setPlainText(lines.join(u'\n'));
    m_recognised->setText(sentences.join(u"\n\n"_s));
}

void RawPane::markOpenValues()
{
    QList<QTextEdit::ExtraSelection> marks;
    if (m_session.profile() && !m_session.isPublished()) {
        const std::map<std::size_t, std::set<QString>> open = openValues(m_session.draft(), *m_session.profile());
        const ReadOptions &read = m_session.profile()->read;
        const QChar delimiter = QLatin1Char(read.delimiter), quote = QLatin1Char(read.quote);
        for (QTextBlock block = m_text->document()->begin(); block.isValid() && !open.empty(); block = block.next()) {
            const QString line = block.text();
            const auto places = fieldPlaces(line, delimiter, quote);
            for (const auto &[column, values] : open) {
                if (column >= places.size())
                    continue;
                const auto [from, length] = places[column];
                if (!values.contains(line.mid(from, length).trimmed()))
                    continue;
                QTextEdit::ExtraSelection mark;
                mark.cursor = QTextCursor(block);
                mark.cursor.setPosition(block.position() + int(from));
                mark.cursor.setPosition(block.position() + int(from + length), QTextCursor::KeepAnchor);
                mark.format.setBackground(markColour);
                marks << mark;
            }
        }
    }
    m_text->setExtraSelections(marks);
}

} // namespace evenredig
