import { chanceOf } from "./chance.ts";
import { nameNumber, NAME_COUNT } from "./names.ts";
import { ORGANISATIONS, type DemoOrganisation } from "./organisations.ts";

export type DemoRole =
  | "ORG_ADMIN" | "SELLER" | "BUYER" | "TECHNOLOGY_MANAGER"
  | "VENUE_OPERATOR" | "VENUE_REVIEWER" | "AUCTIONEER" | "VENUE_FINANCE"
  | "REGISTRAR" | "RECOGNITION_REVIEWER"
  | "ADMINISTRATOR" | "NATIONAL_ADMINISTRATOR" | "AUDITOR" | "OPERATIONS" | "NOTARY";

export interface DemoPerson {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
  /** Under demo.ttx.example, a name reserved by RFC 2606: nothing sent there arrives anywhere. */
  readonly email: string;
  readonly organisation: string;
  readonly roles: readonly DemoRole[];
  readonly title: string;
  readonly titleEn: string;
  readonly demo: true;
}

export const DEMO_MAIL_DOMAIN = "demo.ttx.example";

type Desk = readonly [slug: string, title: string, titleEn: string, roles: readonly DemoRole[]];

/** The desks of an organisation, one person each; a result reviewer and a decider are always two people. */
function desksOf({ kind, key, sellerClass }: DemoOrganisation): readonly Desk[] {
  switch (kind) {
    case "UNIVERSITY":
      return [
        ["seller", "成果转化专员", "Technology transfer officer", ["SELLER"]],
        ["reviewer", "科研院成果审核主管", "Head of result review", ["ORG_ADMIN"]],
      ];
    case "INSTITUTE":
      return [
        ["seller", "成果转化主管", "Head of technology transfer", ["SELLER", "BUYER"]],
        ["admin", "科研管理处处长", "Director of research administration", ["ORG_ADMIN"]],
      ];
    case "ENTERPRISE":
      return [
        ["buyer", "技术合作经理", "Technology partnership manager", ["BUYER", "SELLER"]],
        ...(sellerClass === "ENT" && key.length % 3 !== 0 ? [["admin", "研发总监", "R&D director", ["ORG_ADMIN"]] as const] : []),
      ];
    case "STATE_ENTERPRISE":
      return [
        ["buyer", "科技创新部主管", "Innovation manager", ["BUYER", "SELLER"]],
        ["admin", "科技创新部主任", "Director of innovation", ["ORG_ADMIN"]],
      ];
    case "INDIVIDUAL":
      return [["inventor", "发明人", "Inventor", ["SELLER", "BUYER", "ORG_ADMIN"]]];
    case "VENUE":
      return [
        ["operator", "交易主管", "Trading operator", ["VENUE_OPERATOR"]],
        ["reviewer", "审核主管", "Listing reviewer", ["VENUE_REVIEWER"]],
        ["auctioneer", "竞价师", "Auctioneer", ["AUCTIONEER"]],
        ["finance", "结算主管", "Settlement officer", ["VENUE_FINANCE"]],
        ["admin", "综合管理部主任", "Administrator", ["ORG_ADMIN"]],
      ];
    case "REGISTRATION_OFFICE":
      return [
        ["registrar", "登记员", "Registrar", ["REGISTRAR"]],
        ["reviewer", "复核员", "Recognition reviewer", ["RECOGNITION_REVIEWER"]],
      ];
    case "GOVERNMENT":
      return key === "gov-national"
        ? [
            ["administrator", "全国技术市场管理员", "National administrator", ["NATIONAL_ADMINISTRATOR"]],
            ["operations", "平台运行主管", "Platform operations", ["OPERATIONS"]],
          ]
        : [["administrator", "技术市场管理员", "Administrator", ["ADMINISTRATOR"]]];
    case "AUDIT":
      return [["auditor", "审计专员", "Auditor", ["AUDITOR"]]];
    case "SERVICE_AGENCY":
      if (key === "agency-hz-notary") return [["notary", "公证员", "Notary", ["NOTARY", "ORG_ADMIN"]]];
      return [
        ["manager", "技术经理人", "Technology manager", ["TECHNOLOGY_MANAGER"]],
        ["admin", "业务合伙人", "Partner", ["ORG_ADMIN", "TECHNOLOGY_MANAGER"]],
      ];
  }
}

/** Key of the person at a desk, for instance `person:univ-zhedong-tech:seller`. */
export const personKey = (organisation: string, desk: string): string => `person:${organisation}:${desk}`;

/** More people at a desk of the story: whoever gives notice of a revocation does not decide on it, and a registrar hands a file on to a colleague. */
const SECOND_SEATS: Readonly<Record<string, Desk>> = {
  "gov-33": ["director", "技术市场处处长", "Director of the technology market", ["ADMINISTRATOR"]],
  "office-330106": ["colleague", "登记员", "Registrar", ["REGISTRAR"]],
};

/** They come last, so that a new one leaves everybody else's name as it is. */
function secondSeats(): { readonly organisation: DemoOrganisation; readonly desk: Desk }[] {
  return Object.entries(SECOND_SEATS).flatMap(([wanted, desk]) => ORGANISATIONS.filter(({ key }) => key === wanted).map((organisation) => ({ organisation, desk })));
}

/** Everyone of the demo country. Names depend on the seed, keys and roles do not. */
export function demoPeople(seed: number): DemoPerson[] {
  const chance = chanceOf(seed, "people");
  const numbers = chance.shuffled(Array.from({ length: NAME_COUNT }, (_, n) => n));
  const taken = new Set<string>();
  const people: DemoPerson[] = [];
  const seats = ORGANISATIONS.flatMap((organisation) => desksOf(organisation).map((desk) => ({ organisation, desk })));
  for (const { organisation, desk: [desk, title, titleEn, roles] } of [...seats, ...secondSeats()]) {
    const name = nameNumber(numbers[people.length] as number);
    const own = organisation.kind === "INDIVIDUAL";
    const base = own ? organisation.key.replace("person-", "").replace("-", ".") : name.mailbox;
    let mailbox = base;
    for (let n = 2; taken.has(mailbox); n++) mailbox = `${base}${n}`;
    taken.add(mailbox);
    people.push({
      key: personKey(organisation.key, desk),
      name: own ? organisation.name.replace("（个人，演示）", "（演示）") : `${name.zh}（演示）`,
      nameEn: own ? organisation.nameEn.replace(" (individual)", " (demo)") : `${name.en} (demo)`,
      email: `${mailbox}@${DEMO_MAIL_DOMAIN}`,
      organisation: organisation.key,
      roles, title, titleEn,
      demo: true,
    });
  }
  return people;
}
