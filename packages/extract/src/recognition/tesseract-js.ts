import { createWorker, type PSM } from 'tesseract.js'
import about from 'tesseract.js/package.json' with { type: 'json' }
import { languageFolder } from './language.ts'
import { type Engine, partings } from './look.ts'
import { asKept } from './picture.ts'

export const npmId = `tesseract.js ${about.version}`

/** The engine of the npm registry, in a thread of its own. Nothing is fetched and nothing is written. */
export async function startNpm(): Promise<Engine> {
  const worker = await createWorker('eng', 1, {
    langPath: languageFolder(),
    cacheMethod: 'none',
    gzip: true,
    // Else an error of one page would be thrown where nobody catches it.
    errorHandler: () => {},
  })
  let set = ''
  return {
    id: npmId,
    hocr: async (picture, look) => {
      const parting = partings[look]
      const settings = `${parting} ${Math.round(picture.dpi)}`
      if (settings !== set)
        await worker.setParameters({
          tessedit_pageseg_mode: parting as PSM,
          user_defined_dpi: `${Math.round(picture.dpi)}`,
        })
      set = settings
      const { data } = await worker.recognize(asKept(picture), {}, { text: false, hocr: true })
      return data.hocr ?? ''
    },
    close: async () => {
      await worker.terminate()
    },
  }
}
