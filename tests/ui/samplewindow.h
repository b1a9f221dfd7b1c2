// A window on the sample, with settings of its own, for tests of the interface.
#pragma once

#include "core/import/importer.h"
#include "ui/application.h"
#include "ui/mainwindow.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

namespace evenredig {

/// Settings and workspace in a folder that goes away; the real settings of who runs the tests stay untouched.
class SampleFolder {
public:
    SampleFolder()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        Result<Workspace> workspace = Workspace::create(path().toStdString());
        if (!workspace) {
            m_failure = QString::fromStdString(message(workspace.error(), Language::English));
            return;
        }
        const Result<void> filled = importSample(*workspace);
        if (!filled)
            m_failure = QString::fromStdString(message(filled.error(), Language::English));
    }

    [[nodiscard]] QString path(const QString &name = QStringLiteral("sample.evenredig")) const
    {
        return m_folder.filePath(name);
    }
    /// Empty when the sample could be made.
    [[nodiscard]] const QString &failure() const { return m_failure; }

private:
    QTemporaryDir m_folder;
    QString m_failure;
};

/// Waits until a session has nothing to do.
inline bool settle(Session &session)
{
    return QTest::qWaitFor([&session] { return !session.isBusy(); }, 20000);
}

} // namespace evenredig
