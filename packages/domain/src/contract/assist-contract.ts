import { defineQuery } from "../shared/use-case.ts";
import { proposeFromText } from "./assistance/propose-from-text.ts";
import { draftOf, loadContract } from "./contract.repository.ts";
import { ReadContractInput } from "./contract.schema.ts";
import { technicalAmountOf } from "./draft.rules.ts";

/** Enough places to see why, not the whole text twice. */
const QUOTES = 4;
/** How much of the sentence stands around a place. */
const AROUND = 14;

/** What the text of a form suggests to whoever fills it in (文本辅助识别), beside what the form says, with the words that led to it. */
export const assistContract = defineQuery("contract.assist", ReadContractInput, async (ctx, { contractId }) => {
  const row = await loadContract(ctx.db, contractId);
  ctx.authorise({ ownerId: row.applicantId });
  const draft = draftOf(row);
  const text = draft.text;
  const { type, typeConfidence, field, ipKind, turnoverFen, technicalAmountFen, costs, flags, passages } = await proposeFromText(text);
  const shown = text.normalize("NFKC").length === text.length ? text : text.normalize("NFKC");
  const quote = ({ start, end }: { readonly start: number; readonly end: number }) => ({
    before: shown.slice(Math.max(0, start - AROUND), start).split("\n").at(-1)!,
    words: shown.slice(start, end),
    after: shown.slice(end, end + AROUND).split("\n")[0]!,
  });
  const quotesFor = (wanted: (supports: string) => boolean) => passages.filter(({ supports }) => wanted(supports)).slice(0, QUOTES).map(quote);
  return {
    empty: text.trim() === "",
    type: { proposed: type ?? null, confidence: typeConfidence, filed: draft.contractType, quotes: quotesFor((supports) => supports.startsWith("type:")) },
    field: { proposed: field ?? null, filed: draft.techField, quotes: quotesFor((supports) => supports.startsWith("field:")) },
    ip: { proposed: type === undefined ? null : ipKind, filed: draft.ipKinds, quotes: quotesFor((supports) => supports.startsWith("ip:")) },
    turnover: { proposedFen: turnoverFen ?? null, filedFen: draft.turnoverFen, quotes: quotesFor((supports) => supports === "turnover") },
    technical: { proposedFen: technicalAmountFen ?? null, filedFen: technicalAmountOf(draft), quotes: quotesFor((supports) => supports === "technicalAmount" || supports === "nonTechnicalCost") },
    costs: costs.map(({ kind, amountFen }) => ({ kind, amountFen })),
    flags: flags.map((flag) => ({ code: flag.code, refusalReason: flag.refusalReason ?? null, basis: flag.basis, quotes: flag.passages.slice(0, QUOTES).map(quote) })),
  };
});
