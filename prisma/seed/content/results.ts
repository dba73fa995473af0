import { chanceOf, fill, type Chance } from "./chance.ts";
import { addDays, addYears, DEMO_TODAY, type Day } from "./days.ts";
import { fit } from "./focus.ts";
import { patentNumber } from "./ip-number.ts";
import { someNames } from "./names.ts";
import { ORGANISATIONS, organisationOf } from "./organisations.ts";
import { FIELD_CODES, TOPICS, type FieldCode } from "./topics/index.ts";
import type { Topic } from "./topics/topic.ts";

export type ResultStage = "RESEARCH" | "PILOT" | "INDUSTRIAL";
export type TradeMode = "ASSIGNMENT" | "LICENCE" | "EQUITY" | "DEVELOPMENT" | "SERVICE" | "CONSULTING";
export type IpStatus = "PENDING" | "GRANTED" | "REGISTERED" | "SECRET";

export interface DemoIpRight {
  /** Leaf of ip-kinds.json: 1 21 22 23 3 4 5. */
  readonly kindCode: string;
  readonly title: string;
  /** Null for a technical secret. */
  readonly number: string | null;
  readonly status: IpStatus;
  readonly filedOn: Day;
  readonly grantedOn: Day | null;
  /** Null for applications and technical secrets. */
  readonly expiresOn: Day | null;
}

export interface DemoCompleter {
  readonly name: string;
  readonly nameEn: string;
  readonly organisation: string;
  readonly shareBp: number;
  readonly contribution: string;
}

export interface DemoResult {
  readonly key: string;
  readonly title: string;
  readonly titleEn: string;
  readonly summary: string;
  readonly field: FieldCode;
  /** Field and number of the topic it comes from: results of one topic are near relatives. */
  readonly topic: string;
  readonly keywords: readonly string[];
  readonly stage: ResultStage;
  readonly trl: number;
  readonly ipRights: readonly DemoIpRight[];
  readonly completers: readonly DemoCompleter[];
  /** Null when the price is negotiable (面议). */
  readonly askedPriceFen: bigint | null;
  readonly tradeModes: readonly TradeMode[];
  /** Leaf of programme-sources.json. */
  readonly programmeCode: string;
  readonly programmeName: string;
  readonly owner: string;
  readonly divisionCode: string;
  readonly completedOn: Day;
  readonly publishedOn: Day;
}

export const RESULT_COUNT = 360;

const PILOT_NOUN: Readonly<Record<FieldCode, string>> = {
  "01": "试点系统", "02": "工程样机", "03": "示范工位", "04": "中试样品线", "05": "中试线", "06": "示范装置",
  "07": "示范工程", "08": "工程样机", "09": "示范点", "10": "示范应用", "11": "示范项目",
};

const MATURITY: Readonly<Record<ResultStage, readonly string[]>> = {
  RESEARCH: [
    "已完成实验室验证，累计试验{#80-190}组，关键指标经第三方机构复测一致，正在筹备{p}试验。",
    "原理样品已连续试验{#300-900}小时，形成试验报告{#4-9}份，下一步拟在{p}放大验证。",
    "关键技术通过同行专家评议，核心数据在{#3-6}个批次中重复，已与{p}达成试验意向。",
  ],
  PILOT: [
    "已在{p}建成{n}，稳定运行{#4-14}个月，{#12-60}批次数据一致性良好，通过省级成果评价。",
    "{n}已在{p}完成{#3-9}个月考核，第三方检测{#9-18}项指标全部达标，具备放大条件。",
    "在{p}开展{n}验证，用户单位出具应用报告，主要指标波动小于{#3-6}%，工艺文件齐备。",
  ],
  INDUSTRIAL: [
    "已在{p}等{#3-12}家单位应用，累计运行超过{#12-36}个月，用户年新增效益{#300-3000}万元，并获第三方检测报告。",
    "已实现批量应用，覆盖{p}等{#4-20}个现场，形成企业标准{#2-4}项，售后故障率低于{#0.8-1.8}%。",
    "产业化验证已完成，{p}连续应用{#14-40}个月，综合成本下降{#12-26}%，可直接复制推广。",
  ],
};

/** Below the third level of readiness the figures are aims, and the summary says so. */
const PRINCIPLE: readonly string[] = [
  "目前处于原理论证阶段，上述指标为仿真与小样测算值，已完成基础试验{#20-60}组，尚待在{p}条件下验证。",
  "已完成理论建模和可行性试验，上述数据系实验室小样与仿真目标值，拟联合{p}开展样机研制。",
];

const PROGRAMMES: readonly (readonly [readonly [code: string, name: string], number])[] = [
  [["0", "自筹（计划外）"], 26],
  [["101", "国家科技重大专项"], 6],
  [["102", "国家自然科学基金"], 12],
  [["105", "国家重点研发计划"], 15],
  [["106", "技术创新引导专项"], 4],
  [["107", "基地和人才专项"], 3],
  [["2", "部门科技计划"], 7],
  [["3", "省级重点研发计划"], 20],
  [["4", "市县科技计划"], 7],
];

const CONTRIBUTIONS = ["总体方案与关键技术", "原理设计与建模", "样机研制与试验", "工艺开发与放大", "测试验证与数据分析", "应用示范与推广"];

const WAN = 1_000_000n; // 1 万元 in fen

/** A sum in fen from ten thousands of yuan, round as people ask it. */
export function roundWan(wan: number): bigint {
  const step = wan < 20 ? 1 : wan < 100 ? 5 : wan < 1000 ? 10 : 50;
  return BigInt(Math.max(step, Math.round(wan / step) * step)) * WAN;
}

/** Shares of 10 000 basis points, largest first, none below a hundred. */
function sharesBp(chance: Chance, count: number): number[] {
  const weights = Array.from({ length: count }, (_, i) => (1 + chance.next()) / (i + 1));
  const total = weights.reduce((a, b) => a + b, 0);
  const shares = weights.map((w) => Math.floor((w / total) * 100) * 100).sort((a, b) => b - a);
  shares[0] = (shares[0] as number) + 10_000 - shares.reduce((a, b) => a + b, 0);
  return shares;
}

/** What the right is called beside the result it belongs to. */
function rightTitle(title: string, kindCode: string, i: number, serial: number): string {
  const base = title.replace(/^面向/, "").replace(/(成套)?(技术|方法|系统|装置|平台|工艺|软件|装备与工艺|装备及工艺|工具|装备)$/, "");
  switch (kindCode) {
    case "1": return `${base}技术诀窍`;
    case "3": return `${base}${i === 0 ? "" : "数据分析"}软件V${1 + (i % 3)}.0`;
    case "4": return `${base}布图设计`;
    case "5": return `水稻新品种“演穗${(serial % 900) + 100}”`;
    case "22": return `一种${base}用试验装置`;
    case "23": return `${base}设备`;
    default: return i === 0 ? `一种${title.replace(/技术$/, "方法").replace(/平台$/, "系统")}` : `${base}的${["参数优化", "质量检测", "过程控制"][i - 1] as string}方法`;
  }
}

function ipRightsOf(chance: Chance, topic: Topic, title: string, stage: ResultStage, completedOn: Day, serials: () => number): DemoIpRight[] {
  const count = chance.weighted([[1, 3], [2, 4], [3, 3], [4, 1]] as const);
  return Array.from({ length: count }, (_, i): DemoIpRight => {
    const kindCode = i === 0
      ? (topic.ip ?? chance.weighted([["21", 86], ["22", 8], ["1", 6]] as const))
      : chance.weighted([["21", 62], ["22", 22], ["23", 3], ["3", 13]] as const);
    const filedOn = addDays(completedOn, -chance.int(120, 1100));
    const year = Number(filedOn.slice(0, 4));
    const serial = serials();
    const partTitle = rightTitle(title, kindCode, i, serial);
    if (kindCode === "1") return { kindCode, title: partTitle, number: null, status: "SECRET", filedOn, grantedOn: null, expiresOn: null };
    if (kindCode === "3" || kindCode === "4") {
      const grantedOn = addDays(filedOn, chance.int(40, 90));
      const number = kindCode === "3" ? `${grantedOn.slice(0, 4)}SR${serial}` : `BS.${String(year).slice(2)}${serial}`;
      return { kindCode, title: partTitle, number, status: "REGISTERED", filedOn, grantedOn, expiresOn: addYears(filedOn, kindCode === "3" ? 50 : 10) };
    }
    const wait = kindCode === "21" ? chance.int(400, 900) : kindCode === "5" ? chance.int(600, 1100) : chance.int(150, 300);
    const due = addDays(filedOn, wait);
    const granted = due <= DEMO_TODAY && (stage !== "RESEARCH" || chance.yes(0.6));
    const grantedOn = granted ? due : null;
    if (kindCode === "5") {
      return { kindCode, title: partTitle, number: `CNA${year}${serial}`, status: granted ? "GRANTED" : "PENDING", filedOn, grantedOn, expiresOn: granted && grantedOn !== null ? addYears(grantedOn, 20) : null };
    }
    const patentKind = kindCode as "21" | "22" | "23";
    const term = patentKind === "21" ? 20 : patentKind === "22" ? 10 : 15;
    return {
      kindCode, title: partTitle, number: patentNumber(year, patentKind, serial, granted), status: granted ? "GRANTED" : "PENDING", filedOn, grantedOn,
      expiresOn: granted ? addYears(filedOn, term) : null,
    };
  });
}

const ALL_MODES: readonly TradeMode[] = ["ASSIGNMENT", "LICENCE", "EQUITY", "DEVELOPMENT", "SERVICE", "CONSULTING"];

/** 360 results, 32 or 33 in each field; the same seed gives the same results. */
export function demoResults(seed: number): DemoResult[] {
  const results: DemoResult[] = [];
  // No real patent has a serial of this band, so that no demo right points to somebody's own.
  let rights = 9_000_000 + (seed % 1000) * 7;
  const serials = (): number => (rights += 13);
  FIELD_CODES.forEach((field, f) => {
    const chance = chanceOf(seed, `results-${field}`);
    const topics = TOPICS[field];
    const wanted = Math.floor(RESULT_COUNT / FIELD_CODES.length) + (f < RESULT_COUNT % FIELD_CODES.length ? 1 : 0);
    const owners = ORGANISATIONS.filter((o) => o.fields.includes(field)).map((o) => [
      o, o.kind === "UNIVERSITY" ? 10 : o.kind === "INSTITUTE" ? 4 : o.kind === "INDIVIDUAL" ? 1.2 : 0.5] as const);
    for (let i = 0; i < wanted; i++) {
      const number = i % topics.length;
      const topic = topics[number] as Topic;
      const [zh, en] = topic.v[Math.floor(i / topics.length)] as readonly [string, string];
      const owner = chance.weighted(owners.map(([o, weight]) => [o, weight * fit(o.key, topic.t.replace("{x}", zh))] as const));
      const stage = chance.weighted<ResultStage>(owner.kind === "ENTERPRISE" || owner.kind === "STATE_ENTERPRISE"
        ? [["PILOT", 4], ["INDUSTRIAL", 6]] : [["RESEARCH", 34], ["PILOT", 44], ["INDUSTRIAL", 22]]);
      const trl = stage === "RESEARCH" ? chance.weighted([[1, 1], [2, 2], [3, 6], [4, 8]] as const) : stage === "PILOT" ? chance.int(5, 7) : chance.int(8, 9);
      const slots = { x: zh, p: topic.p, n: PILOT_NOUN[field] };
      const title = fill(topic.t, chance, slots);
      const completedOn = addDays("2019-03-01", chance.int(0, 2500));
      const publishedOn = addDays(completedOn, chance.int(30, 240));
      const scale = stage === "RESEARCH" ? 45 : stage === "PILOT" ? 160 : 420;
      const base = field === "04" || field === "08" || field === "02" ? 1.8 : field === "09" ? 0.7 : 1;
      const wan = Math.min(9000, Math.max(5, scale * base * Math.exp(0.75 * chance.normal())));
      const negotiable = chance.yes(0.28);
      const count = owner.kind === "INDIVIDUAL" ? 1 : chance.int(3, 6);
      const names = someNames(chance, count);
      const shares = sharesBp(chance, count);
      const [programmeCode, programmeName] = owner.kind === "INDIVIDUAL" ? (["0", "自筹（计划外）"] as const) : chance.weighted(PROGRAMMES);
      const wantedModes: readonly (readonly [TradeMode, number])[] = stage === "RESEARCH"
        ? [["ASSIGNMENT", 0.5], ["LICENCE", 0.4], ["EQUITY", 0.25], ["DEVELOPMENT", 0.8], ["CONSULTING", 0.15]]
        : [["ASSIGNMENT", 0.6], ["LICENCE", 0.7], ["EQUITY", 0.3], ["DEVELOPMENT", 0.35], ["SERVICE", 0.35], ["CONSULTING", 0.1]];
      const drawn = wantedModes.filter(([, p]) => chance.yes(p)).map(([mode]) => mode);
      const modes = new Set<TradeMode>(drawn.length > 0 ? drawn : ["LICENCE"]);
      // Something must be there to own: a price is asked for an assignment or a licence.
      if (!negotiable && !modes.has("ASSIGNMENT") && !modes.has("LICENCE")) modes.add("LICENCE");
      results.push({
        key: `result-${field}-${String(i + 1).padStart(2, "0")}`,
        title,
        titleEn: upperFirst(fill(topic.e, chance, { x: en })),
        summary: fill(topic.s, chance, slots) + fill(chance.pick(trl <= 2 ? PRINCIPLE : MATURITY[stage]), chance, slots) + topic.a,
        field,
        topic: `${field}-${String(number + 1).padStart(2, "0")}`,
        keywords: [zh, topic.p, ...topic.t.replace("{x}", " ").split(/[\s与及的、]+/).filter((part) => part.length >= 4 && part.length <= 14)].slice(0, 5),
        stage, trl,
        ipRights: ipRightsOf(chance, topic, title, stage, completedOn, serials),
        completers: names.map((name, n) => ({
          name: owner.kind === "INDIVIDUAL" ? owner.name.replace("（个人，演示）", "") : name.zh,
          nameEn: owner.kind === "INDIVIDUAL" ? owner.nameEn.replace(" (individual)", "") : name.en,
          organisation: owner.key,
          shareBp: shares[n] as number,
          contribution: CONTRIBUTIONS[n % CONTRIBUTIONS.length] as string,
        })),
        askedPriceFen: negotiable ? null : roundWan(wan),
        tradeModes: ALL_MODES.filter((mode) => modes.has(mode)),
        programmeCode, programmeName,
        owner: owner.key,
        divisionCode: organisationOf(owner.key).divisionCode,
        completedOn, publishedOn,
      });
    }
  });
  return results;
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
