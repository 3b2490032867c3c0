import { resolve } from 'node:path'
import { type Command, textOption } from '../../command.ts'
import { fetchingOptions } from '../../crawling.ts'

export const schedule: Command = {
  name: 'schedule',
  about:
    'Print ready lines for cron, or units for systemd, that run the crawl every night. Nothing is changed on this machine.',
  arguments: [],
  options: [
    ...fetchingOptions,
    { flags: '--for <what>', about: 'what the lines are for', choices: ['cron', 'systemd'], default: 'cron' },
    { flags: '--at <time>', about: 'the time of day', default: '02:30' },
  ],
  examples: [
    ['disclosed crawl schedule --db disclosed.sqlite >> my.crontab', 'a line for crontab'],
    ['disclosed crawl schedule --for systemd', 'a service and a timer'],
  ],
  run: async (io, _args, options) => {
    const at = textOption(options, 'at') ?? '02:30'
    const [, hour = '', minute = ''] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(at) ?? []
    if (hour === '') {
      io.err(`--at takes a time of day as 02:30, not ${at}.\n`)
      return 2
    }
    const told = ['sources', 'folder', 'db', 'feed'].flatMap((name) => {
      const value = textOption(options, name)
      return value === null ? [] : [`--${name}`, resolve(io.base, value)]
    })
    const main = resolve(import.meta.dirname, '../../main.ts')
    const command = [process.execPath, main, 'crawl', 'run', ...told]
    io.out(
      textOption(options, 'for') === 'systemd'
        ? units(command, io.base, hour, minute)
        : cronLine(command, io.base, hour, minute),
    )
    return 0
  },
}

function cronLine(command: readonly string[], base: string, hour: string, minute: string): string {
  const line = command.map(quoted).join(' ').replaceAll('%', '\\%')
  return `${Number(minute)} ${Number(hour)} * * * cd ${quoted(base).replaceAll('%', '\\%')} && ${line}\n`
}

function quoted(word: string): string {
  return /^[\w@:./=+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}

/** For `systemctl --user`: two files, named above each. */
function units(command: readonly string[], base: string, hour: string, minute: string): string {
  return `# ~/.config/systemd/user/disclosed-crawl.service
[Unit]
Description=Fetch published replies
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
WorkingDirectory=${base.replaceAll('%', '%%')}
ExecStart=${command.map(unitWord).join(' ')}
# 1 says that some sites could not be read, and the report names them.
SuccessExitStatus=1

# ~/.config/systemd/user/disclosed-crawl.timer
[Unit]
Description=Fetch published replies every night

[Timer]
OnCalendar=*-*-* ${hour.padStart(2, '0')}:${minute}:00 Europe/London
RandomizedDelaySec=20min
Persistent=true

[Install]
WantedBy=timers.target
`
}

function unitWord(word: string): string {
  const safe = word.replaceAll('%', '%%').replaceAll('$', '$$$$')
  return /^[\w@:./=+%-]+$/.test(safe) ? safe : `"${safe.replace(/["\\]/g, '\\$&')}"`
}
