/** One stemmer of natural, met by its own file: its index loads those of every language. */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const PorterStemmer: { readonly stem: (word: string) => string }
  export default PorterStemmer
}

declare module 'natural/lib/natural/distance/jaro-winkler_distance.js' {
  export default function JaroWinklerDistance(
    one: string,
    other: string,
    options?: { readonly ignoreCase?: boolean },
  ): number
}
