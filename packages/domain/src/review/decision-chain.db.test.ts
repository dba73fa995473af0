import fc from "fast-check";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { aContractRow, aContractSheet } from "../../testing/contract-sheets.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aContractSeller, aDraftContract, anOffice, aProvinceAdministrator, type Office } from "../../testing/contracts.ts";
import { anOrigin } from "../../testing/origin.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { editContract } from "../contract/index.ts";
import { runImports, uploadImport } from "../contract-import/index.ts";
import {
  acceptFile, appealRefusal, askCorrection, askReconsideration, claimFile, handOverFile, conveneExperts, decideAppeal, endExpertReview, giveOpinion, recordObjection, releaseFile, withdrawAppeal, cancelContract, cancelOfOwnMotion, CertificateRecord, decideChange, missCorrection, reDecide, refuseFile, registerContract, requestChange, secondRefuse, secondRegister,
  sendToSecondReview, submitContract, withdrawContract,
} from "../recognition/index.ts";
import { ANONYMOUS, SYSTEM, type Actor, type PersonActor } from "../shared/actor.ts";
import { dayOf } from "../shared/clock.ts";
import { readDomainTime } from "../shared/domain-clock.ts";
import { DomainError } from "../shared/errors.ts";
import { execute } from "../shared/execute.ts";
import { RECOGNITION_MOVES } from "../recognition/recognition.machine.ts";
import { confirmReview, drawInspection, dropNotice, giveNotice, judgeItem, openReview, remedyItem, returnReview, revoke, stateView, takeAnswer } from "./index.ts";

const REASON = "随机序列中的理由，足够十个字以上。";
const LATER = new Date("2099-01-01T00:00:00Z");

type Ids = { readonly contractId: string; readonly reviewId: string; readonly appealId: string; readonly expertReviewId: string; readonly inspectionId: string; readonly officeId: string; readonly colleagueId: string; readonly experts: readonly string[] };

/** Every act on a file, with input that may be right: `n` varies amounts and choices. */
const ACTS = {
  edit: (id, n) => [editContract, { contractId: id.contractId, version: n % 4, turnover: String(100_000 * (1 + (n % 80))), deductions: [{ kind: "equipment", amount: String(30_000 * (1 + (n % 7))) }] }],
  submit: (id) => [submitContract, { contractId: id.contractId, truthDeclared: true }],
  withdraw: (id) => [withdrawContract, { contractId: id.contractId }],
  accept: (id, n) => [acceptFile, { contractId: id.contractId, disputed: n % 5 === 0 }],
  askCorrection: (id) => [askCorrection, { contractId: id.contractId, points: [{ wanted: "请补充说明" }] }],
  missCorrection: (id) => [missCorrection, { contractId: id.contractId, dueAt: LATER }],
  register: (id, n) => [registerContract, { contractId: id.contractId, answers: answers(n) }],
  sendOn: (id) => [sendToSecondReview, { contractId: id.contractId, reason: REASON }],
  secondRegister: (id, n) => [secondRegister, { contractId: id.contractId, answers: answers(n) }],
  refuse: (id) => [refuseFile, { contractId: id.contractId, reasons: [{ code: "RF08", fact: REASON }] }],
  secondRefuse: (id) => [secondRefuse, { contractId: id.contractId, reasons: [{ code: "RF02", fact: REASON }] }],
  requestChange: (id, n) => [requestChange, { contractId: id.contractId, reason: REASON, form: { turnover: String(700_000 + n), instalments: [{ amount: String(700_000 + n) }] } }],
  decideChange: (id, n) => [decideChange, { contractId: id.contractId, decision: n % 2 ? "approve" : "reject", reason: REASON, answers: answers(n) }],
  cancel: (id) => [cancelContract, { contractId: id.contractId, ground: "RESCINDED", facts: REASON, reliefTaken: false }],
  cancelOfOwnMotion: (id) => [cancelOfOwnMotion, { contractId: id.contractId, ground: "VOID", facts: REASON }],
  openReview: (id) => [openReview, { contractId: id.contractId }],
  confirm: (id) => [confirmReview, { reviewId: id.reviewId }],
  return: (id) => [returnReview, { reviewId: id.reviewId, reasons: REASON }],
  reDecide: (id, n) => [reDecide, { contractId: id.contractId, decision: n % 2 ? "amend" : "uphold", explanation: REASON, answers: answers(n) }],
  takeAnswer: (id) => [takeAnswer, { contractId: id.contractId, explanation: REASON, byId: null, decision: "uphold" }],
  giveNotice: (id) => [giveNotice, { reviewId: id.reviewId, ground: "DUPLICATE", facts: REASON + REASON }],
  stateView: (id) => [stateView, { reviewId: id.reviewId, statement: REASON }],
  dropNotice: (id) => [dropNotice, { reviewId: id.reviewId, reasons: REASON }],
  revoke: (id) => [revoke, { reviewId: id.reviewId, documentNo: "浙科撤字〔2025〕8号", reasons: REASON }],
  claim: (id) => [claimFile, { contractId: id.contractId }],
  release: (id) => [releaseFile, { contractId: id.contractId }],
  handOver: (id) => [handOverFile, { contractId: id.contractId, toPersonId: id.colleagueId }],
  appeal: (id) => [appealRefusal, { contractId: id.contractId, grounds: REASON }],
  decideAppeal: (id, n) => [decideAppeal, { appealId: id.appealId, decision: n % 3 ? "remit" : "uphold", reasons: REASON }],
  withdrawAppeal: (id) => [withdrawAppeal, { appealId: id.appealId }],
  askReconsideration: (id) => [askReconsideration, { contractId: id.contractId, reason: REASON }],
  recordObjection: (id) => [recordObjection, { contractId: id.contractId, body: "TAX", reason: REASON }],
  convene: (id) => [conveneExperts, { contractId: id.contractId, question: REASON, emails: id.experts }],
  opinion: (id, n) => [giveOpinion, { reviewId: id.expertReviewId, isTechnology: n % 2 === 0, words: REASON }],
  secondOpinion: (id) => [giveOpinion, { reviewId: id.expertReviewId, isTechnology: true, words: REASON }],
  endExperts: (id, n) => [endExpertReview, { reviewId: id.expertReviewId, event: n % 4 ? "conclude" : "abandon", summary: REASON }],
  inspect: (id) => [drawInspection, { officeId: id.officeId, from: "2026-01-01", to: "2099-12-31", minimum: 100, maximum: 100 }],
  judge: (id, n) => [judgeItem, { inspectionId: id.inspectionId, no: 1 + (n % 3), event: (["pass", "findDefect", "refer", "acceptRemedy", "rejectRemedy"] as const)[n % 5], words: REASON }],
  remedy: (id, n) => [remedyItem, { inspectionId: id.inspectionId, no: 1 + (n % 3), words: REASON }],
} as const satisfies Record<string, (ids: Ids, n: number) => readonly [{ readonly run: unknown }, object]>;

function answers(n: number) {
  return { isTechnologyContract: true, contractType: n % 3 ? "11" : "51", technicalAmount: String(100_000 * (1 + (n % 60))), note: REASON };
}

const LARGE_FEN = 500_000_000n;
const AmountGiven = z.object({ answers: z.object({ technicalFen: z.string().transform(BigInt) }) });
const NOBODY = "00000000-0000-7000-8000-000000000000";
const STANDING = new Set(["REGISTERED", "CHANGE_PENDING", "RE_REVIEW", "CANCELLED", "REVOKED"]);

describe("C2 C3 decision chain: whatever anybody tries in whatever order", () => {
  let db: TestDatabase;
  let office: Office;
  let actors: Record<string, Actor>;
  let experts: readonly string[];

  beforeAll(async () => {
    db = await testDatabase();
    office = await anOffice(db);
    const administrator = await aProvinceAdministrator(db, "33");
    actors = {
      seller: await aContractSeller(db),
      stranger: await aContractSeller(db),
      registrar: office.registrar,
      colleague: office.colleague,
      reviewer: office.reviewer,
      otherRegistrar: (await anOffice(db, { divisionCode: "420100" })).registrar,
      administrator,
      secondAdministrator: await aPerson(db, administrator.organisation!, ["ADMINISTRATOR"]),
      otherProvince: await aProvinceAdministrator(db, "42"),
      expert: await aPerson(db, await anOrganisation(db, { kind: "INSTITUTE" }), ["TECHNOLOGY_MANAGER"]),
      secondExpert: await aPerson(db, await anOrganisation(db, { kind: "INSTITUTE" }), ["TECHNOLOGY_MANAGER"]),
      worker: SYSTEM,
      anybody: ANONYMOUS,
    };
  });
  afterAll(() => db.drop());
  beforeAll(async () => {
    const ids = [actors["expert"], actors["secondExpert"]].map((actor) => (actor as PersonActor).personId);
    experts = (await db.db.person.findMany({ where: { id: { in: ids } }, select: { email: true } })).map(({ email }) => email!);
  });

  // Mostly the right person for the act, so that sequences get far; sometimes anybody.
  const RIGHT: Partial<Record<keyof typeof ACTS, string>> = {
    edit: "seller", submit: "seller", withdraw: "seller", requestChange: "seller", cancel: "seller", stateView: "seller", secondRegister: "reviewer", secondRefuse: "reviewer",
    missCorrection: "worker", openReview: "worker", takeAnswer: "worker", confirm: "administrator", return: "administrator", giveNotice: "administrator", dropNotice: "administrator",
    revoke: "secondAdministrator", appeal: "seller", decideAppeal: "administrator", withdrawAppeal: "seller", askReconsideration: "seller", recordObjection: "administrator", convene: "reviewer", endExperts: "reviewer",
    opinion: "expert", secondOpinion: "secondExpert", inspect: "administrator", judge: "administrator",
  };
  const EXPERTS = ["convene", "opinion", "secondOpinion", "endExperts"];
  const names = Object.keys(ACTS) as (keyof typeof ACTS)[];
  const anAct = fc.record({
    act: fc.constantFrom(...names),
    n: fc.nat(1000),
    who: fc.option(fc.constantFrom("seller", "stranger", "registrar", "colleague", "reviewer", "otherRegistrar", "administrator", "secondAdministrator", "otherProvince", "expert", "worker", "anybody"), { freq: 4, nil: undefined }),
  });
  const opening = fc.constantFrom([], ["submit"], ["submit", "accept"], ["submit", "accept", "register", "openReview"], ["submit", "accept", "sendOn", "secondRegister", "openReview"], ["submit", "accept", "sendOn", ...EXPERTS, "secondRegister", "openReview", "inspect"], ["submit", "accept", "refuse", "appeal", "decideAppeal"]);

  async function facts(contractId: string) {
    const contract = await db.db.contract.findUniqueOrThrow({ where: { id: contractId } });
    const chain = await db.db.recognitionDecision.findMany({ where: { contractId }, orderBy: { no: "asc" } });
    const certificates = await db.db.registrationCertificate.findMany({ where: { contractId }, orderBy: { edition: "asc" } });
    const experts = await db.db.expertReview.findMany({ where: { contractId, state: "CONCLUDED" } });
    const appeals = await db.db.refusalAppeal.findMany({ where: { contractId } });
    return { contract, chain, certificates, experts, appeals };
  }

  async function idsOf(contractId: string): Promise<Ids> {
    const [review, appeal, expertReview, drawn] = await Promise.all([
      db.db.provincialReview.findUnique({ where: { contractId }, select: { id: true } }),
      db.db.refusalAppeal.findFirst({ where: { contractId }, orderBy: { decisionNo: "desc" }, select: { id: true } }),
      db.db.expertReview.findFirst({ where: { contractId }, orderBy: { no: "desc" }, select: { id: true } }),
      db.db.inspectionItem.findFirst({ where: { contractId }, orderBy: { inspection: { drawnAt: "desc" } }, select: { inspectionId: true } }),
    ]);
    return { contractId, reviewId: review?.id ?? NOBODY, appealId: appeal?.id ?? NOBODY, expertReviewId: expertReview?.id ?? NOBODY, inspectionId: drawn?.inspectionId ?? NOBODY, officeId: office.organisation.id, colleagueId: office.colleague.personId, experts };
  }

  function checkInvariants({ contract, chain, certificates, experts, appeals }: Awaited<ReturnType<typeof facts>>, numberBefore: string | null) {
    // The chain is gap-free, every link is a row of the machine, and it ends where the file stands.
    expect(chain.map(({ no }) => no)).toEqual(chain.map((_, i) => i + 1));
    for (const [i, { fromState, event, toState }] of chain.entries()) {
      expect(fromState).toBe(i === 0 ? "DRAFT" : chain[i - 1]!.toState);
      expect(RECOGNITION_MOVES.some(([from, name, , to]) => from === fromState && name === event && to === toState)).toBe(true);
    }
    expect(contract.state).toBe(chain.at(-1)?.toState ?? "DRAFT");
    if (contract.technicalFen !== null && contract.turnoverFen !== null) expect(contract.technicalFen <= contract.turnoverFen).toBe(true);
    if (numberBefore !== null) expect(contract.registrationNo).toBe(numberBefore);
    expect(contract.registrationNo !== null).toBe(STANDING.has(contract.state));
    const registered = chain.filter(({ event }) => event === "register");
    expect(registered.length).toBe(contract.registrationNo === null ? 0 : 1);
    // A refused file comes back only by an appeal that succeeded.
    expect(appeals.filter(({ state }) => state === "REMITTED").length).toBe(chain.filter(({ event }) => event === "remit").length);
    if (contract.registrationNo !== null) {
      // Nobody alone registers, or makes, a large contract; and experts were heard where they have to be.
      if (contract.technicalFen! >= LARGE_FEN && registered[0]!.fromState === "ACCEPTED") expect(chain.findLast(({ event }) => event === "amend" || event === "approveChange")?.byId).toBe((actors["reviewer"] as PersonActor).personId);
      if (registered[0]!.fromState === "SECOND_REVIEW" && AmountGiven.parse(registered[0]!.grounds).answers.technicalFen >= LARGE_FEN) expect(experts.length).toBeGreaterThan(0);
      const accepted = chain.findLast(({ event }) => event === "accept");
      expect(accepted!.no).toBeLessThan(registered[0]!.no);
      // Four eyes: a second reviewer never had the file before.
      if (registered[0]!.fromState === "SECOND_REVIEW") {
        expect(chain.filter(({ no, event }) => no < registered[0]!.no && event !== "submit").map(({ byId }) => byId)).not.toContain(registered[0]!.byId);
      } else expect(registered[0]!.byId).not.toBeNull();
      expect(new Set(certificates.map(({ facts: record }) => CertificateRecord.parse(record).registrationNo))).toEqual(new Set([contract.registrationNo]));
    }
    expect(certificates.filter(({ revokedAt }) => revokedAt === null).length).toBe(["REGISTERED", "CHANGE_PENDING", "RE_REVIEW"].includes(contract.state) ? 1 : 0);
  }

  it("C2 C3 decision chain: no registered contract without a valid chain, no second number, no technical amount above the total", { timeout: 240_000 }, async () => {
    let registrations = 0;
    let refusals = 0;
    await fc.assert(
      fc.asyncProperty(opening, fc.array(anAct, { minLength: 4, maxLength: 12 }), async (first, rest) => {
        const { contractId } = await aDraftContract(db, { seller: actors["seller"] as never, turnover: "6000000" });
        const sequence = [...first.map((act) => ({ act: act as keyof typeof ACTS, n: 1, who: undefined })), ...rest];
        let number: string | null = null;
        for (const { act, n, who } of sequence) {
          const [useCase, input] = ACTS[act](await idsOf(contractId), n);
          const actor = actors[who ?? RIGHT[act] ?? "registrar"]!;
          await execute(db, useCase as never, actor, input, anOrigin()).catch((error: unknown) => {
            if (!(error instanceof DomainError)) throw error;
            refusals += 1;
          });
          const state = await facts(contractId);
          checkInvariants(state, number);
          number = state.contract.registrationNo;
        }
        if (number !== null) registrations += 1;
      }),
      { numRuns: 40, seed: 20261121 },
    );
    // The property means something only if sequences did get to registrations and were refused things.
    expect(registrations).toBeGreaterThan(8);
    expect(refusals).toBeGreaterThan(50);
  });

  it("C2 C6 decision chain: what a sheet brings in is a draft without number, and goes the whole way like any other", async () => {
    const seller = actors["seller"] as PersonActor;
    const as = await db.db.organisation.findUniqueOrThrow({ where: { id: seller.organisation!.id } });
    const today = dayOf(await readDomainTime(db.db, "test"));
    const rows = Array.from({ length: 6 }, (_, i) => aContractRow(i + 1, as, today, {}));
    const send = (choice: "ALL" | "GOOD") => uploadImport(db, seller, { name: "合同.csv", choice }, { body: Readable.from([Buffer.from(aContractSheet(rows))]) }, anOrigin());
    await send("GOOD");
    await send("ALL");
    while ((await runImports(db, () => false)) === "ended") continue;
    const taken = await db.db.contractImportOrigin.findMany({ where: { applicantId: as.id }, select: { contractId: true } });
    expect(taken.length).toBe(6);
    for (const { contractId } of taken) {
      const ids = await idsOf(contractId);
      // Whoever tries to decide what nobody filed, fails.
      for (const act of ["accept", "register", "secondRegister", "openReview", "requestChange", "askReconsideration", "recordObjection"] as const) {
        const [useCase, input] = ACTS[act](ids, 1);
        await expect(execute(db, useCase as never, actors[RIGHT[act] ?? "registrar"]!, input, anOrigin())).rejects.toBeInstanceOf(DomainError);
      }
      const state = await facts(contractId);
      checkInvariants(state, null);
      expect(state.contract).toMatchObject({ state: "DRAFT", registrationNo: null });
    }
  });
});
