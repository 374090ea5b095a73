import type { Tx } from '../../platform/db/db.ts'
import type { AuthContext } from './context.ts'
import { lockAccount, savePasswordHash } from './passwords/credentials.queries.ts'
import { refuseOtp } from './second-factor/refuse-otp.ts'
import { spendOtp } from './second-factor/spend-otp.ts'
import type { SessionStep } from './sessions/token-signer.ts'
import { completeSignIn, type SignIn } from './sign-in.queries.ts'

type Typed = { password: string; otp: string | undefined }

/**
 * What comes after a right password: the code, where the account asks for one, and the session. Undefined when the
 * account changed meanwhile. Throws `otp_required` and `otp_invalid`; the try goes on counting then.
 */
export async function finishSignIn(
  context: AuthContext,
  signIn: SignIn,
  { password, otp }: Typed,
): Promise<SessionStep | undefined> {
  const { db, passwords, vault } = context
  const { customer_id, compared_hash, isProvenTwice, actor } = signIn
  if (isProvenTwice && otp === undefined) return refuseOtp(db, actor, { customer_id }, 'otp_required')
  // One statement for nearly everybody: neither a code to use up nor an old hash to replace.
  if (!isProvenTwice && isOurs(compared_hash)) return completeSignIn(db, signIn)

  const newHash = isOurs(compared_hash) ? undefined : await passwords.hash(password)
  const step = await db.transaction().execute(async (tx) => {
    if (isProvenTwice && !(await spend(tx, vault, signIn, otp))) return 'wrong code'
    return completeWithHash(tx, signIn, newHash)
  })
  return step === 'wrong code' ? refuseOtp(db, actor, { customer_id }, 'otp_invalid') : step
}

async function spend(tx: Tx, vault: AuthContext['vault'], { customer_id, actor }: SignIn, otp = '') {
  await lockAccount(tx, customer_id)
  return spendOtp(tx, { vault, actor }, { customer_id, otp })
}

async function completeWithHash(tx: Tx, signIn: SignIn, newHash: string | undefined) {
  const step = await completeSignIn(tx, signIn)
  if (step && newHash) await savePasswordHash(tx, signIn.customer_id, newHash)
  return step
}

/** Whether a hash is of the kind and cost that we make now; others came over from the Django system. */
const isOurs = (hash: string) => hash.startsWith('$argon2id$v=19$m=47104,t=1,p=1$')
