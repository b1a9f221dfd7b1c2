// The figure as a file, at an exact size; or its numbers.
#pragma once

#include "core/base/result.h"
#include "core/figure/figure.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace evenredig {

class ExportPreview;
class Session;

/// Remembers its last choices. A fault is said inside it, and it stays open.
class ExportDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportDialog)

public:
    enum class Format { Png, Svg, Pdf, Xlsx, SpreadsheetCsv, Csv, Json };

    explicit ExportDialog(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] QString path() const;
    void accept() override;

private:
    void createFields();
    void createSizeFields();
    void createWords();
    void arrange();
    void connectFields();
    [[nodiscard]] Format format() const;
    [[nodiscard]] bool isDrawn() const;
    [[nodiscard]] Language language() const;
    [[nodiscard]] Figure figure() const;
    [[nodiscard]] Result<QByteArray> contents() const;
    /// Empty when no text is asked for.
    [[nodiscard]] QString textPath() const;
    [[nodiscard]] Result<void> write() const;
    [[nodiscard]] QString suggestedPath(const QString &folder) const;
    void browse();
    void followFormat();
    void followName();
    void offerSizes();
    void preview();
    void followPreset();
    void followSize();
    void followLanguage();
    void say(const QString &fault);
    [[nodiscard]] QStringList existing() const;
    void restoreChoices();
    void rememberChoices() const;

    Session &m_session;
    QLineEdit *m_path = nullptr;
    QPushButton *m_browse = nullptr;
    QComboBox *m_format = nullptr;
    QComboBox *m_preset = nullptr;
    QDoubleSpinBox *m_width = nullptr;
    QDoubleSpinBox *m_height = nullptr;
    QSpinBox *m_dpi = nullptr;
    QComboBox *m_language = nullptr;
    QLineEdit *m_title = nullptr;
    QLineEdit *m_note = nullptr;
    QPlainTextEdit *m_altText = nullptr;
    QCheckBox *m_altFile = nullptr;
    QLabel *m_fault = nullptr;
    ExportPreview *m_preview = nullptr;
    QLabel *m_size = nullptr;
    QTimer m_previewSoon; ///< typing draws once
    QString m_madeTitle;  ///< the title as it was made, in the language of the file
    QString m_replace;    ///< the existing file that may be replaced
};

} // namespace evenredig
