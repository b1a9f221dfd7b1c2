#include "ui/import/session/recipefile.h"

#include "core/base/file.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>

namespace evenredig {

using namespace Qt::StringLiterals;

QString recipeFilter()
{
    return QCoreApplication::translate("RecipeFile", "Recipes (*.recipe.json *.json)");
}

Result<void> saveRecipeAs(QWidget *window, const QString &suggested, const std::string &recipe)
{
    QString path = QFileDialog::getSaveFileName(window, QCoreApplication::translate("RecipeFile", "Save the recipe as"),
                                                suggested, recipeFilter());
    if (path.isEmpty())
        return {};
    if (QFileInfo(path).suffix().isEmpty())
        path += u".recipe.json"_s;
    return writeFile(path.toStdString(), recipe);
}

} // namespace evenredig
