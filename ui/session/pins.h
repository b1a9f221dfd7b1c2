// Figures that are kept beside the one in view, to compare with it.
#pragma once

#include "ui/base/job.h"
#include "ui/session/session.h"

#include <QObject>

#include <memory>
#include <vector>

namespace evenredig {

/// A view with the answer and figure that came of it. The figure follows languages, number format and emphasis of the
/// session.
struct Pin {
    View view;
    std::shared_ptr<const Answer> answer;
    Figure figure;
};

/// The pinned figures of the open workspace, at most three; they are asked again when the file is opened again or edited.
/// Pinning is a step of undo like any other.
class Pins final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Pins)

public:
    static constexpr std::size_t most = 3; ///< with the figure in view four: more cannot be read beside each other

    explicit Pins(Session &session, QObject *parent = nullptr);

    [[nodiscard]] const std::vector<Pin> &pins() const { return m_pins; }
    [[nodiscard]] bool canPin() const;
    void pinCurrent();
    void remove(std::size_t place);
    void clear();
    /// Makes a pin the figure in view; it stays pinned.
    void open(std::size_t place);
    /// The card of a row of a pinned answer.
    [[nodiscard]] Card card(std::size_t place, int row) const;

Q_SIGNALS:
    void changed();

private:
    friend class ChangePins;
    void change(std::vector<Pin> pins, const QString &what);
    void set(std::vector<Pin> pins);
    void restore();
    void askAgain();
    void redraw();
    void store() const;
    [[nodiscard]] FigureOptions optionsOf(const Pin &pin) const;

    Session &m_session;
    std::vector<Pin> m_pins;
    Job m_asking;
};

} // namespace evenredig
