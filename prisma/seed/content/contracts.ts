import { chanceOf, type Chance } from "./chance.ts";
import { addDays, dayNumber, DEMO_TODAY, workday, workdayBefore, type Day } from "./days.ts";
import { fit, fitting } from "./focus.ts";
import { ORGANISATIONS, organisationOf, registrationOfficeFor, type DemoOrganisation } from "./organisations.ts";
import { demoResults, type DemoIpRight, type DemoResult } from "./results.ts";
import { FIELD_CODES, type FieldCode } from "./topics/index.ts";

export type DeductionKind = "equipment" | "parts" | "materials" | "other";

export interface DemoContract {
  /** Counts up within the generation, in the order of registration. */
  readonly number: number;
  readonly projectName: string;
  /** Leaf of contract-types.json. */
  readonly typeCode: string;
  readonly seller: string;
  readonly buyer: string;
  readonly turnoverFen: bigint;
  readonly technicalAmountFen: bigint;
  /** Non-technical cost; the turnover less all of these is the technical amount. */
  readonly deductions: readonly { readonly kind: DeductionKind; readonly amountFen: bigint }[];
  readonly field: FieldCode;
  readonly topic: string;
  /** The result it rests on. */
  readonly result: string;
  /** Leaves of ip-kinds.json; ["0"] when no right is touched. */
  readonly ipKinds: readonly string[];
  readonly programmeCode: string;
  readonly objectiveCode: string;
  /** GB/T 4754 division of the buyer's use. */
  readonly industryCode: string;
  readonly paymentCode: string;
  readonly signedOn: Day;
  readonly registeredOn: Day;
  /** Last day of performance. */
  readonly endsOn: Day;
  readonly office: string;
  readonly instalments: readonly { readonly dueOn: Day; readonly amountFen: bigint; readonly condition: string }[];
}

export interface ContractsWanted {
  readonly seed: number;
  readonly count: number;
  readonly fromYear: number;
  readonly toYear: number;
}

type Class = "1" | "2" | "3" | "4" | "5";

interface Profile {
  readonly share: number;
  /** Median in 万元 in the first year, and the spread of its logarithm. */
  readonly medianWan: number;
  readonly sigma: number;
  readonly leaves: readonly (readonly [code: string, weight: number])[];
  readonly wordings: readonly string[];
}

// Service is most numerous, development brings the largest sums: the shape of the national tables, not their figures.
const PROFILES: Readonly<Record<Class, Profile>> = {
  "1": { share: 29, medianWan: 92, sigma: 1.45, leaves: [["11", 86], ["12", 14]],
    wordings: ["{t}开发", "{t}的研究与开发", "{b}{t}定制开发", "{t}中试放大研究", "{t}关键部件研制", "{t}（二期）联合研发"] },
  "2": { share: 5, medianWan: 55, sigma: 1.35, leaves: [["21", 55], ["22", 16], ["23", 20], ["24", 4], ["26", 2], ["29", 3]],
    wordings: ["{t}专利权转让", "{t}成果转让", "{t}相关知识产权转让"] },
  "3": { share: 6, medianWan: 46, sigma: 1.3, leaves: [["31", 66], ["32", 22], ["33", 10], ["35", 2]],
    wordings: ["{t}实施许可", "{t}普通许可", "{t}独占许可（{b}）"] },
  "4": { share: 8, medianWan: 14, sigma: 0.95, leaves: [["4", 1]],
    wordings: ["{t}可行性论证", "{t}技术路线咨询", "{t}应用前景与专利导航分析", "{b}引进{t}技术评估"] },
  "5": { share: 52, medianWan: 26, sigma: 1.3, leaves: [["51", 94], ["52", 4], ["53", 2]],
    wordings: ["{t}工艺优化技术服务", "{t}测试分析与验证服务", "{b}{t}应用技术服务", "{t}现场调试与技术支持", "{t}数据分析技术服务", "{t}性能评价技术服务"] },
};

const WORDING_OF_LEAF: Readonly<Record<string, string>> = {
  "21": "{t}专利权转让", "22": "{t}专利申请权转让", "23": "{t}技术秘密转让", "24": "{t}软件著作权转让", "26": "{t}植物新品种权转让", "29": "{t}作价入股",
  "31": "{t}专利实施许可", "32": "{t}技术秘密使用许可", "33": "{t}软件著作权许可", "35": "{t}植物新品种权实施许可", "52": "{t}操作与应用技术培训", "53": "{t}成果转化技术中介",
};

/** The right of a result that a transfer or licence of this leaf can be about on that day. */
function rightFor(typeCode: string, { ipRights }: DemoResult, signedOn: Day): DemoIpRight | undefined {
  const granted = ({ grantedOn }: DemoIpRight): boolean => grantedOn !== null && grantedOn <= signedOn;
  const patent = ({ kindCode }: DemoIpRight): boolean => kindCode.startsWith("2");
  switch (typeCode) {
    case "21": case "31": return ipRights.find((r) => patent(r) && granted(r));
    case "22": return ipRights.find((r) => patent(r) && r.filedOn <= signedOn && !granted(r));
    case "23": case "32": return ipRights.find((r) => r.kindCode === "1" && r.filedOn <= signedOn);
    case "24": case "33": return ipRights.find((r) => r.kindCode === "3" && granted(r));
    case "26": case "35": return ipRights.find((r) => r.kindCode === "5" && granted(r));
    default: return ipRights.find(granted);
  }
}

const FIELD_WEIGHTS: Readonly<Record<FieldCode, number>> = {
  "01": 27, "02": 5, "03": 15, "04": 11, "05": 8, "06": 9, "07": 8, "08": 1.5, "09": 5, "10": 5.5, "11": 12,
};

const OBJECTIVES: Readonly<Record<FieldCode, readonly (readonly [string, number])[]>> = {
  "01": [["10", 70], ["06", 18], ["12", 12]], "02": [["10", 45], ["08", 40], ["07", 15]], "03": [["10", 90], ["12", 10]],
  "04": [["03", 85], ["10", 15]], "05": [["10", 82], ["02", 10], ["01", 8]], "06": [["02", 88], ["10", 12]], "07": [["01", 88], ["06", 12]],
  "08": [["03", 40], ["02", 30], ["10", 30]], "09": [["09", 92], ["01", 8]], "10": [["05", 45], ["10", 55]], "11": [["05", 55], ["06", 45]],
};

const WAN = 1_000_000n;
const GROWTH_OF_MEDIAN = 1.09;
const GROWTH_OF_COUNT = 1.13;

function amountFen(chance: Chance, { medianWan, sigma }: Profile, years: number, size: number): bigint {
  const wan = Math.min(28_000, Math.max(0.5, medianWan * size * GROWTH_OF_MEDIAN ** years * Math.exp(sigma * chance.normal())));
  // People write round sums, and now and then one with an odd tail.
  if (chance.yes(0.12)) return BigInt(Math.round(wan * 100)) * (WAN / 100n);
  const step = wan < 5 ? 0.5 : wan < 30 ? 1 : wan < 200 ? 2 : wan < 1000 ? 10 : 50;
  return BigInt(Math.round((Math.max(step, Math.round(wan / step) * step)) * 2)) * (WAN / 2n);
}

/** A part of a sum, down to whole hundreds of yuan. */
const part = (total: bigint, bp: number): bigint => ((total * BigInt(bp)) / 10_000n / 10_000n) * 10_000n;

function deductionsOf(chance: Chance, cls: Class, turnover: bigint): DemoContract["deductions"] {
  const likely = cls === "1" ? 0.42 : cls === "5" ? 0.3 : cls === "2" ? 0.06 : 0;
  if (!chance.yes(likely)) return [];
  const kinds = chance.some<DeductionKind>(["equipment", "parts", "materials", "other"], chance.weighted([[1, 5], [2, 4], [3, 1]] as const));
  return kinds
    .map((kind) => ({ kind, amountFen: part(turnover, kind === "equipment" ? chance.int(600, 2600) : chance.int(200, 1100)) }))
    .filter(({ amountFen: fen }) => fen > 0n);
}

function instalmentsOf(chance: Chance, cls: Class, paymentCode: string, turnover: bigint, signedOn: Day, days: number): DemoContract["instalments"] {
  if (paymentCode === "1") return [{ dueOn: addDays(signedOn, 30), amountFen: turnover, condition: "合同生效后三十日内一次付清" }];
  if (paymentCode === "3" || paymentCode === "4") {
    const entry = paymentCode === "4" ? part(turnover, 3000) : 0n;
    const running = turnover - entry;
    const half = running / 2n;
    return [
      ...(entry > 0n ? [{ dueOn: addDays(signedOn, 30), amountFen: entry, condition: "入门费" }] : []),
      { dueOn: addDays(signedOn, 395), amountFen: half, condition: "第一年度提成（预计）" },
      { dueOn: addDays(signedOn, 760), amountFen: running - half, condition: "第二年度提成（预计）" },
    ];
  }
  const plans: readonly (readonly (readonly [number, string])[])[] = cls === "2" || cls === "3"
    ? [[[5000, "合同生效"], [5000, "权属变更或许可备案完成"]], [[3000, "合同生效"], [7000, "技术资料交付并完成验证"]]]
    : [
        [[3000, "合同生效"], [4000, "中期成果确认"], [3000, "验收合格"]],
        [[5000, "合同生效"], [5000, "验收合格"]],
        [[3000, "合同生效"], [3000, "方案评审通过"], [3000, "验收合格"], [1000, "质量保证期满"]],
      ];
  const plan = chance.pick(plans);
  let left = turnover;
  return plan.map(([bp, condition], i) => {
    const fen = i === plan.length - 1 ? left : part(turnover, bp);
    left -= fen;
    return { dueOn: addDays(signedOn, 15 + Math.round((days * i) / Math.max(1, plan.length - 1))), amountFen: fen, condition };
  });
}

/**
 * Contracts in the order of their registration, growing year by year; a generator, so that a
 * hundred thousand cost no more memory than one. Nothing is registered after the demo's today.
 */
export function* demoContracts({ seed, count, fromYear, toYear }: ContractsWanted): Generator<DemoContract> {
  const chance = chanceOf(seed, "contracts");
  const results = demoResults(seed);
  const resultsOf = new Map(FIELD_CODES.map((field) => [field, results.filter((r) => r.field === field)]));
  const firms = ORGANISATIONS.filter(({ kind }) => kind === "ENTERPRISE" || kind === "STATE_ENTERPRISE");
  const publicBuyers = ORGANISATIONS.filter(({ kind, key }) => kind === "GOVERNMENT" && key !== "gov-national" || kind === "UNIVERSITY");
  const sellersOf = new Map(results.map((r) => [r.key, ORGANISATIONS
    .filter((o) => o.fields.includes(r.field))
    .map((o) => [o, fit(o.key, r.title) * (o.kind === "ENTERPRISE" ? 4 : o.kind === "STATE_ENTERPRISE" ? 4 : o.kind === "UNIVERSITY" ? 5 : o.kind === "INSTITUTE" ? 2.5 : 0.3)] as const)]));
  const buyersOf = new Map(results.map((r) => [r.key, fitting(firms.filter((o) => o.fields.includes(r.field)), r.title)]));
  const offices = new Map(ORGANISATIONS.filter(({ sellerClass }) => sellerClass !== null).map((o) => [o.key, registrationOfficeFor(o.divisionCode).key]));

  const classes = (Object.keys(PROFILES) as Class[]).map((cls) => [cls, PROFILES[cls].share] as const);
  const fields = FIELD_CODES.map((field) => [field, FIELD_WEIGHTS[field]] as const);
  const lastDay = `${toYear}-12-31` < DEMO_TODAY ? `${toYear}-12-31` : DEMO_TODAY;

  // Days of registration first, sorted: the numbers of an office then count up with time.
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, i) => {
    const start = `${fromYear + i}-01-04`;
    const end = `${fromYear + i}-12-30` < lastDay ? `${fromYear + i}-12-30` : lastDay;
    const days = dayNumber(end) - dayNumber(start) + 1;
    return { start, days, weight: Math.max(0, GROWTH_OF_COUNT ** i * (days / 361)) };
  }).filter(({ days }) => days > 0);
  const weights = years.map((year) => [year, year.weight] as const);
  const days: number[] = [];
  for (let i = 0; i < count; i++) {
    const { start, days: length } = chance.weighted(weights);
    // The last quarter is the busy one.
    const at = chance.yes(0.3) ? 1 - chance.next() * 0.28 : chance.next();
    days.push(dayNumber(start) + Math.min(length - 1, Math.floor(at * length)));
  }
  days.sort((a, b) => a - b);

  for (let i = 0; i < count; i++) {
    const drawn = addDays("1970-01-01", days[i] as number);
    const moved = workday(drawn);
    const registeredOn = moved <= lastDay && moved.slice(0, 4) === drawn.slice(0, 4) ? moved : workdayBefore(drawn);
    const year = Number(registeredOn.slice(0, 4));
    const signedOn = addDays(registeredOn, -chance.int(4, 75));
    const cls = chance.weighted(classes);
    const profile = PROFILES[cls];
    const field = chance.weighted(fields);
    // About half are the owner's own; the rest are work of the same kind done by others.
    let typeCode = chance.weighted(profile.leaves);
    if ((typeCode === "26" || typeCode === "35") && field !== "09") typeCode = cls === "2" ? "21" : "31";
    let result = chance.pick(resultsOf.get(field) as readonly DemoResult[]);
    let right: DemoIpRight | undefined;
    if (cls === "2" || cls === "3") {
      // An existing right must be there on the day of signing; where none is found it was know-how.
      for (let tries = 0; tries < 25 && (right = rightFor(typeCode, result, signedOn)) === undefined; tries++) {
        result = chance.pick(resultsOf.get(field) as readonly DemoResult[]);
      }
      if (right === undefined) typeCode = cls === "2" ? "23" : "32";
    }
    const ownerSells = cls === "2" || cls === "3" || chance.yes(0.4);
    const seller: DemoOrganisation = ownerSells ? organisationOf(result.owner) : chance.weighted(sellersOf.get(result.key) as readonly (readonly [DemoOrganisation, number])[]);
    const buyer = pickBuyer(chance, seller, buyersOf.get(result.key) as readonly DemoOrganisation[], firms, publicBuyers, cls, field);
    const wording = WORDING_OF_LEAF[typeCode] ?? chance.pick(profile.wordings);
    const size = seller.kind === "UNIVERSITY" || seller.kind === "INSTITUTE" ? 0.7 : seller.kind === "INDIVIDUAL" ? 0.25 : 1.15;
    const turnoverFen = amountFen(chance, profile, year - fromYear, size);
    const deductions = deductionsOf(chance, cls, turnoverFen);
    const technicalAmountFen = turnoverFen - deductions.reduce((sum, { amountFen: fen }) => sum + fen, 0n);
    const paymentCode = typeCode === "29" ? "9" : turnoverFen < 10n * WAN && chance.yes(0.7) ? "1"
      : cls === "2" || cls === "3" ? chance.weighted([["1", 34], ["2", 44], ["3", 8], ["4", 14]] as const)
      : chance.weighted([["1", 22], ["2", 76], ["9", 2]] as const);
    const term = cls === "1" ? chance.int(180, 900) : cls === "5" ? chance.int(60, 540) : cls === "4" ? chance.int(30, 240) : chance.int(60, 365);
    const leading = right?.kindCode ?? (cls === "2" || cls === "3" ? "1" : null);
    const ipKinds = leading !== null ? [leading] : cls === "1"
      ? chance.weighted([[["0"], 30], [["1"], 28], [["21"], 26], [["3"], 12], [["21", "1"], 4]] as const)
      : chance.weighted([[["0"], 72], [["1"], 16], [["21"], 7], [["3"], 5]] as const);
    yield {
      number: i + 1,
      projectName: wording.replace("{t}", result.title).replace("{b}", shortName(buyer)),
      typeCode,
      seller: seller.key,
      buyer: buyer.key,
      turnoverFen, technicalAmountFen, deductions,
      field, topic: result.topic, result: result.key,
      ipKinds,
      programmeCode: chance.yes(0.82) ? "0" : result.programmeCode,
      objectiveCode: chance.weighted(OBJECTIVES[field]),
      industryCode: buyer.industry ?? (buyer.kind === "GOVERNMENT" ? "92" : "83"),
      paymentCode, signedOn, registeredOn,
      endsOn: addDays(signedOn, term),
      office: offices.get(seller.key) as string,
      instalments: instalmentsOf(chance, cls, paymentCode, turnoverFen, signedOn, term),
    };
  }
}

/** Mostly a firm of that trade, more often than not in the seller's own province. */
function pickBuyer(
  chance: Chance, seller: DemoOrganisation, sameTrade: readonly DemoOrganisation[], firms: readonly DemoOrganisation[],
  publicBuyers: readonly DemoOrganisation[], cls: Class, field: FieldCode,
): DemoOrganisation {
  const civic = field === "11" || field === "07" ? 0.3 : 0.1;
  const pool = cls !== "2" && cls !== "3" && chance.yes(civic) ? publicBuyers : chance.yes(0.93) ? sameTrade : firms;
  const others = pool.filter(({ key }) => key !== seller.key);
  const home = others.filter(({ divisionCode }) => divisionCode.slice(0, 2) === seller.divisionCode.slice(0, 2));
  return chance.pick(home.length > 0 && chance.yes(0.5) ? home : others.length > 0 ? others : firms.filter(({ key }) => key !== seller.key));
}

const shortName = ({ name }: DemoOrganisation): string =>
  name.replace("（演示）", "").replace(/(股份)?有限公司$|集团有限公司$/, "");
