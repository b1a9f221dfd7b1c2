# Shares and means of a made-up survey by R's survey package, for tests/core/answer/testpersons.cpp.
# Run in this folder: Rscript persons.R   (writes persons.csv, the survey, and persons.tsv, what R makes of it)
suppressMessages(library(survey))
set.seed(20)
n <- 1500
origin <- sample(c("Turkije", "Marokko", "Suriname", "Nederland", "Overig"), n, TRUE, c(.2, .2, .2, .3, .1))
generation <- ifelse(origin == "Nederland", 0, sample(1:2, n, TRUE))
year <- sample(c(2015, 2020), n, TRUE)
age <- sample(15:74, n, TRUE)
education <- sample(c("1", "2", "3", "4", "9"), n, TRUE, c(.2, .25, .3, .2, .05))
score <- round(rnorm(n, 6, 1.5), 1)
score[sample(n, 40)] <- NA
weight <- round(runif(n, .2, 4), 4)
region <- sample(c("Noord", "Oost", "Zuid", "West"), n, TRUE)
comma <- function(x) ifelse(is.na(x), "", sub(".", ",", format(x, nsmall = 1, trim = TRUE, scientific = FALSE), fixed = TRUE))
rows <- data.frame(herkomst = origin, gen = generation, jaar = year, lft = age, opl = education, cijfer = comma(score),
                   gewicht = comma(weight), regio = region)
write.table(rows, "persons.csv", sep = ";", quote = FALSE, row.names = FALSE, eol = "\n", fileEncoding = "UTF-8")

d <- data.frame(origin, generation, year, age, higher = ifelse(education == "9", NA, as.numeric(education == "4")), score,
                weight, stratum = interaction(year, region))
design <- svydesign(ids = ~1, strata = ~stratum, weights = ~weight, data = d)
id <- c(Turkije = "turkish", Marokko = "moroccan", Suriname = "surinamese", Nederland = "none_background")
gen <- c("first", "second")
out <- data.frame()
add <- function(measure, who, sub, outcome) {
  ok <- subset(sub, !is.na(sub$variables[[outcome]]))
  value <- coef(svymean(as.formula(paste0("~", outcome)), ok))
  w <- weights(ok)
  out <<- rbind(out, data.frame(measure, who, value = sprintf("%.15g", value), n = nrow(ok),
                                kish = sprintf("%.15g", sum(w)^2 / sum(w^2)), missing = nrow(sub) - nrow(ok)))
}
for (y in c(2015, 2020)) for (m in c("higher", "score")) {
  universe <- if (m == "higher") subset(design, age >= 25 & age <= 44 & year == y) else subset(design, year == y)
  for (o in names(id)) {
    group <- subset(universe, origin == o)
    add(m, paste(id[[o]], "total", y), group, m)
    if (o != "Nederland") for (g in 1:2) add(m, paste(id[[o]], gen[g], y), subset(group, generation == g), m)
  }
  add(m, paste("national", "total", y), universe, m)
}
write.table(out, "persons.tsv", sep = "\t", quote = FALSE, row.names = FALSE, eol = "\n")
