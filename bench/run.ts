import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { openBenchDatabase } from './database.ts'
import { refusals } from './measure/load.ts'
import { memoryOf } from './measure/process.ts'
import { disturbances } from './measure/rounds.ts'
import { median } from './measure/statistics.ts'
import { signInPeople } from './people.ts'
import { report } from './report.ts'
import { measureChoices } from './rows/list-choices.ts'
import { compareLists } from './rows/lists.ts'
import { compareLogins, compareRegistrations } from './rows/passwords.ts'
import { compareSmallRequests } from './rows/reads.ts'
import { measureStart } from './rows/start.ts'
import { startMailSink } from './servers/mail-sink.ts'
import { startServers } from './servers/pair.ts'
import { checkTargets } from './targets.ts'

/** `npm run bench`: our server beside a bare one, over the same database, in turns. README.md says how to read it. */
const { values } = parseArgs({
  options: { customers: { type: 'string', default: '1000000' }, keep: { type: 'string' } },
})
const customers = Number(values.customers)
const say = (line: string) => console.error(line)

process.once('SIGINT', () => process.exit(130))
process.once('SIGTERM', () => process.exit(143))

const database = await openBenchDatabase({ customers, keep: values.keep, say })
try {
  const measured = { ...(await measureServers()), start: await measureAlone() }
  const others = { median: median(disturbances), worst: Math.max(...disturbances) }
  const results = { customers, machine: machine(), others, refused: refusals.length, ...measured }
  console.log(report(results))
  if (checkTargets(results).some(({ isMet }) => !isMet)) process.exitCode = 1
} finally {
  await database.stop()
  database.remove()
}

async function measureServers() {
  const people = await signInPeople(database.pool)
  const mail = await startMailSink()
  const servers = await startServers(database, mail.port)
  try {
    say('Small requests …')
    const small = await compareSmallRequests(servers, people)
    say('Lists …')
    const { token } = people.owner
    const lists = await compareLists(servers, { pool: database.pool, token, customers })
    say('The list, narrowed and sorted …')
    const choices = await measureChoices(servers.ours, { pool: database.pool, token })
    say('Passwords …')
    const logins = await compareLogins(servers.ours, people)
    const registrations = await compareRegistrations(servers.ours)
    const memory = { ours: memoryOf(servers.ours.pid), raw: memoryOf(servers.raw.pid) }
    return { small, lists, choices, logins, registrations, memory }
  } finally {
    await servers.stop()
    mail.stop()
  }
}

/** With the database that `npm start` starts itself, so ours must be over. */
async function measureAlone() {
  say('Starting …')
  await database.stop()
  return measureStart(database.dataDir)
}

function machine(): string {
  const [first] = cpus()
  return `${new Date().toISOString().slice(0, 10)} · ${cpus().length} × ${first?.model.trim()} · Node ${process.versions.node}`
}
