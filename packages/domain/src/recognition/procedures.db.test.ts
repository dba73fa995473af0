import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockTo } from "../../testing/clock.ts";
import { aContractSeller, anAcceptedContract, anOffice, answersAsFiled, aProvinceAdministrator, aSubmittedContract, expertsHeard, type Office } from "../../testing/contracts.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrigin } from "../../testing/origin.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { todosOn } from "../../testing/worklist.ts";
import { endReader, listReaders, nameReader, readContract } from "../contract/index.ts";
import { readDocument } from "../document/index.ts";
import type { PersonActor } from "../shared/actor.ts";
import { readDomainTime } from "../shared/domain-clock.ts";
import { execute, read } from "../shared/execute.ts";
import {
  acceptFile, appealRefusal, claimFile, conveneExperts, decideAppeal, declineOpinion, endExpertReview, giveOpinion, listAppeals, listOffices, listOwnExpertReviews, readExpertRule, readFile,
  readOwnExpertReview, refuseFile, registerContract, reDecide, secondRegister, setExpertRule, setOfficeScope, withdrawAppeal, askReconsideration,
} from "./index.ts";

const WORDS = "理由充分，足够十个字以上的说明。";
const REFUSAL = [{ code: "RF08", fact: "合同标的为设备采购与安装，不含技术开发内容。" }];
const DAY = 86_400_000;

describe("C2 C3 procedures beside the registrar's decision", () => {
  let db: TestDatabase;
  let office: Office;
  let elsewhere: Office;
  let seller: PersonActor;
  let administrator: PersonActor;

  beforeAll(async () => {
    db = await testDatabase();
    office = await anOffice(db);
    elsewhere = await anOffice(db, { divisionCode: "420100" });
    seller = await aContractSeller(db);
    administrator = await aProvinceAdministrator(db);
  });
  afterAll(() => db.drop());

  const mailOf = async (...people: readonly PersonActor[]) => (await db.db.person.findMany({ where: { id: { in: people.map(({ personId }) => personId) } } })).map(({ email }) => email!);
  const refused = async () => {
    const { contractId } = await anAcceptedContract(db, office, { seller });
    await execute(db, refuseFile, office.registrar, { contractId, reasons: REFUSAL }, anOrigin());
    return contractId;
  };
  const appeal = (actor: PersonActor, contractId: string) => execute(db, appealRefusal, actor, { contractId, grounds: WORDS }, anOrigin());

  describe("appeal", () => {
    it("C3 appeal: by the applicant, once, to its own province; upheld, the refusal stands", async () => {
      const contractId = await refused();
      for (const actor of [await aContractSeller(db), office.registrar, administrator]) await expect(appeal(actor, contractId)).rejects.toMatchObject({ kind: "forbidden" });
      const { appealId } = await appeal(seller, contractId);
      await expect(appeal(seller, contractId)).rejects.toMatchObject({ code: "APPEALED_ALREADY" });
      const decide = (actor: PersonActor) => execute(db, decideAppeal, actor, { appealId, decision: "uphold", reasons: WORDS }, anOrigin());
      for (const actor of [await aProvinceAdministrator(db, "42"), office.registrar, seller]) await expect(decide(actor)).rejects.toMatchObject({ kind: "forbidden" });
      const { projectName } = await db.db.contract.findUniqueOrThrow({ where: { id: contractId } });
      expect(await todosOn(db, administrator, projectName)).toEqual(["APPEAL_DECIDE"]);
      expect((await read(db, listAppeals, administrator, {})).items).toContainEqual(expect.objectContaining({ appealId, refusals: REFUSAL }));
      expect(await decide(administrator)).toMatchObject({ state: "UPHELD" });
      await expect(decide(administrator)).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
      expect(await read(db, readContract, seller, { contractId })).toMatchObject({ state: "REFUSED", appeal: { state: "UPHELD" }, may: { appeal: false } });
      expect((await read(db, listAppeals, administrator, { open: false })).items).toContainEqual(expect.objectContaining({ appealId, state: "UPHELD" }));
    });

    it("C3 appeal: remitted, the office accepts and decides anew, with a new limit and one number", async () => {
      const contractId = await refused();
      const { appealId } = await appeal(seller, contractId);
      await execute(db, decideAppeal, administrator, { appealId, decision: "remit", reasons: WORDS }, anOrigin());
      await execute(db, acceptFile, office.registrar, { contractId }, anOrigin());
      expect(await execute(db, registerContract, office.registrar, { contractId, answers: await answersAsFiled(db, contractId) }, anOrigin())).toMatchObject({ state: "REGISTERED" });
      expect((await db.db.recognitionDecision.findMany({ where: { contractId }, orderBy: { no: "asc" } })).map(({ event }) => event)).toEqual(["submit", "accept", "refuse", "remit", "accept", "register"]);
    });

    it("C3 appeal: a file that is not refused has none; a period that is over brings none; what is withdrawn is over", async () => {
      const open = await aSubmittedContract(db, { seller });
      await expect(appeal(seller, open.contractId)).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
      const taken = await refused();
      const { appealId } = await appeal(seller, taken);
      await expect(execute(db, withdrawAppeal, await aContractSeller(db), { appealId }, anOrigin())).rejects.toMatchObject({ kind: "forbidden" });
      expect(await execute(db, withdrawAppeal, seller, { appealId }, anOrigin())).toMatchObject({ state: "WITHDRAWN" });
      await expect(appeal(seller, taken)).rejects.toMatchObject({ code: "APPEALED_ALREADY" });
      const late = await refused();
      await moveClockTo(db, new Date((await readDomainTime(db.db, "test")).getTime() + 61 * DAY));
      await expect(appeal(seller, late)).rejects.toMatchObject({ code: "APPEAL_PERIOD_OVER" });
    });
  });

  describe("expert review", () => {
    const large = async () => {
      const { contractId } = await anAcceptedContract(db, office, { seller, turnover: "6000000" });
      const answers = await answersAsFiled(db, contractId);
      await execute(db, registerContract, office.registrar, { contractId, answers }, anOrigin());
      return { contractId, answers };
    };

    it("C2 expert review: from the threshold on no registration without a concluded review", async () => {
      const { contractId, answers } = await large();
      expect(await read(db, readFile, office.reviewer, { contractId })).toMatchObject({ expertsNeeded: true, may: { conveneExperts: true } });
      const register = () => execute(db, secondRegister, office.reviewer, { contractId, answers }, anOrigin());
      await expect(register()).rejects.toMatchObject({ code: "EXPERTS_NOT_HEARD" });
      await expertsHeard(db, office, contractId);
      expect(await read(db, readFile, office.reviewer, { contractId })).toMatchObject({ expertsNeeded: false, expertReviews: [{ state: "CONCLUDED", opinions: [{ state: "GIVEN" }, { state: "GIVEN" }] }] });
      expect(await register()).toMatchObject({ state: "REGISTERED" });
    });

    it("C2 expert review: experts are strangers to the matter, answer for themselves, once, and see no other's opinion", async () => {
      const { contractId } = await large();
      const outside = async () => aPerson(db, await anOrganisation(db, { kind: "UNIVERSITY" }), ["TECHNOLOGY_MANAGER"]);
      const [one, two] = [await outside(), await outside()];
      const ask = async (actor: PersonActor, ...people: readonly PersonActor[]) => execute(db, conveneExperts, actor, { contractId, question: WORDS, emails: await mailOf(...people) }, anOrigin());
      await expect(ask(office.registrar, one, two)).rejects.toMatchObject({ kind: "forbidden" });
      await expect(ask(elsewhere.reviewer, one, two)).rejects.toMatchObject({ kind: "forbidden" });
      await expect(ask(office.reviewer, one)).rejects.toMatchObject({ fields: [{ code: "EXPERTS_TOO_FEW" }] });
      await expect(ask(office.reviewer, one, seller)).rejects.toMatchObject({ fields: [{ code: "EXPERT_NOT_INDEPENDENT" }] });
      await expect(ask(office.reviewer, one, office.colleague)).rejects.toMatchObject({ fields: [{ code: "EXPERT_NOT_INDEPENDENT" }] });
      const { reviewId } = await ask(office.reviewer, one, two);
      await expect(ask(office.reviewer, one, two)).rejects.toMatchObject({ code: "EXPERTS_ASKED_ALREADY" });
      const give = (actor: PersonActor) => execute(db, giveOpinion, actor, { reviewId, isTechnology: false, technicalAmount: "100000", words: WORDS }, anOrigin());
      await expect(give(await outside())).rejects.toMatchObject({ kind: "forbidden" });
      expect(await read(db, readOwnExpertReview, one, { reviewId })).toMatchObject({ state: "INVITED", said: null, form: { turnoverFen: 600_000_000n } });
      const { projectName } = await db.db.contract.findUniqueOrThrow({ where: { id: contractId } });
      expect(await todosOn(db, one, projectName)).toEqual(["EXPERT_ANSWER"]);
      await give(one);
      expect(await todosOn(db, one, projectName)).toEqual([]);
      await expect(give(one)).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
      expect(await read(db, readOwnExpertReview, two, { reviewId })).toMatchObject({ said: null });
      const end = (event: string) => execute(db, endExpertReview, office.reviewer, { reviewId, event, summary: WORDS }, anOrigin());
      await expect(end("conclude")).rejects.toMatchObject({ code: "OPINIONS_MISSING" });
      await execute(db, declineOpinion, two, { reviewId, words: "与当事人有合作，回避。" }, anOrigin());
      expect(await end("abandon")).toMatchObject({ state: "ABANDONED" });
      await expect(give(two)).rejects.toMatchObject({ code: "EXPERT_REVIEW_ENDED" });
      expect(await read(db, readOwnExpertReview, one, { reviewId })).toMatchObject({ form: null, said: { isTechnology: false } });
      expect(await read(db, listOwnExpertReviews, one, {})).toMatchObject([{ reviewId, state: "GIVEN" }]);
    });

    it("C2 expert review: the province sets the threshold by versions; nobody else does, and not backwards", async () => {
      const set = (actor: PersonActor, change: object = {}) => execute(db, setExpertRule, actor, { from: "10000000", opinions: 3, reason: "本省专家库较小，起点调整", ...change }, anOrigin());
      await expect(set(office.registrar)).rejects.toMatchObject({ kind: "forbidden" });
      await expect(set(administrator, { effectiveFrom: "2020-01-01T00:00:00Z" })).rejects.toMatchObject({ fields: [{ code: "SCOPE_NOT_BACKWARDS" }] });
      expect(await read(db, readExpertRule, administrator, {})).toMatchObject({ now: { fromFen: 500_000_000n, opinions: 2 } });
      const { contractId, answers } = await large();
      await set(administrator);
      expect(await read(db, readExpertRule, administrator, {})).toMatchObject({ now: { fromFen: 1_000_000_000n, opinions: 3 }, versions: [{ version: 1 }] });
      expect(await execute(db, secondRegister, office.reviewer, { contractId, answers }, anOrigin())).toMatchObject({ state: "REGISTERED" });
      await set(administrator, { from: "5000000", opinions: 2 });
    });

    it("C2 four eyes: a re-decision that makes a contract large is not for one registrar alone", async () => {
      const { contractId } = await anAcceptedContract(db, office, { seller, turnover: "9000000", form: { deductions: [{ kind: "equipment", amount: "8000000" }], instalments: [{ amount: "9000000" }] } });
      const answers = await answersAsFiled(db, contractId);
      await execute(db, registerContract, office.registrar, { contractId, answers }, anOrigin());
      await execute(db, askReconsideration, seller, { contractId, reason: WORDS }, anOrigin());
      const amend = (actor: PersonActor) => execute(db, reDecide, actor, { contractId, decision: "amend", explanation: WORDS, answers: { ...answers, technicalAmount: "7000000", note: WORDS } }, anOrigin());
      await expect(amend(office.registrar)).rejects.toMatchObject({ code: "LARGE_NEEDS_SECOND_REVIEWER" });
      expect(await amend(office.reviewer)).toMatchObject({ state: "REGISTERED" });
    });
  });

  describe("secret contracts", () => {
    it("C2 secrecy: text and papers are for named persons; taking the file names, and every name is listed", async () => {
      const { contractId } = await aSubmittedContract(db, { seller, form: { secret: "commercial" } });
      const { documentId } = await db.db.contractAttachment.findFirstOrThrow({ where: { contractId } });
      const sees = async (actor: PersonActor) => (await read(db, readContract, actor, { contractId })).form.text !== "";
      expect(await sees(seller)).toBe(true);
      expect(await sees(await aPerson(db, seller.organisation!, ["ORG_ADMIN"]))).toBe(false);
      expect(await read(db, readFile, office.registrar, { contractId })).toMatchObject({ textWithheld: true, form: { text: "" }, proposal: null, attachments: [] });
      await expect(read(db, readDocument, office.registrar, { documentId })).rejects.toMatchObject({ kind: "forbidden" });
      await execute(db, claimFile, office.registrar, { contractId }, anOrigin());
      expect((await read(db, readFile, office.registrar, { contractId })).form.text).not.toBe("");
      expect(await read(db, readDocument, office.registrar, { documentId })).toMatchObject({ documentId });
      expect(await read(db, readFile, office.colleague, { contractId })).toMatchObject({ textWithheld: true });
      const name = async (by: PersonActor, whom: PersonActor) => execute(db, nameReader, by, { contractId, email: (await mailOf(whom))[0], reason: "省级审核需要" }, anOrigin());
      await expect(name(elsewhere.registrar, elsewhere.registrar)).rejects.toMatchObject({ kind: "forbidden" });
      await expect(name(office.registrar, elsewhere.registrar)).rejects.toMatchObject({ fields: [{ code: "READER_UNKNOWN" }] });
      expect(await sees(administrator)).toBe(false);
      await name(administrator, administrator);
      expect(await sees(administrator)).toBe(true);
      expect((await read(db, listReaders, seller, { contractId })).readers.map(({ personId }) => personId)).toEqual([office.registrar.personId, administrator.personId]);
      await execute(db, endReader, seller, { contractId, personId: administrator.personId }, anOrigin());
      expect(await sees(administrator)).toBe(false);
    });

    it("C2 secrecy: a contract without secrets has no list", async () => {
      const { contractId } = await aSubmittedContract(db, { seller });
      await expect(execute(db, nameReader, seller, { contractId, email: "a@test.example", reason: WORDS }, anOrigin())).rejects.toMatchObject({ code: "CONTRACT_NOT_SECRET" });
    });
  });

  it("C3 delegation: the province sees all its offices with what each may decide", async () => {
    const { items, maySet } = await read(db, listOffices, administrator, {});
    expect([items.map(({ id }) => id).includes(office.organisation.id), items.map(({ id }) => id).includes(elsewhere.organisation.id), maySet]).toEqual([true, false, true]);
    const county = await anOffice(db, { divisionCode: "330106", jurisdiction: "330106" });
    const set = (upTo: string) => execute(db, setOfficeScope, administrator, { officeId: county.organisation.id, types: ["4", "5"], upTo, reason: "县级承接咨询、服务合同" }, anOrigin());
    await set("5000000");
    await set("3000000");
    const paged = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await read(db, listOffices, administrator, { limit: 1, cursor });
      paged.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(paged.map(({ id, scope }) => [id, scope])).toEqual([[office.organisation.id, {}], [county.organisation.id, { types: ["4", "5"], upToFen: 300_000_000n }]]);
    await expect(read(db, listOffices, seller, {})).rejects.toMatchObject({ kind: "forbidden" });
  });
});
