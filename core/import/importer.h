// From files and a recipe to a data set in a workspace, with an account of every row.
#pragma once

#include "core/import/recipe/importreport.h"
#include "core/import/recipe/recipe.h"
#include "core/store/workspace.h"

namespace evenredig {

/// Reads sources by a recipe without storing anything. The catalogue is that of the workspace they are meant for: it says
/// which origins and generations there are.
[[nodiscard]] Result<ImportedDataset> readSources(const std::vector<std::string> &paths, const Recipe &recipe,
                                                  const Catalogue &catalogue, ImportReport &report,
                                                  const Progress &progress = {});
/// The same from bytes in memory (the sample is compiled in). `name` stands in the ledger and in faults.
[[nodiscard]] Result<ImportedDataset> readSource(std::string_view bytes, const std::string &name, const Recipe &recipe,
                                                 const Catalogue &catalogue, ImportReport &report,
                                                 const Progress &progress = {});
/// Reads and stores in one transaction: a refused or cancelled import leaves the file byte for byte.
[[nodiscard]] Result<ImportReport> importSources(Workspace &workspace, const std::vector<std::string> &paths,
                                                 const Recipe &recipe, IfExists ifExists,
                                                 const Progress &progress = {});
/// Fills a workspace with the sample that the program carries (resources/sample).
[[nodiscard]] Result<void> importSample(Workspace &workspace, const Progress &progress = {});
/// {"dataset", "rows_read", …} of formats.md.
[[nodiscard]] std::string toJson(const ImportReport &report);

} // namespace evenredig
