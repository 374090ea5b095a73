import { createPasswords } from '../modules/auth/index.ts'
import { createDb } from '../platform/db/db.ts'
import { demoCast, demoPassword } from '../seed/demo-cast.ts'
import { AlreadySeeded, refuseWhenSeeded, seedCustomers } from '../seed/seed-customers.ts'
import { seedDemo } from '../seed/seed-demo.ts'
import { type Command, CommandError, say, withDatabase } from './command.ts'

export const seed: Command = {
  usage: 'seed --demo | --customers N [--seed S]',
  about: 'fills the store with made-up people, for trying out',
  options: { demo: { type: 'boolean' }, customers: { type: 'string' }, seed: { type: 'string' } },
  async run(config, { demo, customers, seed: seedNumber = '1' }) {
    if (config.isProduction)
      throw new CommandError('Made-up people do not belong into production: nothing was done.')
    if (!demo && customers === undefined)
      throw new CommandError('Say what to seed: --demo, or --customers 1000')
    const crowd = customers === undefined ? undefined : crowdOf(customers, seedNumber)
    await withDatabase(config, 'seed', async ({ pool }) => {
      // Before anything is written: of two things that were asked for, not only one is done.
      if (crowd) await inWords(crowd, () => refuseWhenSeeded(pool, crowd))
      if (demo) await seedCast(pool)
      if (crowd) await inWords(crowd, () => seedMany(pool, crowd))
    })
  },
}

const crowdOf = (customers: unknown, seedNumber: unknown) => ({
  count: wholeNumber('--customers', customers),
  seed: wholeNumber('--seed', seedNumber),
})

type Crowd = ReturnType<typeof crowdOf>

async function inWords({ count, seed }: Crowd, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (cause) {
    if (!(cause instanceof AlreadySeeded)) throw cause
    throw new CommandError(
      `The made-up customers of --seed ${seed} are in this store already, or some of them: ${cause.message}. None were added. For others, name another seed: npm run crm -- seed --customers ${count} --seed ${seed + 1}`,
      { cause },
    )
  }
}

async function seedCast(pool: import('pg').Pool): Promise<void> {
  const passwords = createPasswords()
  try {
    await seedDemo(createDb(pool), passwords)
  } finally {
    await passwords.close()
  }
  say(`Seeded ${demoCast.length} people. Sign in as ${demoCast[0]?.email} with ${demoPassword}`)
}

async function seedMany(pool: import('pg').Pool, { count, seed }: Crowd): Promise<void> {
  const began = performance.now()
  let said = began
  const onProgress = (rows: number) => {
    if (performance.now() - said < 5_000) return
    said = performance.now()
    say(`${rows.toLocaleString('en')} of ${count.toLocaleString('en')} …`)
  }
  const client = await pool.connect()
  try {
    // Half an hour for one COPY, and no waiting for others: this fills a store that nobody uses yet.
    await client.query(
      'begin; set local statement_timeout = 1800000; set local idle_in_transaction_session_timeout = 0',
    )
    await seedCustomers(client, { count, seed, onProgress })
    await client.query('commit')
    // Lists are read from indexes alone once the table is known to be settled.
    await client.query('set statement_timeout = 1800000')
    await client.query('vacuum customers, customer_tallies')
  } finally {
    // Ends an open transaction and forgets the settings.
    client.release(true)
  }
  const seconds = Math.round((performance.now() - began) / 1_000)
  say(`Seeded ${count.toLocaleString('en')} customers in ${seconds} s.`)
}

function wholeNumber(option: string, given: unknown): number {
  if (typeof given !== 'string' || !/^\d{1,8}$/.test(given))
    throw new CommandError(`${option}: say a whole number`)
  return Number(given)
}
