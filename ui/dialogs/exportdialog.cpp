#include "ui/dialogs/exportdialog.h"

#include "ui/base/text.h"
#include "ui/charts/figureexport.h"
#include "ui/dialogs/exportpreview.h"
#include "ui/session/session.h"

#include "core/base/file.h"
#include "core/base/texts.h"
#include "core/figure/buildfigure.h"
#include "core/figure/card.h"
#include "core/output/output.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace evenredig {

using namespace Qt::StringLiterals;

namespace {

/// Millimetres; height 0: as high as suits the figure.
constexpr std::array presets{QSizeF(160, 0),  QSizeF(105, 0),  QSizeF(77, 0),
                             QSizeF(160, 85), QSizeF(105, 70), QSizeF(77, 60)};
constexpr int previewDelay = 60; // milliseconds
// In the order of ExportDialog::Format.
constexpr std::array suffixes{"png"_L1, "svg"_L1, "pdf"_L1, "xlsx"_L1, "csv"_L1, "csv"_L1, "json"_L1};

/// A name for a file of these words: letters without accents, figures, and hyphens.
QString nameOf(const QString &words)
{
    QString name;
    for (const QChar c : words.toLower().normalized(QString::NormalizationForm_D)) {
        if (c.isLetterOrNumber())
            name += c;
        else if (c.category() != QChar::Mark_NonSpacing && !name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    }
    while (name.endsWith(u'-'))
        name.chop(1);
    return name;
}

QByteArray bytes(const std::string &text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

} // namespace

ExportDialog::ExportDialog(Session &session, QWidget *parent) : QDialog(parent), m_session(session)
{
    setWindowTitle(tr("Export"));
    createFields();
    createSizeFields();
    createWords();
    arrange();
    restoreChoices();
    connectFields();
    followSize();
    followFormat();
    preview();
    m_path->setFocus();
}

void ExportDialog::createFields()
{
    m_path = new QLineEdit(this);
    m_path->setAccessibleName(tr("File"));
    m_path->setMinimumWidth(380);
    m_browse = new QPushButton(tr("&Browse …"), this);
    m_browse->setAutoDefault(false);
    m_format = new QComboBox(this);
    m_format->setAccessibleName(tr("Format"));
    m_format->addItems({tr("PNG, for the screen and Word"), tr("SVG, for design"), tr("PDF, for print"),
                        tr("Excel (XLSX), the table and the numbers"), tr("CSV for a spreadsheet"),
                        tr("CSV, the numbers"), tr("JSON, the numbers with question and sources")});
    m_language = new QComboBox(this);
    m_language->setAccessibleName(tr("Language"));
    m_language->addItem(u"Nederlands"_s, int(Language::Dutch));
    m_language->addItem(u"English"_s, int(Language::English));
    m_fault = new QLabel(this);
    m_fault->setObjectName(u"fault"_s);
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setWordWrap(true);
    m_fault->hide();
    m_preview = new ExportPreview(this);
    m_preview->setAccessibleName(tr("Preview"));
    m_size = new QLabel(this);
    m_size->setObjectName(u"quiet"_s);
    m_size->setAlignment(Qt::AlignHCenter);
    m_previewSoon.setSingleShot(true);
    m_previewSoon.setInterval(previewDelay);
}

void ExportDialog::createWords()
{
    m_title = new QLineEdit(this);
    m_title->setAccessibleName(tr("Title"));
    m_note = new QLineEdit(this);
    m_note->setAccessibleName(tr("Note below the figure"));
    m_note->setPlaceholderText(tr("below the figure, before its code"));
    m_altText = new QPlainTextEdit(this);
    m_altText->setReadOnly(true);
    m_altText->setTabChangesFocus(true);
    m_altText->setFixedHeight(5 * m_altText->fontMetrics().lineSpacing());
    m_altText->setAccessibleName(tr("Alternative text"));
    m_altFile = new QCheckBox(tr("Write it beside the figure, as a te&xt file"), this);
}

void ExportDialog::createSizeFields()
{
    m_preset = new QComboBox(this);
    m_preset->setAccessibleName(tr("Size"));
    m_width = new QDoubleSpinBox(this);
    m_height = new QDoubleSpinBox(this);
    for (QDoubleSpinBox *box : {m_width, m_height}) {
        box->setDecimals(0);
        box->setSuffix(u" mm"_s);
    }
    m_width->setRange(40, 420);
    m_width->setAccessibleName(tr("Width in millimetres"));
    m_height->setRange(0, 420);
    m_height->setSpecialValueText(tr("automatic"));
    m_height->setAccessibleName(tr("Height in millimetres"));
    m_dpi = new QSpinBox(this);
    m_dpi->setRange(50, 1200);
    m_dpi->setSuffix(u" dpi"_s);
    m_dpi->setAccessibleName(tr("Dots per inch"));
}

void ExportDialog::arrange()
{
    auto *file = new QHBoxLayout;
    file->setSpacing(8);
    file->addWidget(m_path, 1);
    file->addWidget(m_browse);
    auto *size = new QHBoxLayout;
    size->setSpacing(8);
    size->addWidget(m_width);
    size->addWidget(new QLabel(u"×"_s, this));
    size->addWidget(m_height);
    size->addSpacing(12);
    size->addWidget(m_dpi);
    size->addStretch();
    auto *form = new QFormLayout;
    form->setVerticalSpacing(10);
    form->setHorizontalSpacing(14);
    form->addRow(tr("&File"), file);
    form->addRow(tr("F&ormat"), m_format);
    form->addRow(tr("&Size"), m_preset);
    form->addRow(QString(), size);
    form->addRow(tr("&Language"), m_language);
    form->addRow(tr("&Title"), m_title);
    form->addRow(tr("&Note"), m_note);
    form->addRow(tr("&Alternative text"), m_altText);
    form->addRow(QString(), m_altFile);
    auto *fileLabel = qobject_cast<QLabel *>(form->labelForField(file));
    fileLabel->setBuddy(m_path);
    auto *buttons = new QDialogButtonBox(this);
    auto *save = new QPushButton(tr("&Export"), this);
    save->setObjectName(u"accentButton"_s);
    save->setDefault(true);
    buttons->addButton(save, QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("&Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 14);
    column->setSpacing(14);
    auto *side = new QVBoxLayout;
    side->setSpacing(6);
    side->addWidget(m_preview);
    side->addWidget(m_size);
    side->addStretch();
    auto *body = new QHBoxLayout;
    body->setSpacing(20);
    body->addLayout(form, 1);
    body->addLayout(side);
    column->addLayout(body);
    column->addWidget(m_fault);
    column->addWidget(buttons);
}

void ExportDialog::connectFields()
{
    connect(m_browse, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::followFormat);
    connect(m_preset, &QComboBox::activated, this, &ExportDialog::followPreset);
    connect(m_width, &QDoubleSpinBox::valueChanged, this, &ExportDialog::followSize);
    connect(m_height, &QDoubleSpinBox::valueChanged, this, &ExportDialog::followSize);
    connect(m_language, &QComboBox::currentIndexChanged, this, &ExportDialog::followLanguage);
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::followName);
    connect(m_title, &QLineEdit::textChanged, &m_previewSoon, qOverload<>(&QTimer::start));
    connect(m_note, &QLineEdit::textChanged, &m_previewSoon, qOverload<>(&QTimer::start));
    connect(&m_previewSoon, &QTimer::timeout, this, &ExportDialog::preview);
}

// The name decides: a picture called .csv helps nobody.
void ExportDialog::followName()
{
    say({});
    const QString suffix = QFileInfo(path()).suffix().toLower();
    const auto found = std::ranges::find(suffixes, suffix);
    if (found != suffixes.end() && suffixes[std::size_t(m_format->currentIndex())] != suffix)
        m_format->setCurrentIndex(int(found - suffixes.begin()));
}

// What fits comes first; what does not is told, and cannot be chosen.
void ExportDialog::offerSizes()
{
    const QSignalBlocker quiet(m_preset);
    m_preset->clear();
    const Figure shown = figure();
    QList<std::pair<QSizeF, double>> tooLow;
    for (const QSizeF &preset : presets) {
        const double least = leastHeightMm(shown, m_session.workspace()->catalogue, preset.width());
        if (preset.height() == 0)
            m_preset->addItem(tr("%1 mm wide, as high as needed").arg(preset.width()), preset);
        else if (preset.height() >= least)
            m_preset->addItem(tr("%1 × %2 mm").arg(preset.width()).arg(preset.height()), preset);
        else
            tooLow.append({preset, least});
    }
    m_preset->addItem(tr("own size"), QSizeF());
    for (const auto &[preset, least] : tooLow) {
        m_preset->addItem(
            tr("%1 × %2 mm: this figure needs a height of %3").arg(preset.width()).arg(preset.height()).arg(least),
            preset);
        qobject_cast<QStandardItemModel *>(m_preset->model())->item(m_preset->count() - 1)->setEnabled(false);
    }
}

void ExportDialog::preview()
{
    m_previewSoon.stop();
    m_preview->setVisible(isDrawn());
    m_size->setVisible(isDrawn());
    if (!isDrawn())
        return;
    const Result<void> shown = m_preview->draw(figure(), m_session.workspace()->catalogue,
                                               {m_width->value(), m_height->value(), double(m_dpi->value())});
    if (shown)
        m_size->setText(tr("%1 × %2 mm").arg(m_preview->sizeMm().width()).arg(m_preview->sizeMm().height()));
    else
        m_size->setText(tr("does not fit"));
    if (!shown)
        say(qstring(message(shown.error(), m_session.preferences().interfaceLanguage)));
}

ExportDialog::Format ExportDialog::format() const
{
    return static_cast<Format>(m_format->currentIndex());
}

bool ExportDialog::isDrawn() const
{
    return format() == Format::Png || format() == Format::Svg || format() == Format::Pdf;
}

Language ExportDialog::language() const
{
    return static_cast<Language>(m_language->currentData().toInt());
}

QString ExportDialog::path() const
{
    return m_path->text().trimmed();
}

QString ExportDialog::suggestedPath(const QString &folder) const
{
    const Question &question = m_session.answer()->question;
    const Language language = m_session.preferences().outputLanguage;
    QString words = qstring(text(language, "ask." + std::string(askName(question.ask))));
    if (const Indicator *indicator = m_session.workspace()->catalogue.indicator(question.indicator))
        words += u' ' + qstring(indicator->label.in(language));
    return QDir(folder).filePath(nameOf(words) + u'.' + suffixes[0]);
}

void ExportDialog::browse()
{
    const QString suffix = suffixes[std::size_t(m_format->currentIndex())];
    const QString chosen = QFileDialog::getSaveFileName(this, tr("Export to"), path(),
                                                        u"%1 (*.%2)"_s.arg(suffix.toUpper(), suffix));
    if (chosen.isEmpty())
        return;
    m_path->setText(QFileInfo(chosen).suffix().isEmpty() ? chosen + u'.' + suffix : chosen);
    m_replace = path(); // the file dialog has asked
}

void ExportDialog::followFormat()
{
    for (QWidget *field : std::initializer_list<QWidget *>{m_preset, m_width, m_height, m_altText, m_altFile})
        field->setEnabled(isDrawn());
    for (QWidget *field : {m_title, m_note})
        field->setEnabled(isDrawn() || format() == Format::Xlsx);
    m_dpi->setEnabled(format() == Format::Png);
    m_language->setEnabled(format() != Format::Csv && format() != Format::Json); // those have codes, and both languages
    const QFileInfo file(path());
    if (!file.fileName().isEmpty())
        m_path->setText(file.dir().filePath(file.completeBaseName()) + u'.'
                        + suffixes[std::size_t(m_format->currentIndex())]);
    say({});
    m_previewSoon.start();
}

void ExportDialog::followPreset()
{
    const QSizeF preset = m_preset->currentData().toSizeF();
    if (preset.width() <= 0)
        return;
    const QSignalBlocker quiet(m_width);
    m_width->setValue(preset.width());
    m_height->setValue(preset.height());
    followSize();
}

void ExportDialog::followLanguage()
{
    const bool edited = m_title->text() != m_madeTitle;
    const QString typed = m_title->text();
    m_title->clear(); // as it is made
    const Figure made = figure();
    m_madeTitle = qstring(made.title);
    m_title->setText(edited ? typed : m_madeTitle);
    m_title->setCursorPosition(0);
    m_altText->setPlainText(qstring(made.altText));
    offerSizes();
    followSize();
}

void ExportDialog::followSize()
{
    int index = 0;
    while (index < m_preset->count()
           && m_preset->itemData(index).toSizeF() != QSizeF(m_width->value(), m_height->value()))
        ++index;
    m_preset->setCurrentIndex(index < m_preset->count() ? index : m_preset->findData(QSizeF()));
    say({});
    m_previewSoon.start();
}

Figure ExportDialog::figure() const
{
    FigureOptions options = m_session.figureOptions();
    options.language = language();
    options.numbers = m_session.preferences().numberFormat(language());
    Figure made = buildFigure(*m_session.answer(), m_session.workspace()->catalogue, options);
    editFigure(made, m_title->text().trimmed().toStdString(), m_note->text().trimmed().toStdString());
    return made;
}

Result<QByteArray> ExportDialog::contents() const
{
    const Answer &answer = *m_session.answer();
    const Catalogue &catalogue = m_session.workspace()->catalogue;
    if (format() == Format::Csv)
        return bytes(answerCsv(answer));
    if (format() == Format::SpreadsheetCsv)
        return bytes(answerCsv(answer, CsvStyle::Spreadsheet, catalogue, language()));
    if (format() == Format::Json)
        return bytes(answerJson(answer));
    if (format() == Format::Xlsx)
        return answerXlsx(answer, figure(), catalogue, language()).map(bytes);
    const ExportFormat drawn = format() == Format::Svg   ? ExportFormat::Svg
                               : format() == Format::Pdf ? ExportFormat::Pdf
                                                         : ExportFormat::Png;
    return drawFigure(figure(), catalogue, drawn, {m_width->value(), m_height->value(), double(m_dpi->value())});
}

QString ExportDialog::textPath() const
{
    const QFileInfo file(path());
    return isDrawn() && m_altFile->isChecked() ? file.dir().filePath(file.completeBaseName() + u".txt"_s) : QString();
}

Result<void> ExportDialog::write() const
{
    const Result<QByteArray> made = contents();
    if (!made)
        return tl::unexpected(made.error());
    const Result<void> written = writeFile(path().toStdString(),
                                           std::string_view(made->constData(), std::size_t(made->size())));
    if (!written || textPath().isEmpty())
        return written;
    return writeFile(textPath().toStdString(), figure().altText + "\n");
}

QStringList ExportDialog::existing() const
{
    QStringList names;
    for (const QString &file : {path(), textPath()}) {
        if (!file.isEmpty() && QFileInfo::exists(file))
            names << QFileInfo(file).fileName();
    }
    return names;
}

void ExportDialog::accept()
{
    if (path().isEmpty() || QFileInfo(path()).isDir()) {
        say(tr("Name the file to write to."));
        return;
    }
    const QLatin1StringView suffix = suffixes[std::size_t(m_format->currentIndex())];
    if (QFileInfo(path()).suffix().toLower() != suffix) // "figuur v1.2" has no ending of ours
        m_path->setText(path() + u'.' + suffix);
    const QString file = path();
    // Said here instead of asked in a second dialog: pressing again is the answer.
    const QStringList there = existing();
    if (!there.isEmpty() && m_replace != file) {
        m_replace = file;
        say(tr("Already there: %1. Press Export again to replace it.").arg(there.join(u", "_s)));
        return;
    }
    const Result<void> written = write();
    if (!written) {
        say(qstring(message(written.error(), m_session.preferences().interfaceLanguage)));
        return;
    }
    rememberChoices();
    QDialog::accept();
}

void ExportDialog::say(const QString &fault)
{
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
}

void ExportDialog::restoreChoices()
{
    const QSettings settings;
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QString folder = settings.value(u"export/folder"_s, documents).toString();
    if (!QFileInfo(folder).isDir())
        folder = QDir::homePath();
    m_path->setText(suggestedPath(folder));
    m_format->setCurrentIndex(qBound(0, settings.value(u"export/kind"_s, 0).toInt(), int(suffixes.size()) - 1));
    m_width->setValue(settings.value(u"export/width"_s, presets[0].width()).toDouble());
    m_height->setValue(settings.value(u"export/height"_s, presets[0].height()).toDouble());
    m_dpi->setValue(settings.value(u"export/dpi"_s, 300).toInt());
    const int output = int(m_session.preferences().outputLanguage);
    m_language->setCurrentIndex(m_language->findData(settings.value(u"export/language"_s, output).toInt()));
    m_altFile->setChecked(settings.value(u"export/altFile"_s, false).toBool());
    followLanguage();
}

void ExportDialog::rememberChoices() const
{
    QSettings settings;
    settings.setValue(u"export/folder"_s, QFileInfo(path()).absolutePath());
    settings.setValue(u"export/kind"_s, m_format->currentIndex());
    settings.setValue(u"export/width"_s, m_width->value());
    settings.setValue(u"export/height"_s, m_height->value());
    settings.setValue(u"export/dpi"_s, m_dpi->value());
    settings.setValue(u"export/language"_s, int(language()));
    settings.setValue(u"export/altFile"_s, m_altFile->isChecked());
}

} // namespace evenredig
