#include "core/data/microdata.h"

#include <algorithm>

namespace evenredig {

const Variable *MicrodataInfo::variable(std::string_view name) const
{
    const auto found = std::find_if(variables.begin(), variables.end(),
                                    [name](const Variable &variable) { return variable.name == name; });
    return found == variables.end() ? nullptr : &*found;
}

} // namespace evenredig
