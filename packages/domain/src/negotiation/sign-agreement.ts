import { organisationOf, personIdOf } from "../shared/actor.ts";
import { sha256 } from "../shared/canonical.ts";
import { DomainError, refuse } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { ROOM_MOVES } from "./room.machine.ts";
import { factsOf, getRoom, hasSigned, lockRoom, signedSides, traceOf, writeOn } from "./room.repository.ts";
import { ChangeAgreementInput, SignAgreementInput } from "./room.schema.ts";
import { tellSide } from "./tell-room.ts";

/** A principal puts another text in the place of the agreement (修改保密协议), before the talks begin. Everybody signs the new version anew. */
export const changeAgreement = defineUseCase("room.change-agreement", ChangeAgreementInput, async (ctx, { roomId, text }) => {
  const room = await lockRoom(ctx.tx, roomId);
  ctx.authorise(factsOf(room));
  const state = step(ROOM_MOVES, room.state, "changeAgreement");
  const personId = personIdOf(ctx.actor) ?? refuse("ROOM_PERSONS_ONLY");
  const no = room.agreementNo + 1;
  const hash = sha256(text).toString("hex");
  await ctx.tx.roomAgreement.create({ data: { roomId, no, text, hash, byId: personId, at: ctx.clock.now() } });
  await writeOn(ctx, room, [{ kind: "AGREEMENT_CHANGED", about: no }], { agreementNo: no }, state);
  ctx.record(traceOf(room, { agreementNo: no, hash }));
  for (const side of ["SELLER", "BUYER"] as const) await tellSide(ctx, room, side, "room.agreement-changed");
  return { roomId, agreementNo: no, hash };
});

/** Somebody signs the agreement for himself and his organisation (签署保密协议). With a signature of both principals the talks begin. */
export const signAgreement = defineUseCase("room.sign", SignAgreementInput, async (ctx, { roomId, agreementNo, hash }) => {
  const room = await lockRoom(ctx.tx, roomId);
  ctx.authorise(factsOf(room));
  const [organisation, personId] = [organisationOf(ctx.actor)!, personIdOf(ctx.actor)];
  if (personId === null || ctx.actor.kind !== "person") refuse("ROOM_PERSONS_ONLY");
  if (room.state === "CLOSED" || room.state === "CONCLUDED") throw new DomainError("STATE_FORBIDS_EVENT", "conflict", { state: room.state, event: "sign" });
  const agreement = await ctx.tx.roomAgreement.findUniqueOrThrow({ where: { roomId_no: { roomId, no: room.agreementNo } } });
  if (agreementNo !== agreement.no || hash !== agreement.hash) throw new DomainError("ROOM_AGREEMENT_CHANGED", "conflict");
  if (hasSigned(room, personId, organisation.id)) refuse("ROOM_SIGNED_ALREADY");
  await ctx.tx.roomSignature.create({ data: { roomId, agreementNo, personId, organisationId: organisation.id, personName: ctx.actor.name, hash, at: ctx.clock.now() } });
  const opens = room.state === "INVITED" && signedSides(await getRoom(ctx.tx, roomId)).length === 2;
  const state = opens ? step(ROOM_MOVES, room.state, "open") : room.state;
  await writeOn(ctx, room, [{ kind: "SIGNED", about: agreementNo }, ...(opens ? [{ kind: "ROOM_OPEN" } as const] : [])], {}, state);
  ctx.record(traceOf(room, { state, agreementNo, hash, signedFor: organisation.id }));
  if (opens) for (const side of ["SELLER", "BUYER"] as const) await tellSide(ctx, room, side, "room.opened");
  return { roomId, state };
});
