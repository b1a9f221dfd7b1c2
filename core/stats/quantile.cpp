#include "core/stats/quantile.h"

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <cmath>

namespace evenredig {

double normalQuantile(double p)
{
    return boost::math::quantile(boost::math::normal_distribution<double>(), p);
}

double studentQuantile(double p, std::optional<double> df)
{
    if (!df || !std::isfinite(*df))
        return normalQuantile(p);
    return boost::math::quantile(boost::math::students_t_distribution<double>(*df), p);
}

} // namespace evenredig
