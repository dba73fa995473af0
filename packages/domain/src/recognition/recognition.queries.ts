import { amountWorksheet, applicantIs, mayReadSecret, materialsOf, problemsOfDraft, proposeFromText, type ContractDraft } from "../contract/index.ts";
import { recordsInUse } from "../credit/index.ts";
import type { RegistrationState } from "../generated/enums.ts";
import { calendarFor } from "../reference/index.ts";
import { organisationOf, personIdOf } from "../shared/actor.ts";
import { workingDaysBetween } from "../shared/calendar.ts";
import { dayOf, type Day } from "../shared/clock.ts";
import { DomainError } from "../shared/errors.ts";
import { decodeCursor, pageOf } from "../shared/paging.ts";
import { defineQuery, type ReadContext } from "../shared/use-case.ts";
import { WORKED_ON } from "./claim-file.ts";
import { changedDraft } from "./change-registration.ts";
import { eligibilityFindings, secondReviewGrounds } from "./decision.rules.ts";
import { likeFiles, partyHistory } from "./duplicates.ts";
import { expertReviewsOf } from "./expert/expert-review.queries.ts";
import { expertReviewNeeded } from "./expert/expert-review.rules.ts";
import { expertRuleOf } from "./expert/expert-rule.ts";
import { colleaguesFor } from "./hand-over-file.ts";
import { sameContract } from "./one-place.ts";

import { draftOf, loadContract, type ContractFile } from "./recognition.repository.ts";
import { FileInput, QueueInput, type QueueGroup } from "./recognition.schema.ts";
import { ruleSetOn } from "./rule-sets.rules.ts";
import { urgencyAt, type Urgency } from "./time-limit.rules.ts";
import { z } from "zod";

const STATES_OF_GROUP: Readonly<Record<QueueGroup, readonly RegistrationState[]>> = {
  TO_DO: ["SUBMITTED", "ACCEPTED", "CHANGE_PENDING", "RE_REVIEW"],
  SUBMITTED: ["SUBMITTED"],
  ACCEPTED: ["ACCEPTED"],
  CORRECTION: ["CORRECTION"],
  SECOND_REVIEW: ["SECOND_REVIEW"],
  CHANGES: ["CHANGE_PENDING", "RE_REVIEW"],
  DONE: ["REGISTERED", "REFUSED", "CANCELLED", "REVOKED"],
};

/** The office's files, what is due first on top (登记台); decided ones, last decided on top. */
export const registrationQueue = defineQuery("recognition.queue", QueueInput, async (ctx, { group, urgency, mine, contractClass, text, limit, cursor }) => {
  const officeId = officeOf(ctx);
  const now = await ctx.now();
  const after = decodeCursor(cursor, 2);
  const done = group === "DONE";
  const position = after && (done
    ? { OR: [{ updatedAt: { lt: new Date(after[0]!) } }, { updatedAt: new Date(after[0]!), id: { lt: String(after[1]) } }] }
    : { OR: [{ nextDueAt: { gt: new Date(after[0]!) } }, { nextDueAt: new Date(after[0]!), id: { gt: String(after[1]) } }] });
  const rows = await ctx.db.contract.findMany({
    where: {
      officeId,
      state: { in: [...STATES_OF_GROUP[group]] },
      ...(done ? {} : { nextDueAt: { not: null } }),
      ...(contractClass ? { contractType: { startsWith: contractClass } } : {}),
      ...(mine ? { claimedById: personIdOf(ctx.actor), claimedUntil: { gt: now } } : {}),
      AND: [
        ...(urgency === "overdue" ? [{ nextDueAt: { lte: now } }] : []),
        ...(urgency === "warned" ? [{ OR: [{ nextDueAt: { lte: now } }, { warnAt: { lte: now } }] }] : []),
        ...(text ? [{ OR: [{ projectName: { contains: text } }, { registrationNo: { startsWith: text } }, { parties: { some: { name: { contains: text } } } }] }] : []),
        ...(position ? [position] : []),
      ],
    },
    orderBy: done ? [{ updatedAt: "desc" }, { id: "desc" }] : [{ nextDueAt: "asc" }, { id: "asc" }],
    take: limit + 1,
    select: {
      id: true, version: true, state: true, projectName: true, contractType: true, turnoverFen: true, technicalFen: true, submittedAt: true, acceptedAt: true, dueAt: true,
      warnAt: true, nextDueAt: true, registrationNo: true, updatedAt: true, claimedById: true, claimedUntil: true, disputed: true,
      parties: { select: { side: true, name: true }, orderBy: { position: "asc" } },
    },
  });
  const names = await namesOf(ctx, rows.flatMap(({ claimedById, claimedUntil }) => (claimedById !== null && claimedUntil !== null && claimedUntil > now ? [claimedById] : [])));
  const today = dayOf(now);
  const me = personIdOf(ctx.actor);
  return pageOf(
    rows.map(({ parties, claimedById, claimedUntil, warnAt, ...row }) => {
      const held = claimedById !== null && claimedUntil !== null && claimedUntil > now;
      return {
        ...row,
        sellers: parties.filter(({ side }) => side === "SELLER").map(({ name }) => name),
        buyers: parties.filter(({ side }) => side === "BUYER").map(({ name }) => name),
        workingDaysLeft: done || row.nextDueAt === null ? null : workingDaysLeft(today, row.nextDueAt),
        urgency: done || row.nextDueAt === null ? null : urgencyOf(now, row.nextDueAt, warnAt),
        claim: held ? { name: names.get(claimedById) ?? "", mine: claimedById === me, until: claimedUntil } : null,
      };
    }),
    limit,
    ({ nextDueAt, updatedAt, id }) => [(done ? updatedAt : nextDueAt!).toISOString(), id],
  );
});

/** How much lies in each tab of the desk, and how much of it is late. */
export const queueCounts = defineQuery("recognition.queue", z.object({}), async (ctx) => {
  const officeId = officeOf(ctx);
  const now = await ctx.now();
  const rows = await ctx.db.$queryRaw<{ state: RegistrationState; files: number; warned: number; overdue: number }[]>`
    select state::text as state, count(*)::int as files,
           count(*) filter (where next_due_at <= ${now})::int as overdue,
           count(*) filter (where next_due_at > ${now} and warn_at <= ${now})::int as warned
    from contract where office_id = ${officeId}::uuid and next_due_at is not null group by state`;
  const sum = (states: readonly RegistrationState[], column: "files" | "warned" | "overdue"): number =>
    rows.filter(({ state }) => states.includes(state)).reduce((total, row) => total + row[column], 0);
  const groups = (Object.keys(STATES_OF_GROUP) as QueueGroup[]).filter((group) => group !== "DONE");
  return {
    counts: Object.fromEntries(groups.map((group) => [group, sum(STATES_OF_GROUP[group], "files")])) as Record<Exclude<QueueGroup, "DONE">, number>,
    warned: sum(STATES_OF_GROUP.TO_DO, "warned"),
    overdue: sum(STATES_OF_GROUP.TO_DO, "overdue"),
    secondReviewOverdue: sum(STATES_OF_GROUP.SECOND_REVIEW, "overdue"),
  };
});

/** One file side by side: form, text with the passages that speak, amounts, what is like it, what the parties did before, and what may be done. */
export const readFile = defineQuery("recognition.read-file", FileInput, async (ctx, { contractId }) => {
  const file = await loadContract(ctx.db, contractId);
  const facts = { officeId: file.officeId, divisionCode: file.divisionCode, authorId: file.registrarId };
  ctx.authorise(file.submittedAt === null ? {} : facts);
  const now = await ctx.now();
  const today = dayOf(now);
  const draft = draftOf(file);
  const readable = await mayReadSecret(ctx.db, file, ctx.actor, false);
  const acceptedOn = dayOf(file.acceptedAt ?? now);
  const [expertReviews, expertRule] = await Promise.all([expertReviewsOf(ctx.db, contractId), expertRuleOf(ctx.db, file.office?.divisionCode ?? "", acceptedOn, now)]);
  const partyCodes = [...draft.sellers, ...draft.buyers].flatMap(({ creditCode }) => (creditCode === null ? [] : [creditCode]));
  const [decisions, documents, likes, history, twin, alerts, certificate, records] = await Promise.all([
    ctx.db.recognitionDecision.findMany({ where: { contractId }, orderBy: { no: "asc" } }),
    ctx.db.document.findMany({ where: { id: { in: draft.attachments.map(({ documentId }) => documentId) } }, select: { id: true, name: true } }),
    likeFiles(ctx.db, contractId, draft),
    partyHistory(ctx.db, contractId, draft),
    sameContract(ctx.db, contractId, draft),
    alertsOn(ctx, contractId),
    ctx.db.registrationCertificate.findFirst({ where: { contractId }, orderBy: { edition: "desc" }, select: { edition: true, verifyCode: true } }),
    recordsInUse(ctx.db, partyCodes, today),
  ]);
  const names = await namesOf(ctx, [file.claimedById, ...decisions.map(({ byId }) => byId)].filter((id) => id !== null));
  const documentName = new Map(documents.map(({ id, name }) => [id, name]));
  const held = file.claimedById !== null && file.claimedUntil !== null && file.claimedUntil > now;
  const free = !held || file.claimedById === personIdOf(ctx.actor);
  const rules = file.acceptedAt === null ? ruleSetOn(today) : ruleSetOn(dayOf(file.acceptedAt));
  const openAlerts = alerts.some(({ level, state }) => (level === "AMBER" || level === "RED") && (state === "OPEN" || state === "EXPLAINING"));
  const lastAnswers = decisions.findLast(({ event }) => event === "sendToSecondReview")?.grounds;
  const corrected = decisions.some(({ event }) => event === "requestCorrection");
  return {
    contractId: file.id,
    version: file.version,
    state: file.state,
    registrationNo: file.registrationNo,
    applicant: { name: file.applicant.name, divisionCode: file.applicant.divisionCode },
    office: file.office && { name: file.office.name },
    form: readable ? draft : { ...draft, text: "", attachments: [] },
    textWithheld: !readable,
    materials: materialsOf(draft),
    attachments: readable ? draft.attachments.map(({ code, documentId }) => ({ code, documentId, name: documentName.get(documentId) ?? null })) : [],
    worksheet: draft.turnoverFen === null ? null : amountWorksheet(draft.turnoverFen, draft.deductions),
    technicalFen: file.technicalFen,
    proposal: readable ? await proposalOf(draft.text) : null,
    expertReviews,
    expertsNeeded: file.state === "SECOND_REVIEW" && expertReviewNeeded(file.technicalFen ?? 0n, expertRule) && !expertReviews.some(({ state, openedAt }) => state === "CONCLUDED" && openedAt >= (file.acceptedAt ?? now)),
    expertsWanted: expertRule.opinions,
    problems: problemsOfDraft(draft, file.submittedAt === null ? today : dayOf(file.submittedAt)),
    findings: findingsOf(file, draft, twin?.registrationNo ?? twin?.contractId),
    secondReviewGrounds: secondReviewGrounds(
      { technicalAmountFen: file.technicalFen ?? 0n, turnoverFen: file.turnoverFen ?? 0n, disputed: file.disputed, openAlerts, provinceDivision: file.office?.divisionCode ?? "" },
      rules.code,
    ),
    firstAnswers: firstAnswersOf(lastAnswers),
    likes,
    history,
    /** Parties of this file on the market's record today; for the registrar to know, never a bar by itself. */
    records,
    alerts,
    change: file.state === "CHANGE_PENDING" ? changeOf(file) : null,
    decisions: decisions.map(({ no, event, fromState, toState, at, byId, grounds }) => ({ no, event, fromState, toState, at, by: byId === null ? null : (names.get(byId) ?? null), grounds })),
    certificate,
    submittedAt: file.submittedAt,
    acceptedAt: file.acceptedAt,
    registeredAt: file.registeredAt,
    dueAt: file.dueAt,
    nextDueAt: file.nextDueAt,
    workingDaysLeft: file.nextDueAt === null ? null : workingDaysLeft(today, file.nextDueAt),
    urgency: file.nextDueAt === null ? null : urgencyOf(now, file.nextDueAt, file.warnAt),
    ruleSet: { code: rules.code, zh: rules.zh, en: rules.en },
    colleagues: held && free ? await colleaguesFor(ctx.db, file, personIdOf(ctx.actor)) : [],
    disputed: file.disputed,
    claim: held ? { name: names.get(file.claimedById!) ?? "", mine: file.claimedById === personIdOf(ctx.actor), until: file.claimedUntil } : null,
    may: {
      claim: free && (WORKED_ON as readonly RegistrationState[]).includes(file.state) && ctx.may("recognition.claim", facts),
      handOver: held && free && ctx.may("recognition.hand-over", facts),
      accept: free && file.state === "SUBMITTED" && ctx.may("recognition.accept", facts),
      askCorrection: free && !corrected && (file.state === "SUBMITTED" || file.state === "ACCEPTED") && ctx.may("recognition.ask-correction", facts),
      refuse: free && (file.state === "ACCEPTED" || file.state === "CORRECTION") && ctx.may("recognition.refuse", facts),
      register: free && file.state === "ACCEPTED" && ctx.may("recognition.register", facts),
      sendToSecondReview: free && file.state === "ACCEPTED" && ctx.may("recognition.send-to-second-review", facts),
      secondDecide: free && file.state === "SECOND_REVIEW" && ctx.may("recognition.second-register", facts) && !decisions.some(({ byId, event }) => byId === personIdOf(ctx.actor) && event !== "submit"),
      conveneExperts: free && file.state === "SECOND_REVIEW" && !expertReviews.some(({ state }) => state === "OPEN") && ctx.may("recognition.convene-experts", facts),
      endExperts: free && expertReviews.some(({ state }) => state === "OPEN") && ctx.may("recognition.end-expert-review", facts),
      decideChange: free && file.state === "CHANGE_PENDING" && ctx.may("recognition.decide-change", facts),
      reDecide: free && file.state === "RE_REVIEW" && ctx.may("recognition.re-decide", facts),
      cancelOfOwnMotion: free && file.state === "REGISTERED" && ctx.may("recognition.cancel-of-own-motion", facts),
    },
  };
});

const FirstAnswers = z.object({ answers: z.object({ contractType: z.string(), technicalAmount: z.string(), note: z.string() }) });

/** What the registrar answered before he sent the file on. */
function firstAnswersOf(grounds: unknown): { readonly contractType: string; readonly technicalFen: bigint; readonly note: string } | null {
  const kept = FirstAnswers.safeParse(grounds).data?.answers;
  return kept ? { contractType: kept.contractType, technicalFen: BigInt(kept.technicalAmount), note: kept.note } : null;
}

function officeOf(ctx: ReadContext): string {
  const office = organisationOf(ctx.actor);
  ctx.authorise({ officeId: office?.id });
  return office?.id ?? refuseStranger();
}

function refuseStranger(): never {
  throw new DomainError("NOT_PERMITTED", "forbidden");
}

/** Working days from today to the last day of a period that ends at an instant; negative once it is over. */
function workingDaysLeft(today: Day, endsAt: Date): number {
  return workingDaysBetween(calendarFor(), today, dayOf(new Date(endsAt.getTime() - 1)));
}

function urgencyOf(now: Date, nextDueAt: Date, warnAt: Date | null): Urgency {
  return urgencyAt(now, { dueAt: nextDueAt, warnAt: warnAt ?? nextDueAt });
}

async function namesOf(ctx: ReadContext, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const people = await ctx.db.person.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}

const PASSAGES_SHOWN = 300;

async function proposalOf(text: string) {
  if (text.trim() === "") return null;
  const proposal = await proposeFromText(text);
  // Passages are places in the normalised text; the text as filed is shown wherever its places are the same, which is nearly always.
  const normalised = text.normalize("NFKC");
  return { ...proposal, text: normalised.length === text.length ? text : normalised, passages: proposal.passages.slice(0, PASSAGES_SHOWN) };
}

async function alertsOn(ctx: ReadContext, contractId: string) {
  const rows = await ctx.db.riskAlertSubject.findMany({
    where: { subjectType: "contract", subjectId: contractId },
    select: { alert: { select: { id: true, rule: true, level: true, state: true, openedAt: true } } },
    take: 20,
  });
  return rows.map(({ alert }) => alert);
}

function findingsOf(file: ContractFile, draft: ContractDraft, sameContractFile: string | undefined) {
  const filedAt = file.submittedAt;
  if (filedAt === null || draft.validTo === null || !file.office) return [];
  const filedOn = dayOf(filedAt);
  const attached = new Set(draft.attachments.map(({ code }) => code));
  const role = applicantIs(draft, file.applicant);
  return eligibilityFindings({
    ruleSet: ruleSetOn(filedOn).code,
    filedOn,
    inWriting: draft.text.trim() !== "" || attached.has("A01") || attached.has("A11"),
    effectiveOn: draft.validFrom ?? undefined,
    validTo: draft.validTo,
    void: false,
    applicantIs: role === "buyer" ? "buyer" : "seller",
    sellerAbroad: draft.sellers.length > 0 && draft.sellers.every(({ country }) => country !== "CHN"),
    applicantDivision: file.applicant.divisionCode,
    officeDivision: file.office.divisionCode,
    sameContractFile,
    needsApproval: draft.approvalRequired,
    approvalAttached: attached.has("A07"),
    internalBodySigned: draft.signedByInternalBody,
    authorityAttached: attached.has("A06"),
    foreignLanguage: draft.foreignLanguage,
    chineseVersionAttached: attached.has("A13"),
  });
}

/** What a requested change would make of the form, with its reason. */
function changeOf(file: ContractFile) {
  const draft = changedDraft(file);
  const { reason } = z.object({ reason: z.string() }).parse(file.change);
  const worksheet = draft.turnoverFen === null ? null : amountWorksheet(draft.turnoverFen, draft.deductions);
  return { reason, form: draft, worksheet, technicalFen: worksheet?.technicalAmountFen ?? null };
}

