import type { Conduct } from "../../credit/index.ts";
import type { Fen } from "../../shared/money.ts";
import type { RevocationGround } from "../revocation.rules.ts";

/** What a ground of revocation puts on record; the other grounds blame nobody (credit-and-risk A3, D01–D03). */
export const CONDUCT_OF_GROUND: Readonly<Partial<Record<RevocationGround, Conduct>>> = { FALSE_OR_FRAUD: "D01", VOID_NOT_CANCELLED: "D03", DUPLICATE: "D02" };

type FineRule = { readonly minFen: Fen; readonly maxFen: Fen };
const yuan = (from: number, to: number): FineRule => ({ minFen: (BigInt(from) * 100n) as Fen, maxFen: (BigInt(to) * 100n) as Fen });

/** Fines on the party for a false contract, by the regulations that were read; no other province may fine here. Always beside revocation and recovery. */
export const PARTY_FINES: Readonly<Record<string, FineRule & { readonly basis: string }>> = {
  "11": { ...yuan(5_000, 10_000), basis: "北京市技术市场条例第三十七条" },
  "31": { ...yuan(500, 2_000), basis: "上海市技术市场条例第二十三条" },
  "33": { ...yuan(5_000, 10_000), basis: "浙江省技术市场条例第二十四条" },
  "41": { ...yuan(200, 2_000), basis: "河南省技术市场条例第五章" },
};

export const OFFICE_MEASURES = ["OFFICE_WARNED", "OFFICE_ORDERED", "OFFICE_FINED", "OFFICE_CLOSED"] as const;
export type OfficeMeasure = (typeof OFFICE_MEASURES)[number];

/** Measures against an office that registered what it should not have. */
export const OFFICE_RULES: Readonly<Record<string, { readonly basis: string; readonly measures: readonly OfficeMeasure[]; readonly fine?: FineRule }>> = {
  "11": { basis: "北京市技术市场条例第三十八条", measures: ["OFFICE_WARNED", "OFFICE_ORDERED", "OFFICE_CLOSED"] },
  "33": { basis: "浙江省技术市场条例第二十六条", measures: OFFICE_MEASURES, fine: yuan(5_000, 20_000) },
};

/** What the party says, and what the province writes down of other bodies' and its own decisions. */
export const PROVINCE_KINDS = ["BODIES_TOLD", "RELIEF_DEMANDED", "RELIEF_RECOVERED", "FINED", "FINE_PAID", ...OFFICE_MEASURES] as const;
export type ProvinceKind = (typeof PROVINCE_KINDS)[number];
/** What is written down with an amount. */
export const WITH_AMOUNT = ["RELIEF_DEMANDED", "RELIEF_RECOVERED", "FINED", "FINE_PAID", "OFFICE_FINED"] as const satisfies readonly ProvinceKind[];
export type ConsequenceKind = ProvinceKind | "RELIEF_REPORTED";

export type Consequence = { readonly kind: ConsequenceKind; readonly amountFen: bigint | null };

export type DutyKind = "TELL_BODIES" | "REPORT_RELIEF" | "REPAY_RELIEF" | "PAY_FINE";
export type Duty = { readonly kind: DutyKind; readonly by: "PROVINCE" | "PARTY"; readonly done: boolean; /** What is still to be paid, where it is known. */ readonly openFen: bigint | null };

/**
 * What is to be done after a revocation, and whether it was: tax, finance and credit bodies are told (contract-registration §7), reliefs that were taken are
 * reported (2024 draft Art. 16) and recovered (§4), a fine is paid. What the tax body demands goes before what the party reported.
 */
export function dutiesOf(steps: readonly Consequence[]): readonly Duty[] {
  const sum = (kind: ConsequenceKind): bigint => steps.reduce((total, step) => (step.kind === kind ? total + (step.amountFen ?? 0n) : total), 0n);
  const has = (kind: ConsequenceKind): boolean => steps.some((step) => step.kind === kind);
  const owed = reliefOwed(steps);
  const duties: Duty[] = [
    { kind: "TELL_BODIES", by: "PROVINCE", done: has("BODIES_TOLD"), openFen: null },
    { kind: "REPORT_RELIEF", by: "PARTY", done: owed !== null, openFen: null },
  ];
  if (owed !== null && owed > 0n) duties.push(payment("REPAY_RELIEF", owed, sum("RELIEF_RECOVERED")));
  if (has("FINED")) duties.push(payment("PAY_FINE", sum("FINED"), sum("FINE_PAID")));
  return duties;
}

/** The relief to be paid back; null while nobody has said whether there was any. */
function reliefOwed(steps: readonly Consequence[]): bigint | null {
  const last = steps.findLast(({ kind }) => kind === "RELIEF_DEMANDED") ?? steps.findLast(({ kind }) => kind === "RELIEF_REPORTED");
  return last ? (last.amountFen ?? 0n) : null;
}

function payment(kind: DutyKind, owed: bigint, paid: bigint): Duty {
  const openFen = owed > paid ? owed - paid : 0n;
  return { kind, by: "PARTY", done: openFen === 0n, openFen };
}

export type ConsequenceRefusal = "FINE_NOT_PROVIDED" | "FINE_OUT_OF_RANGE" | "FINED_ALREADY" | "MEASURE_NOT_PROVIDED" | "NOTHING_TO_PAY" | "MORE_THAN_OWED" | "OFFICE_STILL_ACTS";

export type ConsequenceFacts = {
  readonly kind: ProvinceKind;
  readonly amountFen: bigint | null;
  readonly province: string;
  readonly ground: RevocationGround;
  readonly steps: readonly Consequence[];
  /** The office was taken off its function (identity: suspended). */
  readonly officeSuspended: boolean;
};

/** Between what amounts the fine lies, where the province's regulation has one. */
export function fineRange(kind: ProvinceKind, province: string): FineRule | undefined {
  return kind === "FINED" ? PARTY_FINES[province] : kind === "OFFICE_FINED" ? OFFICE_RULES[province]?.fine : undefined;
}

/** Why something cannot be written down as it is asked for. */
export function consequenceRefusal({ kind, amountFen, province, ground, steps, officeSuspended }: ConsequenceFacts): ConsequenceRefusal | undefined {
  const within = (rule: FineRule): boolean => amountFen !== null && amountFen >= rule.minFen && amountFen <= rule.maxFen;
  switch (kind) {
    case "FINED": {
      const rule = PARTY_FINES[province];
      if (!rule || ground !== "FALSE_OR_FRAUD") return "FINE_NOT_PROVIDED";
      if (steps.some((step) => step.kind === "FINED")) return "FINED_ALREADY";
      return within(rule) ? undefined : "FINE_OUT_OF_RANGE";
    }
    case "OFFICE_WARNED":
    case "OFFICE_ORDERED":
    case "OFFICE_FINED":
    case "OFFICE_CLOSED": {
      const rule = OFFICE_RULES[province];
      if (!rule?.measures.includes(kind)) return "MEASURE_NOT_PROVIDED";
      if (kind === "OFFICE_CLOSED" && !officeSuspended) return "OFFICE_STILL_ACTS";
      return kind === "OFFICE_FINED" && !(rule.fine && within(rule.fine)) ? "FINE_OUT_OF_RANGE" : undefined;
    }
    case "RELIEF_RECOVERED":
    case "FINE_PAID": {
      const duty = dutiesOf(steps).find((one) => one.kind === (kind === "FINE_PAID" ? "PAY_FINE" : "REPAY_RELIEF"));
      if (!duty || duty.done) return "NOTHING_TO_PAY";
      return (amountFen ?? 0n) > (duty.openFen ?? 0n) ? "MORE_THAN_OWED" : undefined;
    }
    default:
      return undefined;
  }
}
