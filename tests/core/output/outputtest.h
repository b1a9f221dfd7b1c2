// What the tests of output share: an answer with every kind of row, and a strict reader of CSV.
#pragma once

#include "core/answer/answer.h"
#include "core/output/output.h"
#include "core/store/storetest.h"

#include <QtTest>

namespace evenredig::outputtest {

/// A label that a careless writer would take for markup, for a separator or for a quote.
inline const std::string oddLabel = "n < 50 & \"x\", y";

[[nodiscard]] inline Estimate estimate(std::optional<double> value, std::optional<double> low = {},
                                       std::optional<double> high = {})
{
    Estimate made;
    made.value = value;
    made.low = low;
    made.high = high;
    made.method = low ? Method::Rounding : Method::None;
    return made;
}

[[nodiscard]] inline AnswerRow periodRow(const std::string &origin, const std::string &period)
{
    AnswerRow row;
    row.origin = origin;
    row.generation = "total";
    row.periods = {*Period::parse(period)};
    row.dataset = oddLabel;
    row.classification = "migratieachtergrond-2016";
    return row;
}

/// Rows: a judged figure, a suppressed one, a change.
[[nodiscard]] inline Answer answer()
{
    Answer made;
    made.question = *Question::fromJson(R"({"evenredig": "question/1", "ask": "gap", "indicator": "safety.suspects"})",
                                        "q.json");
    AnswerRow judged = periodRow("moroccan", "2005");
    judged.n = 225088;
    judged.estimates = {{Key::Value, estimate(0.074, 0.0735, 0.0745)},
                        {Key::Gap, estimate(0.074 - 0.015, 0.058, 0.060)},
                        {Key::Ratio, estimate(0.0)}};
    judged.estimates.front().second.n = judged.n;
    judged.assessment.verdict = Verdict::LessFavourable;
    judged.assessment.size = Size::BeyondMargin;
    judged.assessment.established = true;
    AnswerRow suppressed = periodRow("somali", "2013..2017");
    suppressed.status = Status::Suppressed;
    suppressed.absence = Missing::Suppressed;
    suppressed.assessment.verdict = Verdict::TooFew;
    suppressed.estimates = {{Key::Value, Estimate{}}};
    AnswerRow change = periodRow("moroccan", "2005");
    change.change = true;
    change.periods.push_back(*Period::parse("2017"));
    change.estimates = {{Key::GapChange, estimate(-0.029, -0.031, -0.027)}};
    change.assessment.verdict = Verdict::Smaller;
    change.assessment.established = false;
    made.rows = {judged, suppressed, change};
    made.notes = {makeNote("complete_count")};
    DatasetInfo source;
    source.id = oddLabel;
    source.source = {"WODC <b>2005</b>", "WODC & more"};
    source.sha256 = std::string(64, 'a');
    made.sources = {source};
    return made;
}

/// RFC 4180, strictly: CRLF between records, a quote only around a whole field, doubled inside. Empty when it is not so.
[[nodiscard]] inline QList<QStringList> parseCsv(const std::string &bytes)
{
    QList<QStringList> records;
    QStringList record;
    std::string field;
    std::size_t at = 0;
    while (at < bytes.size()) {
        field.clear();
        if (bytes[at] == '"') {
            for (++at;; ++at) {
                if (at >= bytes.size())
                    return {};
                if (bytes[at] == '"' && ++at < bytes.size() && bytes[at] != '"')
                    break;
                field += bytes[at];
            }
        } else {
            while (at < bytes.size() && bytes[at] != ',' && bytes[at] != '\r') {
                if (bytes[at] == '"' || bytes[at] == '\n')
                    return {};
                field += bytes[at++];
            }
        }
        record << QString::fromStdString(field);
        if (bytes.substr(at, 2) == "\r\n") {
            records << record;
            record.clear();
            at += 2;
        } else if (at < bytes.size() && bytes[at] == ',') {
            ++at;
        } else {
            return {};
        }
    }
    return record.isEmpty() ? records : QList<QStringList>{};
}

/// An answer on a workspace that holds one suppressed figure whose n is known: what may not leak is there to leak.
[[nodiscard]] inline Result<Answer> suppressedAnswer(const std::string &path)
{
    auto workspace = Workspace::create(path);
    if (!workspace)
        return tl::unexpected<Error>(workspace.error());
    ImportedDataset set = storetest::dataset("secret", 0);
    for (const char *origin : {"turkish", "somali", "none_background"}) {
        PublishedFigure figure = storetest::figure(origin, "2020", 0.25);
        figure.indicator = "safety.suspects";
        figure.half = 0.0005;
        figure.decimals = 1;
        figure.n = 5000;
        figure.line = static_cast<long>(set.figures.size()) + 2;
        if (figure.origin == "somali") {
            figure.value.reset();
            figure.absence = Missing::Suppressed;
            figure.n = 7;
        }
        set.figures.push_back(figure);
    }
    set.counts = {3, 3, 0, 0};
    set.ledger.clear();
    set.sources[0].counts = set.counts;
    if (const auto stored = workspace->store(set, IfExists::Refuse); !stored)
        return tl::unexpected<Error>(stored.error());
    const auto catalogue = workspace->catalogue();
    if (!catalogue)
        return tl::unexpected<Error>(catalogue.error());
    const auto question = Question::fromJson(
        R"({"evenredig": "question/1", "ask": "gap", "indicator": "safety.suspects",
        "origins": ["turkish", "somali"]})",
        "q.json");
    return question ? evenredig::answer(*workspace, *catalogue, *question) : tl::unexpected<Error>(question.error());
}

} // namespace evenredig::outputtest
