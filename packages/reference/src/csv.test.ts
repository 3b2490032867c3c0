import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parseList, parseOwnList } from './csv.ts'

const data = new URL('../data/', import.meta.url)

it.for(readdirSync(data).filter((name) => name.endsWith('.csv')))('reads %s as any reader of CSV does', (name) => {
  const csv = readFileSync(new URL(name, data), 'utf8')
  expect(parseOwnList(csv)).toEqual(parseList(csv))
})

it('reads quotes, commas and line breaks in cells, and empty cells at the ends of lines', () => {
  const csv = 'a,b,c\n1,"x, ""y""\nz",\n,,\n"",2,""\n'
  expect(parseOwnList(csv)).toEqual(parseList(csv))
  expect(parseOwnList(csv.trimEnd())).toEqual(parseList(csv))
})
