/** One measure of natural, met by its own file: its index loads those of every language. */
declare module 'natural/lib/natural/distance/dice_coefficient.js' {
  export default function DiceCoefficient(one: string, other: string): number
}
