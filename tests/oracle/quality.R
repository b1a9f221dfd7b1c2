# Counts, weights and missing values of a made-up survey in base R, for tests/core/answer/testquality.cpp.
# Run in this folder: Rscript quality.R   (writes quality.csv, the survey, and quality.tsv, what R makes of it)
set.seed(7)
n <- 1200
origin <- sample(c("Turkije", "Marokko", "Polen", "Nederland", "Iran"), n, TRUE, c(.28, .22, .06, .32, .12))
generation <- ifelse(origin == "Nederland", 0, ifelse(origin == "Polen" & runif(n) < .8, 1, sample(1:2, n, TRUE)))
year <- sample(c(2015, 2020), n, TRUE, c(.4, .6))
weight <- round(exp(rnorm(n, 5, .7)), 4)
weight[origin == "Iran"] <- round(exp(rnorm(sum(origin == "Iran"), 5, 1.6)), 4) # very unequal
education <- sample(c("1", "2", "3", "4", "8", "9", ""), n, TRUE, c(.2, .25, .3, .15, .04, .03, .03))
income <- ifelse(runif(n) < .9, sub(".", ",", sprintf("%.1f", runif(n, 5, 90)), fixed = TRUE), ifelse(runif(n) < .5, "", "n.v.t."))
comma <- function(x) sub(".", ",", format(x, trim = TRUE, scientific = FALSE, digits = 12), fixed = TRUE)
rows <- data.frame(herkomst = origin, gen = generation, jaar = year, opl = education, ink = income,
                   gewicht = sapply(weight, comma))
write.table(rows, "quality.csv", sep = ";", quote = FALSE, row.names = FALSE, eol = "\n", fileEncoding = "UTF-8")

id <- c(Turkije = "turkish", Marokko = "moroccan", Polen = "polish", Nederland = "none_background", Iran = "iranian")
gen <- c("none", "first", "second")
out <- data.frame()
put <- function(measure, who, value) {
  out <<- rbind(out, data.frame(measure, who, value = sprintf("%.15g", value)))
}
weights_of <- function(who, keep) {
  w <- weight[keep]
  # the limit is five times the mean weight of the row's origin and year
  mean_of <- ave(weight, origin, year)
  put("n", who, length(w))
  put("sum", who, sum(w))
  put("kish", who, sum(w)^2 / sum(w^2))
  put("deff", who, length(w) * sum(w^2) / sum(w)^2)                  # Kish 1965, §11.7
  put("cv", who, sqrt(mean((w - mean(w))^2)) / mean(w))
  put("min", who, min(w))
  put("max", who, max(w))
  put("extreme", who, sum(weight[keep] > 5 * mean_of[keep]))
}
weights_of("all total -", rep(TRUE, n))
for (o in names(id)) {
  weights_of(paste(id[[o]], "total", "-"), origin == o)
  for (y in c(2015, 2020)) weights_of(paste(id[[o]], "total", y), origin == o & year == y)
  for (g in 0:2) if (any(origin == o & generation == g)) {
    weights_of(paste(id[[o]], gen[g + 1], "-"), origin == o & generation == g)
    if (any(origin == o & generation == g & year == 2020))
      weights_of(paste(id[[o]], gen[g + 1], "2020"), origin == o & generation == g & year == 2020)
  }
}
missing_of <- function(variable, gone, reason) {
  put("missing", variable, sum(gone))
  put("share", variable, mean(gone))
  put("weighted", variable, sum(weight[gone]) / sum(weight))
  for (r in unique(reason[gone])) put("reason", paste(variable, r), sum(gone & reason == r))
  for (o in names(id)) put("missing_of", paste(variable, id[[o]], "total"), sum(gone & origin == o))
  for (o in names(id)) for (g in 1:2) {
    k <- gone & origin == o & generation == g
    if (any(k)) put("missing_of", paste(variable, id[[o]], gen[g + 1]), sum(k))
  }
}
missing_of("education", education %in% c("8", "9", ""), c("8" = "dont_know", "9" = "refused")[education] |>
             (\(r) ifelse(is.na(r), "unknown", r))())
missing_of("ink", income %in% c("", "n.v.t."), ifelse(income == "n.v.t.", "not_applicable", "unknown"))
put("overall", "-", mean(c(education %in% c("8", "9", ""), income %in% c("", "n.v.t."))))
write.table(out, "quality.tsv", sep = "\t", quote = FALSE, row.names = FALSE, eol = "\n")
