// What went wrong, as a value. The sentence is made at the edge, in the reader's language.
#pragma once

#include "core/base/language.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace evenredig {

/// Every fault that a user can meet. Each has a sentence "error.<name>" in resources/texts, in both
/// languages, which says what, where and what to do; a test holds the two lists against each other.
enum class ErrorCode {
    FileMissing,         ///< {file}
    FileUnreadable,      ///< {file}, {reason}
    FileUnwritable,      ///< {file}, {reason}
    FileExists,          ///< {file}
    FileEmpty,           ///< {file}
    FileBinary,          ///< {file}
    FileTooLarge,        ///< {file}, {limit}
    FolderReadOnly,      ///< {folder}
    DiskFull,            ///< {file}
    Cancelled,           ///< nothing
    JsonSyntax,          ///< {file}, {line}, {column}, {reason}
    JsonDuplicateKey,    ///< {file}, {key}
    JsonTooDeep,         ///< {file}, {limit}
    JsonUnknownKey,      ///< {file}, {pointer}, {key}, {nearest}
    JsonMissingKey,      ///< {file}, {pointer}, {key}
    JsonWrongType,       ///< {file}, {pointer}, {expected}
    JsonWrongValue,      ///< {file}, {pointer}, {value}, {expected}
    FormatWrong,         ///< {file}, {expected}, {found}
    NotAWorkspace,       ///< {file}
    WorkspaceNewer,      ///< {file}, {version}
    WorkspaceUnsafe,     ///< {file}, {object}
    WorkspaceDamaged,    ///< {file}, {reason}
    WorkspaceLocked,     ///< {file}
    DatasetExists,       ///< {dataset}, {file}
    DatasetUnknown,      ///< {dataset}, {known}
    RecipeMissing,       ///< {file}
    ColumnMissing,       ///< {file}, {column}, {nearest}
    ColumnAmbiguous,     ///< {file}, {column}
    HeaderBroken,        ///< {file}
    RoleMissing,         ///< {file}, {role}
    NoRows,              ///< {file}
    NoMeasureMatches,    ///< {file}
    EncodingWrong,       ///< {file}, {encoding}, {line}
    EncodingMixed,       ///< {file}, {line}, {encoding}, {value}
    SourcesDiffer,       ///< {file}, {other}
    ReadingAmbiguous,    ///< {file}, {column}, {value}, {line}, {large}, {small}, {likely}
    ValueImpossible,     ///< {file}, {line}, {column}, {value}
    PeriodAmbiguous,     ///< {file}, {column}, {value}, {month}, {school}
    HeaderDoubtful,      ///< {file}, {value}
    IndicatorUnknown,    ///< {indicator}, {nearest}
    IndicatorNoData,     ///< {indicator}, {id}
    OriginUnknown,       ///< {origin}, {known}
    PeriodUnknown,       ///< {period}, {known}
    GenerationUnknown,   ///< {generation}
    VariableUnknown,     ///< {variable}, {nearest}
    CodeUnknown,         ///< {variable}, {code}, {known}
    KeyUnused,           ///< {ask}, {key}
    ReferenceImpossible, ///< {reference}, {reason}
    AskImpossible,       ///< {ask}, {reason}
    OutputFormat,        ///< {file}, {known}
    OverviewEmpty,       ///< nothing
    OutputSize,          ///< {value}
    OutputHeight,        ///< {value}, {least}
    NothingPlaced,       ///< {file}, {column}, {value}, {reason}
    Internal             ///< {reason}
};

/// The name of a code as it stands in the texts: FileMissing is "file_missing".
[[nodiscard]] std::string_view errorName(ErrorCode code);
/// How many codes there are; they count from 0.
[[nodiscard]] int errorCodeCount();

struct Error {
    ErrorCode code = ErrorCode::Internal;
    /// Values for the placeholders of the sentence, by name.
    std::vector<std::pair<std::string, std::string>> context;
};

/// The one clear sentence for the reader: what, where and what to do.
[[nodiscard]] std::string message(const Error &error, Language language);

} // namespace evenredig
