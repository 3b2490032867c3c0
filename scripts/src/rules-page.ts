import { type Area, areas, refiners, type ShownRule } from '@disclosed/classify/rules'

/** `docs/rules.md`: every rule with its examples and near misses, and the order of the stages. */
export function rulesPage(): string {
  return `${[intro(), ...areas.map(areaOf), order()].join('\n\n')}\n`
}

function intro(): string {
  const rules = areas.flatMap((each) => each.rules)
  const examples = rules.reduce((sum, rule) => sum + rule.examples.length, 0)
  const nearMisses = rules.reduce((sum, rule) => sum + rule.nearMisses.length, 0)
  return `# How letters are read

Written from the rules by \`pnpm run docs\`; a test holds it to them. ${rules.length} rules with ${examples} examples and ${nearMisses} near misses, all run as tests.
The marks « » hold the words that are evidence. A near miss looks like the rule's words, and the rule holds its tongue.`
}

function areaOf({ title, about, rules }: Area): string {
  return [`## ${title}`, about, ...rules.map(ruleOf)].join('\n\n')
}

function ruleOf({ id, about, examples, nearMisses }: ShownRule): string {
  const head = `### ${id}\n\n${about}`
  const shown = examples.map(({ letter, says }) => `| ${cell(letter)} | ${cell(says)} |`)
  const table = shown.length > 0 ? ['| a letter writes | it says |\n|---|---|', ...shown].join('\n') : null
  const missed = nearMisses.length > 0 ? `Not: ${nearMisses.map(cell).join(' · ')}` : null
  return [head, table, missed].filter((each) => each !== null).join('\n\n')
}

function order(): string {
  const steps = refiners.map(({ stage, why }, index) => `${index + 1}. **${stage}**: ${why}`)
  return ['## The order of stages and refiners', steps.join('\n')].join('\n\n')
}

/** Words of a letter in one cell of a table: a line break is shown, and what Markdown would take for its own is left as it is. */
function cell(words: string): string {
  return words
    .replace(/[\\`*_|<>[\]]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', ' ⏎ ')
    .replaceAll('\t', ' ⇥ ')
    .trim()
}
