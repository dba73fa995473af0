import { randomBytes } from "node:crypto";
import { comparableFingerprint, onePlaceKey } from "@ttx/domain/contract";
import { CertificateRecord, certificateHash, ruleSetOn } from "@ttx/domain/recognition";
import { differenceRows } from "@ttx/domain/statistics";
import type { Deps } from "@ttx/domain/shared/database";
import { demoContracts, demoPeople, ORGANISATIONS, type DemoContract } from "../content/index.ts";
import { SEED } from "../seed-number.ts";
import { contractText } from "./contract-text.ts";
import { dateOf, morningOf } from "./days.ts";
import { loadPerformances } from "./performances.ts";
import { idOf } from "./ids.ts";
import { insertRows } from "./insert-rows.ts";
import { codeOf } from "./organisations.ts";
import { PATIENCE } from "./patience.ts";

const COUNT = 3_000;
const CHUNK = 250;
const DAY_MS = 86_400_000;
const REVIEW_DAYS = 20;
const CODE_SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

const people = demoPeople(SEED);
const organisations = new Map(ORGANISATIONS.map((organisation) => [organisation.key, organisation]));

/** Contracts of several years, registered and reviewed, each with its decision chain, certificate and place in the statistics. */
export async function loadContracts(deps: Deps): Promise<void> {
  const serials = new Map<string, number>();
  let chunk: Loaded[] = [];
  for (const contract of demoContracts({ seed: SEED, count: COUNT, fromYear: 2021, toYear: 2026 })) {
    chunk.push(loadedFrom(contract, serials));
    if (chunk.length === CHUNK) {
      await write(deps, chunk);
      chunk = [];
    }
  }
  await write(deps, chunk);
  await deps.db.registrationSerial.createMany({
    skipDuplicates: true,
    data: [...serials].map(([key, last]) => {
      const [office, year] = key.split("/") as [string, string];
      return { officeId: idOf("organisation", office), year: Number(year), last };
    }),
  });
}

type Loaded = ReturnType<typeof loadedFrom>;

function organisation(key: string) {
  const found = organisations.get(key);
  if (!found) throw new Error(`the demo country has no ${key}`);
  return found;
}

function deskOf(key: string, role: string) {
  const person = people.find(({ organisation: at, roles }) => at === key && (roles as readonly string[]).includes(role));
  return person ? { id: idOf("person", person.key), name: person.name } : { id: null, name: "" };
}

function loadedFrom(contract: DemoContract, serials: Map<string, number>) {
  const office = organisation(contract.office);
  const [seller, buyer] = [organisation(contract.seller), organisation(contract.buyer)];
  const year = Number(contract.registeredOn.slice(0, 4));
  const serialKey = `${office.key}/${year}`;
  const serial = (serials.get(serialKey) ?? 0) + 1;
  serials.set(serialKey, serial);
  const registrationNo = `${year}${office.divisionCode.slice(0, 4)}${office.officeNo}${String(serial).padStart(6, "0")}`;
  const id = idOf("contract", registrationNo);
  const registeredAt = morningOf(contract.registeredOn, contract.number % 420);
  const submittedAt = new Date(registeredAt.getTime() - (3 + (contract.number % 6)) * DAY_MS);
  const acceptedAt = new Date(submittedAt.getTime() + DAY_MS);
  const text = contractText(contract, seller.name, buyer.name);
  const parties = [
    { side: "SELLER" as const, ...partyOf(seller) },
    { side: "BUYER" as const, ...partyOf(buyer) },
  ];
  return { contract, office, seller, buyer, id, registrationNo, registeredAt, submittedAt, acceptedAt, text, parties, registrar: deskOf(office.key, "REGISTRAR"), applicant: deskOf(seller.key, "SELLER") };
}

function partyOf({ key, name, creditCode, divisionCode, partyType }: (typeof ORGANISATIONS)[number]) {
  return { organisationId: idOf("organisation", key), name, creditCode: codeOf(key, creditCode), divisionCode, partyType };
}

function verifyCodeOf(): string {
  return [...randomBytes(16)].map((byte) => CODE_SIGNS[byte % CODE_SIGNS.length]).join("");
}

function certificateOf({ contract, office, seller, buyer, id, registrationNo, registrar }: Loaded): CertificateRecord {
  return CertificateRecord.parse({
    registrationNo,
    edition: 1,
    contractId: id,
    contractType: contract.typeCode,
    projectName: contract.projectName,
    sellers: [seller.name],
    buyers: [buyer.name],
    signedOn: contract.signedOn,
    validFrom: contract.signedOn,
    validTo: contract.endsOn,
    registeredOn: contract.registeredOn,
    issuedOn: contract.registeredOn,
    turnoverFen: String(contract.turnoverFen),
    technicalFen: String(contract.technicalAmountFen),
    secret: "none",
    officeName: office.name,
    officeDivision: office.divisionCode,
    registrar: registrar.name,
    secondReviewer: null,
    ruleSet: ruleSetOn(contract.signedOn as never).code,
  });
}

async function write(deps: Deps, chunk: readonly Loaded[]): Promise<void> {
  if (chunk.length === 0) return;
  await deps.db.$transaction(
    async (tx) => {
      const known = new Set((await tx.contract.findMany({ where: { id: { in: chunk.map(({ id }) => id) } }, select: { id: true } })).map(({ id }) => id));
      const fresh = chunk.filter(({ id }) => !known.has(id));
      await insertRows(tx, "contract", fresh.map(rowOf));
      await insertRows(tx, "contract_party", fresh.flatMap(({ id, parties }) => parties.map((party) => ({ contractId: id, position: 1, country: "CHN", ...party }))));
      await insertRows(tx, "contract_deduction", fresh.flatMap(({ id, contract }) => contract.deductions.map(({ kind, amountFen }, i) => ({ contractId: id, no: i + 1, kind, amountFen, carrierFen: 0n, note: "" }))));
      await insertRows(tx, "contract_instalment", fresh.flatMap(({ id, contract }) => contract.instalments.map(({ dueOn, amountFen, condition }, i) => ({ contractId: id, no: i + 1, dueOn, amountFen, estimated: false, note: condition }))));
      await insertRows(tx, "recognition_decision", fresh.flatMap(decisionsOf));
      await insertRows(tx, "registration_certificate", fresh.map(certificateRow));
      await insertRows(tx, "provincial_review", fresh.map(reviewOf));
      await insertRows(tx, "statistics_difference", fresh.flatMap((one) => differenceRows(countedOf(one), 1).map((row) => ({ ...row, at: one.registeredAt }))));
    },
    PATIENCE,
  );
  await loadPerformances(deps, chunk.map(({ id, contract, seller, registeredAt, applicant }) => ({ id, contract, divisionCode: seller.divisionCode, registeredAt, applicantId: applicant.id })));
}

function certificateRow(one: Loaded) {
  const facts = certificateOf(one);
  return { id: idOf("registration-certificate", one.registrationNo), contractId: one.id, edition: 1, facts, hash: certificateHash(facts), verifyCode: verifyCodeOf(), issuedAt: one.registeredAt };
}

function rowOf(one: Loaded) {
  const { contract, parties } = one;
  const sides = { sellers: [parties[0]!], buyers: [parties[1]!] };
  return {
    id: one.id,
    applicantId: idOf("organisation", contract.seller),
    officeId: idOf("organisation", contract.office),
    state: "REGISTERED" as const,
    version: 3,
    ruleSet: ruleSetOn(contract.signedOn as never).code,
    registrationNo: one.registrationNo,
    projectName: contract.projectName,
    contractType: contract.typeCode,
    signedOn: dateOf(contract.signedOn),
    validFrom: dateOf(contract.signedOn),
    validTo: dateOf(contract.endsOn),
    turnoverFen: contract.turnoverFen,
    technicalFen: contract.technicalAmountFen,
    field: contract.field,
    ipKinds: [...contract.ipKinds],
    programme: contract.programmeCode,
    objective: contract.objectiveCode,
    industry: contract.industryCode,
    payment: contract.paymentCode,
    secret: "none",
    taxClaims: [],
    signedByInternalBody: false,
    approvalRequired: false,
    disputed: false,
    text: one.text,
    textFingerprint: comparableFingerprint(one.text),
    onePlaceKey: onePlaceKey({ ...sides, turnoverFen: contract.turnoverFen, signedOn: contract.signedOn, projectName: contract.projectName } as never),
    responsible: one.applicant.name,
    preparedBy: one.applicant.name,
    preparedOn: dateOf(contract.signedOn),
    divisionCode: one.seller.divisionCode,
    submittedAt: one.submittedAt,
    acceptedAt: one.acceptedAt,
    registrarId: one.registrar.id,
    registeredAt: one.registeredAt,
    createdById: one.applicant.id,
    createdAt: one.submittedAt,
    updatedAt: one.registeredAt,
  };
}

function decisionsOf(one: Loaded) {
  const amounts = { contractType: one.contract.typeCode, technicalFen: String(one.contract.technicalAmountFen), note: "" };
  return [
    { contractId: one.id, no: 1, event: "submit", fromState: "DRAFT" as const, toState: "SUBMITTED" as const, byId: one.applicant.id, at: one.submittedAt, grounds: {} },
    { contractId: one.id, no: 2, event: "accept", fromState: "SUBMITTED" as const, toState: "ACCEPTED" as const, byId: one.registrar.id, at: one.acceptedAt, grounds: {} },
    { contractId: one.id, no: 3, event: "register", fromState: "ACCEPTED" as const, toState: "REGISTERED" as const, byId: one.registrar.id, at: one.registeredAt, grounds: { registrationNo: one.registrationNo, answers: amounts } },
  ];
}

/** What was registered long ago is reviewed; of the last weeks some still wait for the province. */
function reviewOf(one: Loaded) {
  const isRecent = one.contract.registeredOn >= "2026-11-01";
  return {
    id: idOf("provincial-review", one.registrationNo),
    version: 0,
    sampled: false,
    contractId: one.id,
    divisionCode: one.office.divisionCode,
    openedAt: one.registeredAt,
    dueAt: new Date(one.registeredAt.getTime() + REVIEW_DAYS * DAY_MS),
    state: isRecent ? ("PENDING" as const) : ("CONFIRMED" as const),
    decidedAt: isRecent ? null : new Date(one.registeredAt.getTime() + 5 * DAY_MS),
    opinion: isRecent ? null : "材料齐全，认定无误。",
  };
}

function countedOf(one: Loaded) {
  const { contract } = one;
  const counted = ({ creditCode, divisionCode, partyType }: Loaded["parties"][number]) => ({ key: creditCode, division: divisionCode, type: partyType, country: "CHN", shareBp: 10_000 });
  return {
    contractId: one.id,
    edition: 1,
    year: Number(contract.registeredOn.slice(0, 4)),
    month: Number(contract.registeredOn.slice(5, 7)),
    officeDivision: one.office.divisionCode,
    contractType: contract.typeCode,
    field: contract.field,
    ipKind: contract.ipKinds[0] ?? "0",
    programme: contract.programmeCode,
    objective: contract.objectiveCode,
    industry: contract.industryCode,
    payment: contract.paymentCode,
    turnoverFen: String(contract.turnoverFen),
    technicalFen: String(contract.technicalAmountFen),
    sellers: [counted(one.parties[0]!)],
    buyers: [counted(one.parties[1]!)],
  };
}
