import { randomUUID } from "node:crypto";
import { draftContract } from "../src/contract/index.ts";
import { acceptFile, conveneExperts, endExpertReview, giveOpinion, registerContract, submitContract } from "../src/recognition/index.ts";
import { openReview } from "../src/review/index.ts";
import type { ActingOrganisation, PersonActor } from "../src/shared/actor.ts";
import { SYSTEM } from "../src/shared/actor.ts";
import { addDays, dayOf } from "../src/shared/clock.ts";
import type { Deps } from "../src/shared/database.ts";
import { readDomainTime } from "../src/shared/domain-clock.ts";
import { execute } from "../src/shared/execute.ts";
import { anOrigin } from "./origin.ts";
import { anOrganisation, aPerson } from "./people.ts";

let serial = 0;
let offices = 0;

export type Office = {
  readonly organisation: ActingOrganisation;
  readonly registrar: PersonActor;
  readonly colleague: PersonActor;
  readonly reviewer: PersonActor;
};

/** A registration office with two registrars and a second reviewer; for the city of Hangzhou unless told otherwise. */
export async function anOffice(deps: Deps, options: { divisionCode?: string; jurisdiction?: string; officeNo?: string } = {}): Promise<Office> {
  offices += 1;
  const organisation = await anOrganisation(deps, {
    name: `技术合同登记处${offices}`,
    kind: "REGISTRATION_OFFICE",
    divisionCode: options.divisionCode ?? "330100",
    jurisdiction: options.jurisdiction ?? (options.divisionCode ?? "330100").slice(0, 4),
    officeNo: options.officeNo ?? String(offices % 100).padStart(2, "0"),
  });
  return {
    organisation,
    registrar: await aPerson(deps, organisation, ["REGISTRAR"], { name: "登记员甲" }),
    colleague: await aPerson(deps, organisation, ["REGISTRAR"], { name: "登记员乙" }),
    reviewer: await aPerson(deps, organisation, ["RECOGNITION_REVIEWER"], { name: "复审员" }),
  };
}

/** An administrator of a province; of Zhejiang unless told otherwise. */
export async function aProvinceAdministrator(deps: Deps, jurisdiction = "33"): Promise<PersonActor> {
  const organisation = await anOrganisation(deps, { name: `省科技厅${jurisdiction}`, kind: "GOVERNMENT", divisionCode: jurisdiction.padEnd(6, "0"), jurisdiction });
  return aPerson(deps, organisation, ["ADMINISTRATOR"], { name: "省级管理员" });
}

export async function aContractSeller(deps: Deps, divisionCode = "330106"): Promise<PersonActor> {
  return aPerson(deps, await anOrganisation(deps, { kind: "UNIVERSITY", divisionCode }), ["SELLER"]);
}

/** A contract text that speaks of commissioned development with a price. */
export function aContractText(name: string): string {
  return `技术开发（委托）合同。项目名称：${name}。甲方委托乙方研究开发本项目的关键技术，乙方应完成样机研制与中试。`
    + "研究开发经费和报酬总额为人民币50万元，由甲方分期支付。验收以双方确认的技术指标为准，成果归属由双方另行约定，风险责任依照民法典执行。"
    + `本合同编号：${name}。双方应对在履行中知悉的技术秘密予以保密，违约方应承担相应责任。`;
}

/** A complete commissioned-development form between an applicant and a new buyer, in the wire's terms. */
export async function aFullForm(deps: Deps, seller: PersonActor, options: { name?: string; turnover?: string } = {}) {
  serial += 1;
  const name = options.name ?? `高温合金叶片检测技术开发${serial}`;
  const buyer = await anOrganisation(deps, { divisionCode: "320102" });
  const organisation = await deps.db.organisation.findUniqueOrThrow({ where: { id: seller.organisation!.id } });
  const buyerRow = await deps.db.organisation.findUniqueOrThrow({ where: { id: buyer.id } });
  const today = dayOf(await readDomainTime(deps.db, "test"));
  const turnover = options.turnover ?? "500000";
  return {
    projectName: name,
    contractType: "11",
    signedOn: addDays(today, -10),
    validFrom: addDays(today, -10),
    validTo: addDays(today, 700),
    sellers: [{ name: organisation.name, division: organisation.divisionCode, nature: organisation.partyType, creditCode: organisation.creditCode }],
    buyers: [{ name: buyerRow.name, division: buyerRow.divisionCode, nature: buyerRow.partyType, creditCode: buyerRow.creditCode }],
    turnover,
    instalments: [{ amount: turnover }],
    techField: "05",
    ipKinds: ["0"],
    programme: "0",
    objective: "10",
    industry: "34",
    payment: "1",
    responsible: "负责人",
    text: aContractText(name),
    attachments: [
      { code: "A01", documentId: await aDocument(deps, seller, "合同文本.pdf") },
      { code: "A02", documentId: await aDocument(deps, seller, "技术方案.pdf") },
      { code: "A03", documentId: await aDocument(deps, seller, "报价明细.xlsx") },
    ],
  };
}

/** A stored document of the person's organisation. */
export async function aDocument(deps: Deps, owner: PersonActor, name: string): Promise<string> {
  const sha256 = randomUUID().replaceAll("-", "").padEnd(64, "0");
  await deps.db.storedFile.create({ data: { sha256, sizeBytes: 1n, mediaType: "application/pdf" } });
  const { id } = await deps.db.document.create({
    data: { sha256, name, ownerId: owner.organisation!.id, uploadedById: owner.personId, createdAt: new Date("2025-01-01T00:00:00Z") },
  });
  return id;
}

export type FileOptions = { readonly seller?: PersonActor; readonly name?: string; readonly turnover?: string; readonly form?: Record<string, unknown> };

/** A complete draft. */
export async function aDraftContract(deps: Deps, options: FileOptions = {}) {
  const seller = options.seller ?? (await aContractSeller(deps));
  const form = { ...(await aFullForm(deps, seller, options)), ...options.form };
  const { contractId } = await execute(deps, draftContract, seller, form, anOrigin());
  return { contractId, seller };
}

/** A file on an office's desk. The office must be there first. */
export async function aSubmittedContract(deps: Deps, options: FileOptions = {}) {
  const { contractId, seller } = await aDraftContract(deps, options);
  await execute(deps, submitContract, seller, { contractId, truthDeclared: true }, anOrigin());
  return { contractId, seller };
}

export async function anAcceptedContract(deps: Deps, office: Office, options: FileOptions = {}) {
  const file = await aSubmittedContract(deps, options);
  await execute(deps, acceptFile, office.registrar, { contractId: file.contractId }, anOrigin());
  return file;
}

/** The registrar's answers as filed. */
export async function answersAsFiled(deps: Deps, contractId: string) {
  const { contractType, technicalFen } = await deps.db.contract.findUniqueOrThrow({ where: { id: contractId } });
  return { isTechnologyContract: true, contractType: contractType!, technicalAmount: `${technicalFen! / 100n}.${String(technicalFen! % 100n).padStart(2, "0")}` };
}

/** A registered contract with its provincial review open. */
export async function aRegisteredContract(deps: Deps, office: Office, options: FileOptions = {}) {
  const file = await anAcceptedContract(deps, office, options);
  const answers = await answersAsFiled(deps, file.contractId);
  const { registrationNo, verifyCode } = await execute(deps, registerContract, office.registrar, { contractId: file.contractId, answers }, anOrigin());
  const { reviewId } = await execute(deps, openReview, SYSTEM, { contractId: file.contractId }, anOrigin());
  return { ...file, registrationNo: registrationNo!, verifyCode: verifyCode!, reviewId };
}

/** Two experts of elsewhere are asked about a file under second review, answer, and their opinions are drawn together. */
export async function expertsHeard(deps: Deps, office: Office, contractId: string): Promise<string> {
  const experts = await Promise.all([1, 2].map(async () => aPerson(deps, await anOrganisation(deps, { kind: "INSTITUTE", divisionCode: "310104" }), ["TECHNOLOGY_MANAGER"], { name: "评审专家" })));
  const people = await deps.db.person.findMany({ where: { id: { in: experts.map(({ personId }) => personId) } }, select: { email: true } });
  const { reviewId } = await execute(deps, conveneExperts, office.reviewer, { contractId, question: "本合同是否属于技术开发，技术交易额是否合理？", emails: people.map(({ email }) => email!) }, anOrigin());
  for (const expert of experts) await execute(deps, giveOpinion, expert, { reviewId, isTechnology: true, words: "属于技术开发合同，金额合理。" }, anOrigin());
  await execute(deps, endExpertReview, office.reviewer, { reviewId, event: "conclude", summary: "专家一致认为属于技术开发合同。" }, anOrigin());
  return reviewId;
}
