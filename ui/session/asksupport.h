// The nine questions in the words of the window.
#pragma once

#include "core/answer/availability.h"

#include <QCoreApplication>
#include <QString>

namespace evenredig {

/// In the language of the window.
class AskWords {
    Q_DECLARE_TR_FUNCTIONS(AskWords)

public:
    [[nodiscard]] static QString name(Ask ask);
    /// The question in a full sentence, for tooltips and status tips.
    [[nodiscard]] static QString sentence(Ask ask);
    /// Why it cannot be asked, in the very sentence of the command line; empty when it can.
    [[nodiscard]] static QString obstacle(Ask ask, Obstacle obstacle, Language language);
};

} // namespace evenredig
