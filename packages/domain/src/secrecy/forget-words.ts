import type { Tx } from "../shared/database.ts";
import { WITHHELD_TITLE } from "../shared/withheld.ts";

/** Messages that named it before say it no more, in the app and in mails: those that wait are sent without it. */
export async function forgetWords(tx: Pick<Tx, "$executeRaw">, title: string): Promise<void> {
  await tx.$executeRaw`update notification set params = jsonb_set(params::jsonb, '{title}', to_jsonb(${WITHHELD_TITLE}::text)) where params->>'title' = ${title}`;
  await tx.$executeRaw`update mail_message set subject = replace(subject, ${title}, ${WITHHELD_TITLE}), body = replace(body, ${title}, ${WITHHELD_TITLE}) where position(${title} in body) > 0`;
}
