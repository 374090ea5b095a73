import type { Db } from '../../platform/db/db.ts'
import type { TokenMaker } from './one-time-tokens.ts'
import type { Passwords } from './passwords/passwords.ts'
import type { FactorVault } from './second-factor/factor-vault.ts'
import type { TokenSigner } from './sessions/token-signer.ts'

/** What signing in takes beside the database. */
export type AuthContext = {
  db: Db
  passwords: Passwords
  tokens: TokenSigner
  makeToken: TokenMaker
  vault: FactorVault
}
