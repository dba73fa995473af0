import { fileStore } from "../document/index.ts";
import { organisationOf, type Actor } from "../shared/actor.ts";
import type { Deps, Tx } from "../shared/database.ts";
import { DomainError, invalidField, refuse } from "../shared/errors.ts";
import { execute, read } from "../shared/execute.ts";
import type { Origin } from "../shared/origin.ts";
import { defineQuery, defineUseCase } from "../shared/use-case.ts";
import { demandMayTell, demandTalking, enterRoom, presenceIn } from "./enter-room.ts";
import { factsOf, getRoom, traceOf, writeOn } from "./room.repository.ts";
import { otherSide } from "./room.rules.ts";
import { RoomDocumentInput, ShowDocumentInput } from "./room.schema.ts";
import { demandStampable, STAMPABLE } from "./stamp.ts";
import { tellSide } from "./tell-room.ts";
import { wholeContent } from "./whole-content.ts";

/** Stamping holds a file in memory. */
const LIMIT_MB = 20;

/** Shows a file of one's own to some of those in the room (出示文件). That it can be stamped is tried first, outside the transaction. */
export async function showDocument(deps: Deps, actor: Actor, rawInput: unknown, origin: Origin): Promise<{ readonly roomId: string; readonly documentNo: number }> {
  const { sha256, mediaType } = await read(deps, mayShow, actor, rawInput);
  await demandStampable(await wholeContent(await fileStore(deps.config).read(sha256)), mediaType);
  return execute(deps, placeDocument, actor, rawInput, origin);
}

const mayShow = defineQuery("room.show-document", ShowDocumentInput, async (ctx, { roomId, documentId }) => {
  const room = await getRoom(ctx.db, roomId);
  ctx.authorise(factsOf(room));
  presenceIn(room, ctx.actor);
  return ownFile(ctx.db, documentId, organisationOf(ctx.actor)!.id);
});

/** A file of one's own that is in no procedure. */
async function ownFile(db: Pick<Tx, "document">, documentId: string, ownerId: string) {
  const row = await db.document.findUnique({ where: { id: documentId }, include: { file: true } });
  if (row?.ownerId !== ownerId || row.subjectType !== null) invalidField("documentId", "ROOM_DOCUMENT_NOT_YOURS");
  if (!STAMPABLE.has(row.file.mediaType)) invalidField("documentId", "ROOM_DOCUMENT_KIND");
  if (row.file.sizeBytes > BigInt(LIMIT_MB * 1024 * 1024)) invalidField("documentId", "ROOM_DOCUMENT_TOO_LARGE", { limit: LIMIT_MB });
  return { sha256: row.sha256, mediaType: row.file.mediaType };
}

export const placeDocument = defineUseCase("room.show-document", ShowDocumentInput, async (ctx, { roomId, documentId, viewers }) => {
  const presence = await enterRoom(ctx, roomId);
  demandTalking(presence);
  const { room, organisationId, side } = presence;
  await demandMayTell(ctx, room);
  const { sha256 } = await ownFile(ctx.tx, documentId, organisationId);
  const here = new Set(room.parties.map((party) => party.organisationId));
  if (viewers.some((viewer) => !here.has(viewer))) invalidField("viewers", "ROOM_VIEWER_NOT_HERE");
  const claimed = await ctx.tx.document.updateMany({ where: { id: documentId, subjectType: null }, data: { subjectType: "room", subjectId: roomId, audience: "OWNER" } });
  if (claimed.count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict", { id: documentId });
  const documentNo = (await ctx.tx.roomDocument.count({ where: { roomId } })) + 1;
  await ctx.tx.roomDocument.create({ data: { roomId, no: documentNo, documentId, organisationId, viewers: [...new Set(viewers)], at: ctx.clock.now() } });
  await writeOn(ctx, room, [{ kind: "DOCUMENT_SHOWN", about: documentNo }]);
  ctx.record(traceOf(room, { documentNo, sha256, viewers }));
  await tellSide(ctx, room, otherSide(side), "room.document-shown");
  return { roomId, documentNo };
});

/** Whoever showed a file closes it again (收回文件); that it was shown, and to whom, stays on the record. */
export const withdrawDocument = defineUseCase("room.show-document", RoomDocumentInput, async (ctx, { roomId, documentNo }) => {
  const { room, organisationId } = await enterRoom(ctx, roomId);
  const { count } = await ctx.tx.roomDocument.updateMany({ where: { roomId, no: documentNo, organisationId, withdrawnAt: null }, data: { withdrawnAt: ctx.clock.now() } });
  if (count !== 1) refuse("ROOM_DOCUMENT_CLOSED");
  await writeOn(ctx, room, [{ kind: "DOCUMENT_WITHDRAWN", about: documentNo }]);
  ctx.record(traceOf(room, { documentNo, withdrawn: true }));
  return { roomId, documentNo };
});
