import type { FieldProblem } from "../shared/errors.ts";
import { addFen, fen, minFen, subtractFen, ZERO_FEN, type Fen } from "../shared/money.ts";

/** 非技术性费用: the codes of reference table non-technical-cost-kinds. */
export const COST_KINDS = ["equipment", "parts", "materials", "other"] as const;
export type CostKind = (typeof COST_KINDS)[number];

/**
 * Objects that carry the technology (技术载体): their direct cost stays technical in a reasonable number (R2001 Art. 19).
 * `plant`: complete plants and test rigs, 1–2 sets. `sample`: disks, strains, varieties, samples, prototypes, as many as needed to test
 * and master. `document`: the copies normally needed and one for the file.
 */
export type CarrierKind = "document" | "sample" | "plant";

export type Carrier = {
  readonly kind: CarrierKind;
  readonly unitCostFen: bigint;
  readonly count: number;
  /** How many are needed, as the registrar sees it. For `plant` never more than two are taken. */
  readonly neededCount: number;
};

export type Deduction = { readonly kind: CostKind; readonly amountFen: bigint; readonly note?: string; readonly carrier?: Carrier };

const PLANT_LIMIT = 2;

export function reasonableCount({ kind, neededCount }: Pick<Carrier, "kind" | "neededCount">): number {
  return kind === "plant" ? Math.min(neededCount, PLANT_LIMIT) : neededCount;
}

export type WorksheetLine = {
  readonly kind: "turnover" | "deduction" | "carrierKept" | "technicalAmount";
  readonly costKind?: CostKind;
  /** Signed: what the line adds to the technical amount. */
  readonly amountFen: Fen;
  readonly note?: string;
};

export type AmountWorksheet = {
  readonly turnoverFen: Fen;
  readonly deductedFen: Fen;
  readonly keptFen: Fen;
  /** 技术交易额. Meaningful only without problems. */
  readonly technicalAmountFen: Fen;
  readonly lines: readonly WorksheetLine[];
  readonly problems: readonly FieldProblem[];
};

/** The carriers' cost that stays technical, never more than what was deducted for them. */
export function keptFen({ amountFen, carrier }: Deduction): Fen {
  if (!carrier) return ZERO_FEN;
  return minFen(amountFen, carrier.unitCostFen * BigInt(Math.min(carrier.count, reasonableCount(carrier))));
}

/** 技术交易额 = 成交额 − non-technical cost + carriers in reasonable number. R2001 Art. 52(2), Art. 19. */
export function amountWorksheet(turnoverFen: bigint, deductions: readonly Deduction[]): AmountWorksheet {
  const deducted = addFen(...deductions.map(({ amountFen }) => amountFen));
  const kept = addFen(...deductions.map(keptFen));
  const technical = addFen(subtractFen(turnoverFen, deducted), kept);
  const problems: FieldProblem[] = [];
  if (turnoverFen < 0n) problems.push({ path: "turnoverFen", code: "AMOUNT_NEGATIVE" });
  deductions.forEach(({ amountFen, kind, note, carrier }, i) => {
    if (amountFen <= 0n) problems.push({ path: `deductions.${i}.amountFen`, code: "AMOUNT_NOT_POSITIVE" });
    if (kind === "other" && !note?.trim()) problems.push({ path: `deductions.${i}.note`, code: "OTHER_COST_NEEDS_NOTE" });
    if (carrier && carrier.unitCostFen * BigInt(carrier.count) > amountFen) problems.push({ path: `deductions.${i}.carrier`, code: "CARRIERS_ABOVE_DEDUCTION" });
  });
  if (technical < 0n) problems.push({ path: "deductions", code: "DEDUCTIONS_ABOVE_TURNOVER" });
  else if (technical === 0n) problems.push({ path: "technicalAmountFen", code: "TECHNICAL_AMOUNT_ZERO" });
  return {
    turnoverFen: fen(turnoverFen),
    deductedFen: deducted,
    keptFen: kept,
    technicalAmountFen: technical,
    lines: [
      { kind: "turnover", amountFen: fen(turnoverFen) },
      ...deductions.flatMap((deduction): WorksheetLine[] => {
        const keptHere = keptFen(deduction);
        const line: WorksheetLine = { kind: "deduction", costKind: deduction.kind, amountFen: fen(-deduction.amountFen), note: deduction.note };
        return keptHere > 0n ? [line, { kind: "carrierKept", costKind: deduction.kind, amountFen: keptHere }] : [line];
      }),
      { kind: "technicalAmount", amountFen: technical },
    ],
    problems,
  };
}

/** 技术性收入 of a payment: the technical share of what was received, rounded down, unless the invoices separate the parts (R2001 Art. 52(3)). */
export function technicalIncomeFen(receivedFen: bigint, technicalAmountFen: bigint, turnoverFen: bigint): Fen {
  if (turnoverFen <= 0n) return ZERO_FEN;
  return fen((receivedFen * technicalAmountFen) / turnoverFen);
}
