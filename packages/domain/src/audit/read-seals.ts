import { dayOf } from "../shared/clock.ts";
import { decodeCursor, pageOf } from "../shared/paging.ts";
import { signingKeyOf } from "../shared/signing-key.ts";
import { defineQuery } from "../shared/use-case.ts";
import { ReadSealsInput } from "./audit.schema.ts";
import { hex } from "./seal.chain.ts";

type Row = { no: number; sealedAt: Date; hash: Uint8Array };

/**
 * The last seal of each day, newest day first: whoever keeps one of these hashes can show later whether anything before it was
 * changed. The days are real days; no demonstration clock moves them. Beside them stands the key with which the platform signs.
 */
export const readSeals = defineQuery("audit.read-seals", ReadSealsInput, async (ctx, input) => {
  ctx.authorise();
  const cursor = decodeCursor(input.cursor, 1);
  const before = cursor === null ? null : new Date(String(cursor[0]));
  const rows = await ctx.db.$queryRaw<Row[]>`
    with recursive daily (no, sealed_at, hash) as (
      (select no, sealed_at, hash from audit_seal where ${before}::timestamptz is null or sealed_at < ${before}::timestamptz order by sealed_at desc, no desc limit 1)
      union all
      select earlier.* from daily, lateral (
        select no, sealed_at, hash from audit_seal
        where sealed_at < date_trunc('day', daily.sealed_at, 'Asia/Shanghai') order by sealed_at desc, no desc limit 1) earlier
    )
    select no, sealed_at as "sealedAt", hash from daily limit ${input.limit + 1}`;
  const page = pageOf(rows, input.limit, ({ sealedAt }) => [dayStart(sealedAt)]);
  const { publicKey, fingerprint } = signingKeyOf(ctx.config.secretKey);
  return { ...page, signingKey: { algorithm: "Ed25519", publicKey, fingerprint }, items: page.items.map(({ no, sealedAt, hash }) => ({ day: dayOf(sealedAt), no, sealedAt, hash: hex(hash) })) };
});

function dayStart(instant: Date): string {
  return `${dayOf(instant)}T00:00:00+08:00`;
}
