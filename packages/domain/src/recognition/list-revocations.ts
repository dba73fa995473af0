import { z } from "zod";
import { decodeTimeCursor, PageInput, pageOf } from "../shared/paging.ts";
import { defineQuery } from "../shared/use-case.ts";

export const ListRevocationsInput = PageInput.extend({ text: z.string().trim().max(40).optional() });

const Grounds = z.object({ ground: z.string() });

/** Revoked registrations, published with number and ground (撤销登记公告), last revoked on top; what the contract was about stays with its parties. */
export const listRevocations = defineQuery("registration.list-revocations", ListRevocationsInput, async (ctx, { text, limit, cursor }) => {
  ctx.authorise();
  const after = decodeTimeCursor(cursor);
  const rows = await ctx.db.contract.findMany({
    where: {
      state: "REVOKED", registrationNo: text ? { startsWith: text } : { not: null }, endedAt: { not: null },
      ...(after ? { OR: [{ endedAt: { lt: after.at } }, { endedAt: after.at, id: { lt: after.id } }] } : {}),
    },
    orderBy: [{ endedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: { id: true, registrationNo: true, contractType: true, registeredAt: true, endedAt: true, office: { select: { name: true } }, decisions: { where: { event: "revoke" }, select: { grounds: true }, orderBy: { no: "desc" }, take: 1 } },
  });
  const page = pageOf(
    rows.map(({ office, decisions, endedAt, ...row }) => ({ ...row, registrationNo: row.registrationNo!, revokedAt: endedAt!, officeName: office?.name ?? "", ground: Grounds.safeParse(decisions[0]?.grounds).data?.ground ?? null })),
    limit,
    ({ revokedAt, id }) => [revokedAt.toISOString(), id],
  );
  return { ...page, items: page.items.map(({ id: _id, ...item }) => item) };
});
