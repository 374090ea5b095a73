import type { Db } from '../db/db.ts'
import type { Mail, Mailer } from './mailer.ts'

const kept = 200

/** Sends mail on and keeps a copy for the page `/dev/mailbox`. Only where DEBUG is on. */
export function keepingCopies(mailer: Mailer, db: Db): Mailer {
  return {
    async send(mail) {
      await keepCopy(db, mail)
      await mailer.send(mail)
    },
    close: () => mailer.close(),
  }
}

async function keepCopy(db: Db, { to, subject, text, html }: Mail): Promise<void> {
  const { id } = await db
    .insertInto('development_mails')
    .values({ recipient: to, subject, text_body: text, html_body: html })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .deleteFrom('development_mails')
    .where('id', '<=', Number(id) - kept)
    .execute()
}

export const listMails = (db: Db) =>
  db.selectFrom('development_mails').selectAll().orderBy('id', 'desc').limit(kept).execute()

export const findMail = (db: Db, id: number) =>
  db.selectFrom('development_mails').selectAll().where('id', '=', id).executeTakeFirst()
