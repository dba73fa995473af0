import type { Prisma } from "../generated/client.ts";
import type { Desk, Todo } from "./todo.ts";

/** Reports of suspected secrecy, by their number: what was reported is told nowhere. Whoever reported does not decide. */
export async function reportsToDecide(db: Desk["db"], of: Prisma.SecrecyCaseWhereInput, personId: string, most: number): Promise<Todo[]> {
  const reports = await db.secrecyCase.findMany({ where: { ...of, state: "OPEN", reporterId: { not: personId } }, orderBy: { reportedAt: "asc" }, take: most, select: { id: true, no: true } });
  return reports.map(({ id, no }): Todo => ({ kind: "SECRECY_DECIDE", id, title: no, dueAt: null, link: `/desk/secrecy/${id}` }));
}
