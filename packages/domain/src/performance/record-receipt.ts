import { personIdOf } from "../shared/actor.ts";
import { invalidField, refuse } from "../shared/errors.ts";
import { dateColumn } from "../shared/input.ts";
import { toYuanText } from "../shared/money.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { actingFor, loadPerformance, lockPerformance, record, todayOf, type Performance } from "./performance.repository.ts";
import { CorrectReceiptInput, RecordReceiptInput } from "./performance.schema.ts";
import { tellSide } from "./tell-sides.ts";
import { watchNext } from "./watch-performance.ts";

/** Money came in under the contract (登记到账): what the technical income and every claim to a relief are counted from. */
export const recordReceipt = defineUseCase("performance.record-receipt", RecordReceiptInput, async (ctx, input) => {
  const { contractId, instalmentNo, royaltyNo, receivedOn, amount, technicalAmount, note } = input;
  const performance = await lockPerformance(ctx, contractId);
  ctx.authorise({ ownerId: actingFor(performance, "seller", ctx.actor) });
  if (receivedOn > todayOf(ctx)) invalidField("receivedOn", "RECEIVED_IN_THE_FUTURE");
  if (technicalAmount !== null && technicalAmount > amount) invalidField("technicalAmount", "TECHNICAL_ABOVE_RECEIVED");
  if (instalmentNo !== null && !performance.contract.instalments.some(({ no }) => no === instalmentNo)) invalidField("instalmentNo", "INSTALMENT_UNKNOWN");
  if (royaltyNo !== null && !performance.royalties.some(({ no, state }) => no === royaltyNo && state === "CONFIRMED")) invalidField("royaltyNo", "ROYALTY_UNKNOWN");
  const no = await enter(ctx, performance, { instalmentNo, royaltyNo, receivedOn: dateColumn(receivedOn), amountFen: amount, technicalFen: technicalAmount, note, correctsNo: null });
  await tellSide(ctx, performance, "buyer", "performance.received", { amount: toYuanText(amount) });
  return { contractId, no };
});

/** Takes a receipt back by a counter-entry (冲销): the record keeps both. */
export const correctReceipt = defineUseCase("performance.correct-receipt", CorrectReceiptInput, async (ctx, { contractId, no, reason }) => {
  const performance = await lockPerformance(ctx, contractId);
  ctx.authorise({ ownerId: actingFor(performance, "seller", ctx.actor) });
  const wrong = performance.receipts.find((one) => one.no === no) ?? refuse("INSTALMENT_UNKNOWN");
  if (wrong.correctsNo !== null) refuse("RECEIPT_IS_A_CORRECTION");
  if (performance.receipts.some(({ correctsNo }) => correctsNo === no)) refuse("RECEIPT_CORRECTED_ALREADY");
  const { instalmentNo, royaltyNo, receivedOn, amountFen, technicalFen } = wrong;
  const counter = await enter(ctx, performance, { instalmentNo, royaltyNo, receivedOn, amountFen: -amountFen, technicalFen: technicalFen === null ? null : -technicalFen, note: reason, correctsNo: no });
  return { contractId, no: counter };
});

type Entry = Pick<Performance["receipts"][number], "instalmentNo" | "royaltyNo" | "receivedOn" | "amountFen" | "technicalFen" | "note" | "correctsNo">;

async function enter(ctx: Context, performance: Performance, entry: Entry): Promise<number> {
  const { contractId } = performance;
  const no = performance.receipts.length + 1;
  await ctx.tx.performanceReceipt.create({ data: { ...entry, contractId, no, byId: personIdOf(ctx.actor), at: ctx.clock.now() } });
  await watchNext(ctx, await loadPerformance(ctx.tx, contractId));
  record(ctx, performance, { after: { receipt: no, amountFen: String(entry.amountFen), correctsNo: entry.correctsNo } });
  return no;
}
