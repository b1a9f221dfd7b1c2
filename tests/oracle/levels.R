# Intervals of printed margins and of samples, by R's own quantiles, derivatives and roots, for
# tests/core/stats/testlevels.cpp. Run in this folder: Rscript levels.R   (writes levels.tsv)
# A level is written p:value/low/high/half/n, printed, or s:value/variance/df/n, a sample; "-" is not there.
z <- qnorm(0.975)
number <- function(x) if (is.na(x)) "none" else sprintf("%.15g", x)
printed <- function(value, low = NA, high = NA, half = 0, n = NA) list(kind = "p", value = value, low = low, high = high, half = half, n = n)
sample_of <- function(value, variance, df = NA, n = NA) list(kind = "s", value = value, variance = variance, half = 0, df = df, n = n)
written <- function(l) {
  parts <- if (l$kind == "p") c(l$value, l$low, l$high, l$half, l$n) else c(l$value, l$variance, l$df, l$n)
  paste0(l$kind, ":", paste(ifelse(is.na(parts), "-", sprintf("%.15g", parts)), collapse = "/"))
}

# The scale on which a printed margin is (nearly) symmetric, with its inverse and the inverse's derivative.
plain <- list(to = identity, from = identity, slope = function(v) 1, askew = FALSE)
scale_of <- function(l, unit) {
  if (abs((l$high - l$value) - (l$value - l$low)) <= 4 * l$half + 1e-12) return(plain)
  if (unit == "percent" && l$low > 0 && l$high < 1)
    return(list(to = qlogis, from = plogis, slope = function(v) dlogis(qlogis(v)), askew = TRUE))
  if (unit %in% c("per_1000", "per_10000", "euro", "count") && l$low > 0)
    return(list(to = log, from = exp, slope = identity, askew = TRUE))
  plain
}
has_margin <- function(l) l$kind == "p" && !is.na(l$low)
sampling <- function(l, unit) {
  if (l$kind == "s") return(l$variance)
  if (!has_margin(l)) return(0)
  s <- scale_of(l, unit)
  ((s$to(l$high) - s$to(l$low)) / (2 * z) * s$slope(l$value))^2
}
variance <- function(l, unit) sampling(l, unit) + l$half^2 / 3
df_of <- function(levels) {
  known <- unlist(lapply(levels, function(l) if (l$kind == "s") l$df else NA))
  if (all(is.na(known))) Inf else min(known, na.rm = TRUE)
}
q_of <- function(levels, confidence) qt(0.5 + confidence / 2, df_of(levels))

single <- function(l, unit, confidence) {
  q <- q_of(list(l), confidence)
  if (l$kind == "s") {
    se <- sqrt(l$variance)
    if (unit != "percent") return(l$value + c(-1, 1) * q * se)
    return(plogis(qlogis(l$value) + c(-1, 1) * q * se / dlogis(qlogis(l$value))))
  }
  s <- scale_of(l, unit)
  s$from(s$to(l$value) + (s$to(c(l$low, l$high)) - s$to(l$value)) * qnorm(0.5 + confidence / 2) / z)
}

out <- data.frame()
add <- function(what, name, unit, confidence, levels, value, low, high, se) {
  arguments <- paste(c(unit, confidence, vapply(levels, written, "")), collapse = " ")
  out <<- rbind(out, data.frame(f = what, name, arguments, value = number(value), low = number(low), high = number(high)))
  if (!is.na(se))
    out <<- rbind(out, data.frame(f = "se", name = paste(what, name, sep = ", "), arguments = paste(what, arguments), value = number(se), low = "none", high = "none"))
}
# SE of an expression in a, b, c, d by R's symbolic derivatives.
error_of <- function(expression, levels, unit) {
  names <- c("a", "b", "c", "d")[seq_along(levels)]
  at <- setNames(lapply(levels, `[[`, "value"), names)
  g <- vapply(names, function(x) eval(D(expression, x), at), 0)
  sqrt(sum(g^2 * vapply(levels, variance, 0, unit)))
}
value_of <- function(expression, levels) eval(expression, setNames(lapply(levels, `[[`, "value"), c("a", "b", "c", "d")[seq_along(levels)]))

level <- function(name, unit, l, confidence = 0.95) {
  ends <- single(l, unit, confidence)
  add("level", name, unit, confidence, list(l), l$value, ends[1], ends[2], sqrt(variance(l, unit)))
}
few <- function(l, unit) unit == "percent" && !is.na(l$n) && (l$kind == "s" || has_margin(l)) && min(l$value, 1 - l$value) * l$n < 10
# Zou & Donner 2008 for independent levels where one is askew or rests on few events; else plus or minus.
mover <- function(a, b, unit, confidence) {
  q <- q_of(list(a, b), confidence)
  arms <- function(l) {
    rounding <- q * l$half / sqrt(3)
    if (l$kind == "p" && !has_margin(l)) return(c(rounding, rounding))
    sqrt((abs(single(l, unit, confidence) - l$value))^2 + rounding^2)
  }
  a$value - b$value + c(-sqrt(arms(a)[1]^2 + arms(b)[2]^2), sqrt(arms(a)[2]^2 + arms(b)[1]^2))
}
difference_interval <- function(a, b, unit, confidence) {
  askew <- function(l) has_margin(l) && scale_of(l, unit)$askew
  if (askew(a) || askew(b) || few(a, unit) || few(b, unit)) return(mover(a, b, unit, confidence))
  a$value - b$value + c(-1, 1) * q_of(list(a, b), confidence) * error_of(quote(a - b), list(a, b), unit)
}
difference <- function(name, unit, a, b, confidence = 0.95) {
  ends <- difference_interval(a, b, unit, confidence)
  add("difference", name, unit, confidence, list(a, b), a$value - b$value, ends[1], ends[2], error_of(quote(a - b), list(a, b), unit))
}
on_log_scale <- function(what, expression) function(name, unit, a, b, confidence = 0.95) {
  levels <- list(a, b)
  value <- value_of(expression, levels)
  se <- error_of(expression, levels, unit)
  log_se <- error_of(call("log", expression), levels, unit)
  ends <- exp(log(value) + c(-1, 1) * q_of(levels, confidence) * log_se)
  add(what, name, unit, confidence, levels, value, ends[1], ends[2], se)
}
ratio <- on_log_scale("ratio", quote(a / b))
odds_ratio <- on_log_scale("odds_ratio", quote((a / (1 - a)) / (b / (1 - b))))
shortfall_ratio <- on_log_scale("shortfall_ratio", quote((1 - a) / (1 - b)))
plus_or_minus <- function(what, expression) function(name, unit, levels, confidence = 0.95) {
  se <- error_of(expression, levels, unit)
  value <- value_of(expression, levels)
  q <- q_of(levels, confidence)
  add(what, name, unit, confidence, levels, value, value - q * se, value + q * se, se)
}
ratio_change <- plus_or_minus("ratio_change", quote(c / d - a / b))
gap_change <- plus_or_minus("gap_change", quote(a - b - c + d))
# The ratios r of the gaps for which d1 - r * d0 is within t standard errors of 0 (Fieller 1954).
closed <- function(name, unit, levels, confidence = 0.95) {
  q <- q_of(levels, confidence)
  d0 <- levels[[1]]$value - levels[[2]]$value
  d1 <- levels[[3]]$value - levels[[4]]$value
  v0 <- variance(levels[[1]], unit) + variance(levels[[2]], unit)
  v1 <- variance(levels[[3]], unit) + variance(levels[[4]], unit)
  first <- difference_interval(levels[[1]], levels[[2]], unit, confidence)
  if (d0^2 <= q^2 * v0 || (first[1] <= 0 && first[2] >= 0))
    return(add("closed", name, unit, confidence, levels, NA, NA, NA, NA))
  roots <- sort(Re(polyroot(c(d1^2 - q^2 * v1, -2 * d0 * d1, d0^2 - q^2 * v0))))
  add("closed", name, unit, confidence, levels, 1 - d1 / d0, 1 - roots[2], 1 - roots[1], NA)
}

share <- printed(0.12, 0.10, 0.14, 0.005, 1000)
other <- printed(0.09, 0.08, 0.10, 0.005, 4000)
askew <- printed(0.030, 0.015, 0.059, 0.0005, 300)
large <- printed(0.054, 0.052, 0.056, 0.0005, 48000)
later <- printed(0.041, 0.025, 0.066, 0.0005, 400)
count <- printed(0.054, half = 0.0005)
rate <- printed(0.0123, 0.0101, 0.0150, 0.00005)
rate2 <- printed(0.0080, 0.0071, 0.0090, 0.00005)
rate3 <- printed(0.0061, 0.0043, 0.0087, 0.00005)
euros <- printed(25300, 24600, 26000, 50)
euros2 <- printed(28900, 28500, 29300, 50)
skewed <- printed(25300, 24600, 27100, 50)
mean1 <- printed(6.4, 6.2, 6.6, 0.05)
mean2 <- printed(6.1, 5.8, 6.7, 0.05)
for (confidence in c(0.95, 0.9, 0.99, 0.8)) {
  level("symmetric", "percent", share, confidence)
  level("asymmetric", "percent", askew, confidence)
  level("rate", "per_10000", rate, confidence)
  level("rate, asymmetric", "per_1000", rate3, confidence)
  level("euros", "euro", euros, confidence)
  level("euros, asymmetric", "euro", skewed, confidence)
  level("mean, asymmetric", "mean", mean2, confidence)
  level("sample", "percent", sample_of(0.31, 0.0004, 41, 700), confidence)
  level("sample without df", "mean", sample_of(6.2, 0.01), confidence)
  difference("symmetric", "percent", share, other, confidence)
  difference("asymmetric against a large one", "percent", askew, large, confidence)
  difference("asymmetric against a complete count", "percent", askew, count, confidence)
  difference("complete count against asymmetric", "percent", count, askew, confidence)
  difference("few events", "percent", printed(0.03, 0.01, 0.05, 0.005, 300), other, confidence)
  difference("ten events", "percent", printed(0.04, 0.02, 0.06, 0.005, 250), other, confidence)
  difference("rates", "per_10000", rate, rate2, confidence)
  difference("rates, asymmetric", "per_10000", rate2, rate3, confidence)
  difference("euros", "euro", euros, euros2, confidence)
  difference("euros, asymmetric", "euro", skewed, euros2, confidence)
  difference("means", "mean", mean1, mean2, confidence)
  difference("samples", "percent", sample_of(0.31, 0.0004, 41, 700), sample_of(0.24, 0.0001, 900, 3000), confidence)
  difference("sample and printed", "percent", sample_of(0.31, 0.0004, 12, 700), share, confidence)
  ratio("symmetric", "percent", share, other, confidence)
  ratio("asymmetric", "percent", askew, large, confidence)
  ratio("rates", "per_10000", rate, rate2, confidence)
  ratio("euros", "euro", euros, euros2, confidence)
  ratio("against a complete count", "percent", share, count, confidence)
  ratio("samples", "percent", sample_of(0.31, 0.0004, 41, 700), sample_of(0.24, 0.0001, 900, 3000), confidence)
  odds_ratio("symmetric", "percent", share, other, confidence)
  odds_ratio("asymmetric", "percent", askew, large, confidence)
  shortfall_ratio("symmetric", "percent", share, other, confidence)
  shortfall_ratio("asymmetric", "percent", askew, large, confidence)
  ratio_change("shares", "percent", list(askew, large, later, other), confidence)
  ratio_change("rates", "per_10000", list(rate, rate2, rate3, rate2), confidence)
  ratio_change("with complete counts", "percent", list(share, count, other, count), confidence)
  gap_change("shares", "percent", list(later, other, askew, large), confidence)
  gap_change("euros", "euro", list(euros, euros2, skewed, euros2), confidence)
  closed("shares", "percent", list(printed(0.30, 0.27, 0.33, 0.005, 900), other, share, other), confidence)
  closed("rates", "per_10000", list(rate, printed(0.0040, 0.0036, 0.0044, 0.00005), rate2, printed(0.0041, 0.0037, 0.0045, 0.00005)), confidence)
  closed("euros", "euro", list(euros, euros2, euros, printed(27000, 26500, 27500, 50)), confidence)
  closed("first gap not established", "percent", list(askew, large, later, other), confidence)
  closed("gap below 0", "percent", list(other, printed(0.30, 0.27, 0.33, 0.005, 900), other, share), confidence)
  closed("samples", "percent", list(sample_of(0.31, 0.0004, 41, 700), sample_of(0.14, 0.0001, 900, 3000), sample_of(0.28, 0.0004, 35, 600), sample_of(0.15, 0.0001, 900, 3000)), confidence)
}
for (p in c(0.001, 0.025, 0.5, 0.6, 0.9, 0.95, 0.975, 0.995, 0.9999)) {
  out <- rbind(out, data.frame(f = "qnorm", name = p, arguments = p, value = number(qnorm(p)), low = "none", high = "none"))
  for (df in c(1, 2, 3.5, 12, 40, 250, 10600, 1e6))
    out <- rbind(out, data.frame(f = "qt", name = paste(p, df), arguments = paste(p, sprintf("%.15g", df)), value = number(qt(p, df)), low = "none", high = "none"))
}
names(out)[1] <- "function"
write.table(out, "levels.tsv", sep = "\t", quote = FALSE, row.names = FALSE, eol = "\n")
