import type { SourceTemplate } from './index.ts'

export const whatdotheyknow: SourceTemplate = {
  name: 'whatdotheyknow',
  about: 'WhatDoTheyKnow, by authority: name some under read.bodies. Off until you have leave of its operators.',
  unsure: ['It stands behind a service that challenges programs; then only import by hand is left.'],
  entry: {
    name: 'WhatDoTheyKnow',
    adapter: 'alaveteli',
    start: 'https://www.whatdotheyknow.com',
    pace: { delaySeconds: 10 },
  },
}
