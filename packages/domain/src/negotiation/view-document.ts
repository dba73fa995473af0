import { fileStore } from "../document/index.ts";
import type { Actor } from "../shared/actor.ts";
import type { Deps } from "../shared/database.ts";
import { notFound, refuse } from "../shared/errors.ts";
import { execute } from "../shared/execute.ts";
import type { Origin } from "../shared/origin.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { demandMayTell, presenceIn } from "./enter-room.ts";
import { factsOf, lockRoom, traceOf } from "./room.repository.ts";
import { RoomDocumentInput } from "./room.schema.ts";
import { stampedCopy } from "./stamp.ts";
import { secondText } from "./time-text.ts";
import { wholeContent } from "./whole-content.ts";

export type ViewedDocument = { readonly name: string; readonly content: Uint8Array };

/** A file as one may see it: a copy stamped with the viewer's name, unit and the time. That he saw it is on record before he does. */
export async function viewRoomDocument(deps: Deps, actor: Actor, rawInput: unknown, origin: Origin): Promise<ViewedDocument> {
  const { name, sha256, mediaType, lines } = await execute(deps, recordView, actor, rawInput, origin);
  const content = await stampedCopy(await wholeContent(await fileStore(deps.config).read(sha256)), mediaType, lines);
  return { name: `${name.replace(/\.[^.]+$/, "")}.pdf`, content };
}

export const recordView = defineUseCase("room.view-document", RoomDocumentInput, async (ctx, { roomId, documentNo }) => {
  const room = await lockRoom(ctx.tx, roomId);
  ctx.authorise(factsOf(room));
  const { organisationId, personId } = presenceIn(room, ctx.actor);
  const shown = (await ctx.tx.roomDocument.findUnique({ where: { roomId_no: { roomId, no: documentNo } }, include: { document: { include: { file: true } } } })) ?? notFound("document", String(documentNo));
  const isOwn = shown.organisationId === organisationId;
  const isClosed = shown.withdrawnAt !== null || room.state === "CLOSED" || !shown.viewers.includes(organisationId);
  if (!isOwn && isClosed) refuse("ROOM_DOCUMENT_CLOSED");
  if (!isOwn) await demandMayTell(ctx, room);
  const at = ctx.clock.now();
  const person = ctx.actor.kind === "person" ? ctx.actor.name : "";
  const unit = room.parties.find((party) => party.organisationId === organisationId)!.organisation.name;
  await ctx.tx.roomView.create({ data: { roomId, documentNo, personId, personName: person, organisationId, at } });
  ctx.record(traceOf(room, { documentNo, viewedFor: organisationId, sha256: shown.document.sha256 }));
  return { name: shown.document.name, sha256: shown.document.sha256, mediaType: shown.document.file.mediaType, lines: [`${person} ${unit}`, `${secondText(at)} 洽谈 ${room.no} 文件 ${documentNo} 保密`] };
});
