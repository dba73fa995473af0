import type { Desk, Todo, TodoReader } from "./todo.ts";

const TITLE = { result: { select: { title: true } } } as const;

/** Rooms that wait for this side: the agreement to be signed by this person, an offer to be answered, an agreement to be carried on. */
async function rooms(side: "SELLER" | "BUYER", { db, actor, organisationId, most }: Desk): Promise<Todo[]> {
  const mine = side === "SELLER" ? { sellerId: organisationId } : { buyerId: organisationId };
  const [invited, offers, agreed] = await Promise.all([
    db.negotiationRoom.findMany({ where: { ...mine, state: "INVITED", signatures: { none: { personId: actor.personId } } }, orderBy: { openedAt: "asc" }, take: most, select: { id: true, ...TITLE } }),
    db.roomOffer.findMany({
      where: { state: "OPEN", room: { ...mine, state: "OPEN" }, ...(side === "SELLER" ? { sellerAcceptedAt: null } : { buyerAcceptedAt: null }) },
      orderBy: { validUntil: "asc" }, take: most, select: { validUntil: true, room: { select: { id: true, ...TITLE } } },
    }),
    side === "SELLER" ? db.negotiationRoom.findMany({ where: { ...mine, state: "AGREED" }, orderBy: { agreedAt: "asc" }, take: most, select: { id: true, ...TITLE } }) : [],
  ]);
  return [
    ...invited.map(({ id, result }): Todo => ({ kind: "ROOM_SIGN", id, title: result.title, dueAt: null, link: `/desk/negotiations/${id}` })),
    ...offers.map(({ validUntil, room }): Todo => ({ kind: "OFFER_ANSWER", id: room.id, title: room.result.title, dueAt: validUntil, link: `/desk/negotiations/${room.id}` })),
    ...agreed.map(({ id, result }): Todo => ({ kind: "ROOM_CARRY_ON", id, title: result.title, dueAt: null, link: `/desk/negotiations/${id}` })),
  ];
}

/** Requests for a mandate that the other side has made. */
async function mandates(as: "client" | "agency", { db, organisationId, most }: Desk): Promise<Todo[]> {
  const rows = await db.mandate.findMany({
    where: { state: "REQUESTED", requesterId: { not: organisationId }, ...(as === "client" ? { clientId: organisationId } : { agencyId: organisationId }) },
    orderBy: { requestedAt: "asc" }, take: most, select: { id: true, no: true, client: { select: { name: true } }, agency: { select: { name: true } } },
  });
  return rows.map(({ id, no, client, agency }): Todo => ({ kind: "MANDATE_ANSWER", id, title: `${no} ${as === "client" ? agency.name : client.name}`, dueAt: null, link: `/desk/mandates/${id}` }));
}

async function managersTasks({ db, organisationId, most }: Desk): Promise<Todo[]> {
  const rows = await db.managerTask.findMany({ where: { doneAt: null, mandate: { agencyId: organisationId, state: "ACTIVE" } }, orderBy: { dueOn: { sort: "asc", nulls: "last" } }, take: most, select: { id: true, title: true, dueOn: true, mandateId: true } });
  return rows.map(({ id, title, dueOn, mandateId }): Todo => ({ kind: "MANAGER_TASK", id, title, dueAt: dueOn, link: `/desk/mandates/${mandateId}` }));
}

export const TALK_TODOS: readonly TodoReader[] = [
  { roles: ["SELLER"], read: (desk) => rooms("SELLER", desk) },
  { roles: ["BUYER"], read: (desk) => rooms("BUYER", desk) },
  { roles: ["SELLER", "BUYER"], read: (desk) => mandates("client", desk) },
  { roles: ["TECHNOLOGY_MANAGER"], read: (desk) => mandates("agency", desk) },
  { roles: ["TECHNOLOGY_MANAGER"], read: managersTasks },
];
