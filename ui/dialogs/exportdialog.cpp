#include "ui/dialogs/exportdialog.h"

#include "ui/base/text.h"
#include "ui/charts/figureexport.h"
#include "ui/session/session.h"

#include "core/base/file.h"
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
#include <QStandardPaths>
#include <QVBoxLayout>

#include <array>

namespace evenredig {

using namespace Qt::StringLiterals;

namespace {

struct Preset {
    double width;
    double height; ///< 0: as high as suits the figure
};
constexpr std::array presets{Preset{160, 0}, Preset{160, 85}, Preset{105, 70}, Preset{77, 60}};
// In the order of ExportDialog::Format.
constexpr std::array suffixes{"png"_L1, "svg"_L1, "pdf"_L1, "xlsx"_L1, "csv"_L1, "csv"_L1, "json"_L1};

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
    arrange();
    restoreChoices();
    connectFields();
    followSize();
    followFormat();
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
    m_altText = new QPlainTextEdit(this);
    m_altText->setReadOnly(true);
    m_altText->setTabChangesFocus(true);
    m_altText->setFixedHeight(5 * m_altText->fontMetrics().lineSpacing());
    m_altText->setAccessibleName(tr("Alternative text"));
    m_altFile = new QCheckBox(tr("Write it beside the figure, as a text &file"), this);
    m_fault = new QLabel(this);
    m_fault->setObjectName(u"fault"_s);
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setWordWrap(true);
    m_fault->hide();
}

void ExportDialog::createSizeFields()
{
    m_preset = new QComboBox(this);
    m_preset->setAccessibleName(tr("Size"));
    for (const Preset &preset : presets)
        m_preset->addItem(preset.height > 0 ? tr("%1 × %2 mm").arg(preset.width).arg(preset.height)
                                            : tr("%1 mm wide, as high as needed").arg(preset.width));
    m_preset->addItem(tr("own size"));
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
    column->addLayout(form);
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
    connect(m_path, &QLineEdit::textChanged, this, [this] { say({}); });
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
    QString name = qstring(question.indicator + (question.indicator.empty() ? "" : "-"))
                   + qstring(askName(question.ask));
    name.replace(u'.', u'-');
    return QDir(folder).filePath(name + u'.' + suffixes[0]);
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
    m_dpi->setEnabled(format() == Format::Png);
    m_language->setEnabled(format() != Format::Csv && format() != Format::Json); // those have codes, and both languages
    const QFileInfo file(path());
    if (!file.fileName().isEmpty())
        m_path->setText(file.dir().filePath(file.completeBaseName()) + u'.'
                        + suffixes[std::size_t(m_format->currentIndex())]);
    say({});
}

void ExportDialog::followPreset()
{
    const auto index = std::size_t(m_preset->currentIndex());
    if (index >= presets.size())
        return;
    const QSignalBlocker quiet(m_width);
    m_width->setValue(presets[index].width);
    m_height->setValue(presets[index].height);
    followSize();
}

void ExportDialog::followLanguage()
{
    m_altText->setPlainText(qstring(figure().altText));
}

void ExportDialog::followSize()
{
    std::size_t index = 0;
    while (index < presets.size()
           && (presets[index].width != m_width->value() || presets[index].height != m_height->value()))
        ++index;
    m_preset->setCurrentIndex(int(index));
    say({});
}

Figure ExportDialog::figure() const
{
    FigureOptions options = m_session.figureOptions();
    options.language = language();
    options.numbers = m_session.preferences().numberFormat(language());
    return buildFigure(*m_session.answer(), m_session.workspace()->catalogue, options);
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

void ExportDialog::accept()
{
    const QString file = path();
    if (file.isEmpty()) {
        say(tr("Name the file to write to."));
        return;
    }
    // Said here instead of asked in a second dialog: pressing again is the answer.
    const bool there = QFileInfo::exists(file) || (!textPath().isEmpty() && QFileInfo::exists(textPath()));
    if (there && m_replace != file) {
        m_replace = file;
        say(tr("This file is there already. Press Export again to replace it."));
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
    m_width->setValue(settings.value(u"export/width"_s, presets[0].width).toDouble());
    m_height->setValue(settings.value(u"export/height"_s, presets[0].height).toDouble());
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
