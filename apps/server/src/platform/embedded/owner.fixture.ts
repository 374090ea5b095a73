// Holds a database until it is killed: `node owner.fixture.ts DATA_DIR`. Prints what is said and, once ready, the URL.
import { startEmbeddedDatabase } from './embedded-database.ts'

const dataDir = process.argv[2] ?? ''
const database = await startEmbeddedDatabase({
  dataDir,
  purpose: 'npm start',
  address: 'http://127.0.0.1:8000',
  settings: { fsync: 'off' },
  say: (line) => process.stdout.write(`${line}\n`),
})
process.stdout.write(`${database.url}\n`)
