import type { Deps } from "../shared/database.ts";

export type OutgoingMail = { readonly id: string; readonly recipient: string; readonly subject: string; readonly body: string; readonly attempts: number };

/** A mail that a worker took and did not report on goes back into the queue after this time. */
const LEASE_SECONDS = 120;
const MOST_ATTEMPTS = 8;
const FIRST_PAUSE_SECONDS = 15;

/**
 * Takes queued mails for sending: each is out of sight of other workers for the time of the lease, so that a worker that dies
 * loses none. A mail that was sent just before its worker died is sent twice; its Message-ID is the same then.
 */
export async function takeMails(deps: Deps, limit: number): Promise<OutgoingMail[]> {
  return deps.db.$queryRaw<OutgoingMail[]>`
    update mail_message set attempts = attempts + 1, next_try_at = clock_timestamp() + ${LEASE_SECONDS} * interval '1 second'
    where id in (
      select id from mail_message where state = 'QUEUED' and (next_try_at is null or next_try_at <= clock_timestamp())
      order by next_try_at nulls first, created_at limit ${limit} for update skip locked)
    returning id, recipient, subject, body, attempts`;
}

export async function mailSent(deps: Deps, mail: OutgoingMail): Promise<void> {
  await deps.db.$executeRaw`update mail_message set state = 'SENT', sent_at = clock_timestamp(), error = null where id = ${mail.id}::uuid and state = 'QUEUED'`;
}

/** Without a mail server nothing is sent: the mail is kept, and the development mailbox shows it. */
export async function mailKept(deps: Deps, mail: OutgoingMail): Promise<void> {
  await deps.db.$executeRaw`update mail_message set state = 'KEPT' where id = ${mail.id}::uuid and state = 'QUEUED'`;
}

/** Tries again after a growing pause; a mail that the server refused for good, or that failed eight times, is FAILED. */
export async function mailFailed(deps: Deps, mail: OutgoingMail, error: string, forGood: boolean): Promise<void> {
  const pause = FIRST_PAUSE_SECONDS * 2 ** (mail.attempts - 1);
  const state = forGood || mail.attempts >= MOST_ATTEMPTS ? "FAILED" : "QUEUED";
  await deps.db.$executeRaw`
    update mail_message set state = ${state}::"MailState", error = ${error.slice(0, 2_000)}, next_try_at = clock_timestamp() + ${pause} * interval '1 second'
    where id = ${mail.id}::uuid and state = 'QUEUED'`;
}
