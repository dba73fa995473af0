import { z } from "zod";
import { textSimilarity } from "../contract/index.ts";
import type { Prisma } from "../generated/client.ts";
import { STANDING_STATES, type RegistrationFacts } from "../recognition/index.ts";
import { addDays, type Day } from "../shared/clock.ts";
import type { Tx } from "../shared/database.ts";
import { dateColumn, dayOfColumn, YuanText } from "../shared/input.ts";
import { yuan } from "../shared/money.ts";
import { readParameter } from "../shared/parameter.ts";
import { duplicateSignal, splitSignal, SPLIT_WINDOW_DAYS } from "./contract-signals.rules.ts";
import { priceSignal, ratioSignal, type PeerGroup } from "./price-signals.rules.ts";
import { riskRuleOn, type RuleCode, type Signal } from "./signal.rules.ts";

export type Found = { readonly rule: RuleCode; readonly signal: Signal };

const COMPARED = {
  id: true, projectName: true, text: true, textFingerprint: true, onePlaceKey: true, turnoverFen: true, technicalFen: true, signedOn: true, validFrom: true, validTo: true,
  parties: { select: { side: true, creditCode: true, name: true } },
} as const satisfies Prisma.ContractSelect;
type Compared = Prisma.ContractGetPayload<{ select: typeof COMPARED }>;

const MOST_COMPARED = 200;
/** So much of a text says what the contract is about; the rest is template. */
const SUBJECT_CHARACTERS = 600;

/** Everything that the rules in force have to say about a registration, compared with the whole country. */
export async function findSignals(tx: Tx, facts: RegistrationFacts, at: Date, today: Day): Promise<readonly Found[]> {
  const own = await tx.contract.findUnique({ where: { id: facts.contractId }, select: COMPARED });
  if (!own || own.signedOn === null) return [];
  const rules: readonly (readonly [RuleCode, () => Promise<Signal | undefined>])[] = [
    ["R01", () => duplicate(tx, own)],
    ["R02", async () => splitSignal(await pairOf(tx, own, SPLIT_WINDOW_DAYS).then((rows) => [own, ...rows].map(splitContract)), await thresholds(tx, facts, at))],
    ["R04", () => price(tx, facts, at)],
    ["R05", () => ratio(tx, facts, at)],
  ];
  const found: Found[] = [];
  for (const [rule, run] of rules) {
    const signal = riskRuleOn(rule, today) ? await run() : undefined;
    if (signal) found.push({ rule, signal });
  }
  return found;
}

function splitContract(row: Compared) {
  return { id: row.id, signedOn: dayOfColumn(row.signedOn!), technicalAmountFen: row.technicalFen ?? 0n };
}

/** Amounts at which another procedure begins: expert review everywhere (2024 draft Art. 14), the province's own, and 重大技术合同. */
const Thresholds = z.array(YuanText).min(1).max(10);
async function thresholds(tx: Tx, facts: RegistrationFacts, at: Date): Promise<readonly bigint[]> {
  return readParameter(tx, "risk.split-thresholds", Thresholds, at, [yuan(5_000_000), yuan(10_000_000)], facts.officeDivision.slice(0, 2));
}

function sideOf(row: Compared, side: "SELLER" | "BUYER"): Prisma.ContractPartyWhereInput {
  const parties = row.parties.filter((party) => party.side === side);
  const codes = parties.flatMap(({ creditCode }) => creditCode ?? []);
  const names = parties.filter(({ creditCode }) => creditCode === null).map(({ name }) => name);
  return { side, OR: [{ creditCode: { in: codes } }, { creditCode: null, name: { in: names } }] };
}

/** Other standing contracts between a seller and a buyer of this one, signed within so many days of it. */
async function pairOf(tx: Tx, own: Compared, days: number): Promise<readonly Compared[]> {
  const signedOn = dayOfColumn(own.signedOn!);
  return tx.contract.findMany({
    where: {
      id: { not: own.id },
      state: { in: [...STANDING_STATES] },
      signedOn: { gte: dateColumn(addDays(signedOn, -days)), lte: dateColumn(addDays(signedOn, days)) },
      AND: [{ parties: { some: sideOf(own, "SELLER") } }, { parties: { some: sideOf(own, "BUYER") } }],
    },
    orderBy: [{ signedOn: "desc" }, { id: "desc" }],
    take: MOST_COMPARED,
    select: COMPARED,
  });
}

/** R01: the same text or the same contract anywhere, or nearly the same between the same two. The strongest finding names all of them. */
async function duplicate(tx: Tx, own: Compared): Promise<Signal | undefined> {
  const keys = [...(own.textFingerprint ? [{ textFingerprint: own.textFingerprint }] : []), ...(own.onePlaceKey ? [{ onePlaceKey: own.onePlaceKey }] : [])];
  const equal = keys.length === 0 ? [] : await tx.contract.findMany({
    where: { id: { not: own.id }, state: { in: [...STANDING_STATES] }, OR: keys }, orderBy: { id: "desc" }, take: MOST_COMPARED, select: COMPARED,
  });
  const near = await pairOf(tx, own, 30);
  const pair = new Set(near.map(({ id }) => id));
  const others = [...new Map([...equal, ...near].map((row) => [row.id, row])).values()].filter(({ signedOn }) => signedOn !== null);
  const signals = others.flatMap((other) => {
    const signal = duplicateSignal({
      ids: [other.id, own.id],
      exact: isEqual(own, other),
      sameParties: pair.has(other.id),
      amountsFen: [other.turnoverFen ?? 0n, own.turnoverFen ?? 0n],
      signedOn: [dayOfColumn(other.signedOn!), dayOfColumn(own.signedOn!)],
      terms: [termOf(other), termOf(own)],
      textSimilarity: textSimilarity(subjectOf(other), subjectOf(own)),
    });
    return signal ? [signal] : [];
  });
  const strongest = signals.toSorted((a, b) => b.strength - a.strength)[0];
  return strongest && { ...strongest, recordIds: [...new Set([...strongest.recordIds, ...signals.filter(({ level }) => level === strongest.level).flatMap(({ recordIds }) => recordIds)])] };
}

/** A fingerprint is an index key and no proof: texts are compared before they are called equal. */
function isEqual(own: Compared, other: Compared): boolean {
  if (own.onePlaceKey !== null && own.onePlaceKey === other.onePlaceKey) return true;
  return own.textFingerprint !== null && own.textFingerprint === other.textFingerprint && textSimilarity(own.text, other.text) === 1;
}

function subjectOf({ projectName, text }: Compared): string {
  return `${projectName}\n${text.slice(0, SUBJECT_CHARACTERS)}`;
}

function termOf({ signedOn, validFrom, validTo }: Compared): { readonly from: Day; readonly to: Day } {
  const from = dayOfColumn(validFrom ?? signedOn!);
  return { from, to: validTo ? dayOfColumn(validTo) : from };
}

const PEER_MONTHS = 36;
const MOST_PEERS = 1_000;

async function peers(tx: Tx, facts: RegistrationFacts, at: Date, where: Prisma.ContractWhereInput) {
  const since = new Date(at);
  since.setUTCMonth(since.getUTCMonth() - PEER_MONTHS);
  return tx.contract.findMany({
    where: { id: { not: facts.contractId }, state: { in: [...STANDING_STATES] }, registeredAt: { gte: since }, ...where },
    orderBy: { registeredAt: "desc" }, take: MOST_PEERS, select: { turnoverFen: true, technicalFen: true },
  });
}

/** 事业、机关法人 and state-owned firms. */
function isPublicSeller(type: string): boolean {
  return /^(01|02|110)/.test(type);
}

/** R04: the price beside that of its peers, narrowest group first. */
async function price(tx: Tx, facts: RegistrationFacts, at: Date): Promise<Signal | undefined> {
  const { contractType, field, ipKind, sellerType } = facts;
  const sameSeller = { parties: { some: { side: "SELLER" as const, partyType: { startsWith: sellerType.slice(0, 2) } } } };
  const wheres = [
    ["type × right × field × seller", { contractType, field, ipKinds: { has: ipKind }, ...sameSeller }],
    ["type × field", { contractType, field }],
    ["type", { contractType }],
  ] as const;
  const groups: PeerGroup[] = [];
  for (const [level, where] of wheres) groups.push({ level, pricesFen: (await peers(tx, facts, at, where)).map(({ turnoverFen }) => turnoverFen ?? 0n) });
  return priceSignal({ id: facts.contractId, priceFen: BigInt(facts.turnoverFen), peerGroups: groups, publicSeller: isPublicSeller(sellerType) });
}

/** R05: the technical share beside that of contracts of the same type and field. */
async function ratio(tx: Tx, facts: RegistrationFacts, at: Date): Promise<Signal | undefined> {
  const rows = await peers(tx, facts, at, { contractType: facts.contractType, field: facts.field });
  const peerRatios = rows.flatMap(({ turnoverFen, technicalFen }) => (turnoverFen && technicalFen !== null ? [Number(technicalFen) / Number(turnoverFen)] : []));
  return ratioSignal({ id: facts.contractId, technicalAmountFen: BigInt(facts.technicalFen), turnoverFen: BigInt(facts.turnoverFen), goodsScore: 0, goodsScoreP90: 0, peerRatios });
}

