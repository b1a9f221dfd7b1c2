#include "app/window.h"

#include "core/import/importer.h"
#include "ui/application.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace evenredig {

namespace {

// The sample stands among the user's own data, made at the first use and made anew by a newer version.
Result<std::string> makeSample(const Progress &progress)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::FolderReadOnly, {{"folder", folder.toStdString()}});
    const QString path = folder + QStringLiteral("/voorbeeld-" EVENREDIG_VERSION ".evenredig");
    if (QFileInfo::exists(path))
        return path.toStdString();
    const QString part = path + QStringLiteral(".part");
    QFile::remove(part);
    {
        auto workspace = Workspace::create(part.toStdString());
        if (!workspace)
            return tl::unexpected<Error>(workspace.error());
        const Result<void> filled = importSample(*workspace, progress);
        if (!filled)
            return tl::unexpected<Error>(filled.error());
    }
    if (!QFile::rename(part, path))
        return fail(ErrorCode::FileUnwritable, {{"file", path.toStdString()}, {"reason", "rename"}});
    return path.toStdString();
}

} // namespace

int openWindow(int &argc, char **argv, const std::string &path)
{
    QApplication application(argc, argv);
    const std::unique_ptr<QMainWindow> window = makeMainWindow(QString::fromStdString(path), makeSample);
    window->show();
    return QApplication::exec();
}

} // namespace evenredig
