import { DEMO_MAIL_DOMAIN, demoPeople, personKey, type DemoPerson } from "./people.ts";

/** The main demo accounts: one for each kind of person, with an address that can be remembered. */
export const STORY = {
  universitySeller: personKey("univ-zhedong-tech", "seller"),
  universityReviewer: personKey("univ-zhedong-tech", "reviewer"),
  buyerOne: personKey("firm-yuyue-env", "buyer"),
  buyerTwo: personKey("firm-jiahe-battery", "buyer"),
  buyerThree: personKey("firm-sz-storage", "buyer"),
  technologyManager: personKey("agency-zhe-transfer", "manager"),
  venueOperator: personKey("venue-zhejiang", "operator"),
  venueReviewer: personKey("venue-zhejiang", "reviewer"),
  auctioneer: personKey("venue-zhejiang", "auctioneer"),
  venueFinance: personKey("venue-zhejiang", "finance"),
  notary: personKey("agency-hz-notary", "notary"),
  registrar: personKey("office-330106", "registrar"),
  recognitionReviewer: personKey("office-330106", "reviewer"),
  countyAdministrator: personKey("gov-330106", "administrator"),
  cityAdministrator: personKey("gov-3301", "administrator"),
  provincialAdministrator: personKey("gov-33", "administrator"),
  nationalAdministrator: personKey("gov-national", "administrator"),
  auditor: personKey("audit-national", "auditor"),
  operations: personKey("gov-national", "operations"),
  individualInventor: personKey("person-lu-inventor", "inventor"),
} as const;

export type StoryRole = keyof typeof STORY;

const MAILBOX: Readonly<Record<StoryRole, string>> = {
  universitySeller: "seller", universityReviewer: "university.reviewer",
  buyerOne: "buyer1", buyerTwo: "buyer2", buyerThree: "buyer3",
  technologyManager: "manager",
  venueOperator: "venue.operator", venueReviewer: "venue.reviewer", auctioneer: "auctioneer", venueFinance: "venue.finance", notary: "notary",
  registrar: "registrar", recognitionReviewer: "recognition.reviewer",
  countyAdministrator: "county", cityAdministrator: "city", provincialAdministrator: "province", nationalAdministrator: "nation",
  auditor: "auditor", operations: "operations", individualInventor: "inventor",
};

/** What each main account is for, shown when the platform starts and on the sign-in page of the demo. */
export const STORY_LABELS: Readonly<Record<StoryRole, { readonly zh: string; readonly en: string }>> = {
  universitySeller: { zh: "高校卖方：发布成果、申请挂牌", en: "University seller: posts results, offers them" },
  universityReviewer: { zh: "高校审核人：审核成果与披露、管理成员", en: "University reviewer: reviews results and disclosures, manages members" },
  buyerOne: { zh: "企业买方一：发布需求、登记意向、竞价", en: "Buyer 1: posts demands, registers intents, bids" },
  buyerTwo: { zh: "企业买方二：登记意向、竞价", en: "Buyer 2: registers intents, bids" },
  buyerThree: { zh: "企业买方三（外省）：登记意向、竞价", en: "Buyer 3 (another province): registers intents, bids" },
  technologyManager: { zh: "技术经理人：受托、撮合、佣金", en: "Technology manager: mandates, deals, commission" },
  venueOperator: { zh: "交易机构经办：受理挂牌、组织交易", en: "Venue operator: takes listings, runs trades" },
  venueReviewer: { zh: "交易机构审核：审核并发布挂牌", en: "Venue reviewer: reviews and publishes listings" },
  auctioneer: { zh: "竞价师：主持竞价", en: "Auctioneer: hosts auctions" },
  venueFinance: { zh: "交易机构结算：保证金、价款、退付", en: "Venue finance: deposits, settlement, refunds" },
  notary: { zh: "公证员：保管密封报价的开标密钥、到场开标", en: "Notary: keeps a key to sealed bids, takes part in their opening" },
  registrar: { zh: "登记员：西湖区合同认定登记", en: "Registrar: recognises contracts in Xihu District" },
  recognitionReviewer: { zh: "复核员：西湖区认定复核", en: "Recognition reviewer: Xihu District" },
  countyAdministrator: { zh: "区级管理员：西湖区", en: "County administrator: Xihu District" },
  cityAdministrator: { zh: "市级管理员：杭州市", en: "City administrator: Hangzhou" },
  provincialAdministrator: { zh: "省级管理员：浙江省，登记复审与风险处置", en: "Provincial administrator: Zhejiang, reviews registrations, handles alerts" },
  nationalAdministrator: { zh: "国家级管理员：代码、规则、机构、指数", en: "National administrator: codes, rules, offices, index" },
  auditor: { zh: "审计员：全量只读、核验审计链", en: "Auditor: reads everything, verifies the record" },
  operations: { zh: "平台运行：任务、时钟、健康", en: "Operations: jobs, clock, health" },
  individualInventor: { zh: "个人发明人：发布并出售自己的成果", en: "Individual inventor: posts and sells own results" },
};

export interface StoryAccount extends DemoPerson {
  readonly story: StoryRole;
  readonly label: { readonly zh: string; readonly en: string };
}

/** The people of the demo country with the main accounts' addresses in place. */
export function demoCast(seed: number): { people: DemoPerson[]; accounts: StoryAccount[] } {
  const roleOf = new Map((Object.keys(STORY) as StoryRole[]).map((role) => [STORY[role] as string, role]));
  const people = demoPeople(seed).map((person) => {
    const role = roleOf.get(person.key);
    return role === undefined ? person : { ...person, email: `${MAILBOX[role]}@${DEMO_MAIL_DOMAIN}` };
  });
  const byKey = new Map(people.map((person) => [person.key, person]));
  const accounts = (Object.keys(STORY) as StoryRole[]).map((story) => {
    const person = byKey.get(STORY[story]);
    if (person === undefined) throw new Error(`nobody plays ${story}`);
    return { ...person, story, label: STORY_LABELS[story] };
  });
  return { people, accounts };
}
