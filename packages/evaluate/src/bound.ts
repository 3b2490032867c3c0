/**
 * The share that is at least true with a certainty of 95 % where `right` of `seen` were right: the lower limit of Clopper and Pearson,
 * "The Use of Confidence or Fiducial Limits Illustrated in the Case of the Binomial", Biometrika 26 (1934), pages 404–413, one-sided.
 * It is exact: never more than one in twenty such limits is above the true share, however few were seen and however near to 1 the share is.
 * Findings of one letter are alike, and the limit takes them as independent: read it beside the number of letters.
 */
export function atLeast(right: number, seen: number, doubt = 0.05): number {
  if (right <= 0 || seen <= 0) return 0
  // So many right or more come by chance with a probability that grows with the share: the limit is where it reaches the doubt.
  let [low, high] = [0, 1]
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2
    if (chanceOfAtLeast(right, seen, middle) < doubt) low = middle
    else high = middle
  }
  return low
}

/** The chance that at least `least` of `seen` are right where each is with this chance. */
export function chanceOfAtLeast(least: number, seen: number, chance: number): number {
  if (least <= 0) return 1
  if (chance <= 0) return 0
  if (chance >= 1) return 1
  // The first term by logarithms, for a plain product of many small numbers would be nothing.
  let logarithm = seen * Math.log(chance)
  let sum = 0
  for (let right = seen; right >= least; right -= 1) {
    sum += Math.exp(logarithm)
    logarithm += Math.log(right / (seen - right + 1)) + Math.log((1 - chance) / chance)
  }
  return Math.min(1, sum)
}
