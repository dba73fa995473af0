import { canonicalJson, sha256, toJson } from "../shared/canonical.ts";
import { refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { storedTerms, TERM_FIELD_LABELS, termLines, termValueText } from "../terms/index.ts";
import { enterRoom } from "./enter-room.ts";
import { ENTRY_LABELS, OFFER_STATE_LABELS, REFUSAL_REASON_LABELS, ROOM_SIDE_LABELS, ROOM_STATE_LABELS } from "./room.labels.ts";
import { traceOf, writeOn } from "./room.repository.ts";
import { RoomIdInput, type EntryKind, type RefusalReason } from "./room.schema.ts";
import { secondText } from "./time-text.ts";

export type RecordLine = { readonly label: string; readonly value: string };
export type RecordPart = { readonly heading: string; readonly lines: readonly RecordLine[]; readonly prose?: string };
export type RoomRecord = { readonly no: string; readonly title: string; readonly hash: string; readonly exportedAt: Date; readonly facts: readonly RecordLine[]; readonly parts: readonly RecordPart[] };

/** The whole record of a room for one of its principals (导出洽谈记录): who signed, said, offered, showed and saw what, with the hash of it all. */
export const exportRecord = defineUseCase("room.export-record", RoomIdInput, async (ctx, { roomId }): Promise<RoomRecord> => {
  const presence = await enterRoom(ctx, roomId);
  if (!presence.isPrincipal) refuse("ROOM_SIGN_FIRST");
  const { room } = presence;
  const [agreements, entries, offers, documents, views] = await Promise.all([
    ctx.tx.roomAgreement.findMany({ where: { roomId }, orderBy: { no: "asc" } }),
    ctx.tx.roomEntry.findMany({ where: { roomId }, orderBy: { no: "asc" } }),
    ctx.tx.roomOffer.findMany({ where: { roomId }, orderBy: { no: "asc" } }),
    ctx.tx.roomDocument.findMany({ where: { roomId }, include: { document: true }, orderBy: { no: "asc" } }),
    ctx.tx.roomView.findMany({ where: { roomId }, orderBy: { at: "asc" } }),
  ]);
  const content = { room: room.no, agreements, signatures: room.signatures, entries, offers, documents: documents.map(({ document, ...row }) => ({ ...row, name: document.name, sha256: document.sha256 })), views };
  const hash = sha256(canonicalJson(toJson(content))).toString("hex");
  const unitOf = new Map(room.parties.map(({ organisationId, organisation }) => [organisationId, organisation.name]));
  const who = ({ personName, organisationId }: { readonly personName: string; readonly organisationId: string | null }): string => [personName, organisationId === null ? "平台" : (unitOf.get(organisationId) ?? "")].filter((part) => part !== "").join(" · ");
  await writeOn(ctx, room, room.state === "CLOSED" || room.state === "CONCLUDED" ? [] : [{ kind: "EXPORTED" }]);
  ctx.record(traceOf(room, { exported: hash }));
  return {
    no: room.no,
    title: room.result.title,
    hash,
    exportedAt: ctx.clock.now(),
    facts: [
      { label: "转让方", value: room.seller.name },
      { label: "受让方", value: room.buyer.name },
      { label: "成果", value: room.result.title },
      { label: "状态", value: ROOM_STATE_LABELS[room.state].zh },
      { label: "发起时间", value: secondText(room.openedAt) },
      ...(room.agreedAt ? [{ label: "达成一致", value: `${secondText(room.agreedAt)}，第 ${room.agreedOfferNo} 号条款` }] : []),
    ],
    parts: [
      ...agreements.map(({ no, text, hash: own, at }) => ({
        heading: `保密协议 第 ${no} 版（${secondText(at)}）`,
        prose: text,
        lines: [{ label: "SHA-256", value: own }, ...room.signatures.filter(({ agreementNo }) => agreementNo === no).map((signature) => ({ label: secondText(signature.at), value: `${who(signature)} 签署` }))],
      })),
      { heading: "经过", lines: entries.map(({ kind, text, about, at, ...by }) => ({ label: secondText(at), value: `${who(by)}：${ENTRY_LABELS[kind as EntryKind].zh}${about === null ? "" : ` 第 ${about} 号`}${text === "" ? "" : `\n${reasonFirst(text)}`}` })) },
      ...offers.map((offer) => ({
        heading: `条款 第 ${offer.no} 号（${ROOM_SIDE_LABELS[offer.side].zh}，${secondText(offer.at)}，${OFFER_STATE_LABELS[offer.state].zh}）`,
        lines: [...termLines(storedTerms(offer.terms)!).map(({ field, value }) => ({ label: TERM_FIELD_LABELS[field].zh, value: termValueText("zh", field, value) })), ...(offer.note === "" ? [] : [{ label: "说明", value: offer.note }]), { label: "SHA-256", value: offer.hash }],
      })),
      { heading: "文件与查阅", lines: documents.flatMap(({ no, at, document, organisationId }) => [{ label: `第 ${no} 号 ${secondText(at)}`, value: `${document.name}（${unitOf.get(organisationId) ?? ""} 出示，SHA-256 ${document.sha256}）` }, ...views.filter(({ documentNo }) => documentNo === no).map((view) => ({ label: secondText(view.at), value: `${who(view)} 查阅` }))]) },
    ],
  };
});

function reasonFirst(text: string): string {
  const [first = "", ...rest] = text.split("\n");
  const reason = REFUSAL_REASON_LABELS[first as RefusalReason];
  return [reason?.zh ?? first, ...rest].join("\n");
}
