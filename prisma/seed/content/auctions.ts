import { chanceOf, type Chance } from "./chance.ts";
import { addDays, workday, type Day } from "./days.ts";
import { fitting } from "./focus.ts";
import { organisationsOfKind, ORGANISATIONS } from "./organisations.ts";
import realAuctions from "./published/real-auctions.json" with { type: "json" };
import type { FieldCode } from "./topics/index.ts";

/** One lot as it was published, in 万元; what was not published is null. */
export interface PublishedAuction {
  readonly name: string;
  readonly startPrice: number | null;
  readonly finalPrice: number | null;
  readonly unit: string;
  readonly seller: string | null;
  readonly buyer: string | null;
  readonly date: string | null;
  readonly source: string;
  readonly note?: string;
}

export const PUBLISHED_AUCTIONS: readonly PublishedAuction[] = realAuctions;

export interface DemoBid {
  readonly sequence: number;
  /** Instant in China time. */
  readonly at: string;
  /** Paddle number shown in public. */
  readonly paddle: string;
  readonly bidder: string;
  readonly amountFen: bigint;
}

export interface DemoPastAuction {
  readonly key: string;
  /** As published. */
  readonly name: string;
  readonly field: FieldCode;
  readonly venue: string;
  /** Invented; the published seller stands in `published`. */
  readonly seller: string;
  /** Invented; null when unsold. */
  readonly buyer: string | null;
  readonly startPriceFen: bigint;
  /** Null when unsold (流拍). */
  readonly finalPriceFen: bigint | null;
  /** A bid exceeds the one before by at least this. */
  readonly incrementFen: bigint;
  readonly heldOn: Day;
  /** False where the start price or the day was not published and is the demo's own. */
  readonly startPricePublished: boolean;
  readonly datePublished: boolean;
  /** True only where every bid stands in the source; otherwise the ladder is invented, its last step is not. */
  readonly bidsPublished: boolean;
  readonly outcome: "SOLD" | "UNSOLD";
  readonly bids: readonly DemoBid[];
  readonly published: PublishedAuction;
}

const FIELD_WORDS: readonly (readonly [FieldCode, RegExp])[] = [
  ["01", /软件|操作系统|MOP/],
  ["09", /品种|鄂莲|疫苗|有机肥|磷脂/],
  ["04", /兰索拉唑|抗肿瘤|中药|蔗糖单酯/],
  ["07", /环保|废水|垃圾/],
  ["06", /储能|无线充电/],
  ["10", /汽车|万向节/],
  ["05", /真空隔热/],
  ["03", /./],
];

/** Rounds told in the source: the whole ladder, or the number of bids. */
const TOLD: readonly (readonly [name: string, ladder: readonly number[] | null, bids: number | null, bidders: number | null])[] = [
  ["中油519", [200, 500, 800, 1000], null, 5],
  ["玻璃窑炉", null, 10, null],
  ["兰索拉唑", null, null, 2],
  ["猪繁殖与呼吸", null, 32, null],
  ["蔗糖单酯", null, 6, null],
  ["两优1128", null, 8, null],
  ["滑玉15", null, 20, null],
  ["阳光131", null, null, 3],
];

/** 万元 to fen; four places of 万元 are whole yuan. */
const fenOfWan = (wan: number): bigint => BigInt(Math.round(wan * 10_000)) * 100n;

/** One, two or five times a power of ten of 万元, about a fortieth of the start price. */
function incrementWan(startWan: number): number {
  const aim = startWan / 40;
  const power = 10 ** Math.floor(Math.log10(aim));
  const times = aim / power;
  return Math.max(0.1, (times < 1.5 ? 1 : times < 3.5 ? 2 : 5) * power);
}

/** Amounts in fen that rise from the start price by at least the increment each and end at the final price. */
function ladderOf(chance: Chance, start: bigint, final: bigint, increment: bigint, wantedBids: number | null): bigint[] {
  const room = Number((final - start) / increment);
  if (room < 1) return [final];
  const bids = Math.min(room + 1, wantedBids ?? Math.min(24, 2 + Math.round(Math.sqrt(room) * (1.2 + chance.next()))));
  // Cut the distance into bids − 1 jumps of whole increments; what no whole increment covers goes to the last.
  const weights = Array.from({ length: bids - 1 }, () => 0.3 + chance.next());
  const total = weights.reduce((a, b) => a + b, 0);
  const spare = room - weights.length;
  // Rounded on the running sum, so that nothing piles up at the end.
  let run = 0;
  let placed = 0;
  const steps = weights.map((w) => {
    run += w;
    const extra = Math.round((run / total) * spare) - placed;
    placed += extra;
    return 1 + extra;
  });
  const amounts = [start];
  for (const step of steps.slice(0, -1)) amounts.push((amounts[amounts.length - 1] as bigint) + BigInt(step) * increment);
  if (steps.length > 0) amounts.push(final);
  return amounts;
}

export function demoPastAuctions(seed: number, published: readonly PublishedAuction[] = PUBLISHED_AUCTIONS): DemoPastAuction[] {
  const firms = organisationsOfKind("ENTERPRISE", "STATE_ENTERPRISE");
  return published.map((lot, index) => {
    const chance = chanceOf(seed, `auction-${index}`);
    const field = (FIELD_WORDS.find(([, words]) => words.test(lot.name)) as readonly [FieldCode, RegExp])[0];
    const told = TOLD.find(([name]) => lot.name.includes(name));
    const final = lot.finalPrice;
    const startWan = lot.startPrice ?? (final === null ? 100 : Math.max(1, Math.round((final / (1.15 + chance.next() * 0.7)) / 5) * 5));
    const startPriceFen = fenOfWan(startWan);
    const finalPriceFen = final === null ? null : fenOfWan(final);
    const incrementFen = fenOfWan(incrementWan(startWan));
    const owners = ORGANISATIONS.filter((o) => o.fields.includes(field) && (o.kind === "UNIVERSITY" || o.kind === "INSTITUTE"));
    const seller = chance.pick(fitting(owners, lot.name)).key;
    const heldOn = lot.date ?? workday(addDays("2015-03-02", chance.int(0, 2900)));
    const pool = firms.filter((o) => o.fields.includes(field));
    const bidders = chance.shuffled(pool.length >= 3 ? pool : firms).slice(0, Math.max(2, told?.[3] ?? chance.int(2, 5)));
    const paddles = chance.shuffled([...Array(60).keys()].map((n) => String(101 + n))).slice(0, bidders.length);
    const ladder = finalPriceFen === null ? [] : told?.[1]?.map(fenOfWan) ?? ladderOf(chance, startPriceFen, finalPriceFen, incrementFen, told?.[2] ?? null);
    let second = 30 + chance.int(0, 40);
    let leader = -1;
    const bids = ladder.map((amountFen, i): DemoBid => {
      // Nobody outbids himself.
      const free = bidders.map((_, n) => n).filter((n) => n !== leader);
      leader = i < bidders.length && !free.every((n) => n < i) ? (free.find((n) => n >= i) as number) : chance.pick(free);
      const at = `${heldOn}T10:${String(Math.floor(second / 60) % 60).padStart(2, "0")}:${String(second % 60).padStart(2, "0")}+08:00`;
      second += chance.int(8, 75);
      return { sequence: i + 1, at, paddle: paddles[leader] as string, bidder: bidders[leader]?.key as string, amountFen };
    });
    return {
      key: `past-auction-${String(index + 1).padStart(2, "0")}`,
      name: lot.name, field,
      venue: "venue-zhejiang",
      seller,
      buyer: bids[bids.length - 1]?.bidder ?? null,
      startPriceFen, finalPriceFen, incrementFen, heldOn,
      startPricePublished: lot.startPrice !== null,
      datePublished: lot.date !== null,
      bidsPublished: told?.[1] != null,
      outcome: finalPriceFen === null ? "UNSOLD" : "SOLD",
      bids,
      published: lot,
    };
  });
}
