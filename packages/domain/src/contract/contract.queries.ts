import type { RegistrationState } from "../generated/enums.ts";
import { calendarFor } from "../reference/index.ts";
import { organisationOf } from "../shared/actor.ts";
import { workingDaysBetween } from "../shared/calendar.ts";
import { dayOf } from "../shared/clock.ts";
import { DomainError } from "../shared/errors.ts";
import { decodeCursor, pageOf } from "../shared/paging.ts";
import { defineQuery } from "../shared/use-case.ts";
import { amountWorksheet } from "./amounts.rules.ts";
import { draftOf, loadContract } from "./contract.repository.ts";
import { ListOwnContractsInput, ReadContractInput, type OWN_GROUPS } from "./contract.schema.ts";
import { materialsOf } from "./draft.rules.ts";
import { problemsOfDraft } from "./form-check.ts";
import { mayReadSecret } from "./secret-readers.ts";

const STATES_OF_GROUP: Readonly<Record<(typeof OWN_GROUPS)[number], readonly RegistrationState[] | undefined>> = {
  ALL: undefined,
  OPEN: ["SUBMITTED", "ACCEPTED", "CORRECTION", "SECOND_REVIEW", "CHANGE_PENDING", "RE_REVIEW"],
  TO_DO: ["DRAFT", "CORRECTION"],
  REGISTERED: ["REGISTERED", "CHANGE_PENDING", "RE_REVIEW"],
  CLOSED: ["REFUSED", "WITHDRAWN", "CANCELLED", "REVOKED"],
};

/** The files an organisation has opened, last changed first. */
export const listOwnContracts = defineQuery("contract.list-own", ListOwnContractsInput, async (ctx, { group, text, limit, cursor }) => {
  const applicantId = organisationOf(ctx.actor)?.id;
  ctx.authorise({ ownerId: applicantId });
  if (applicantId === undefined) throw new DomainError("NOT_PERMITTED", "forbidden");
  const after = decodeCursor(cursor, 2);
  const states = STATES_OF_GROUP[group];
  const rows = await ctx.db.contract.findMany({
    where: {
      applicantId,
      ...(states ? { state: { in: [...states] } } : {}),
      AND: [
        ...(text ? [{ OR: [{ projectName: { contains: text } }, { registrationNo: { startsWith: text } }] }] : []),
        ...(after ? [{ OR: [{ updatedAt: { lt: new Date(after[0]!) } }, { updatedAt: new Date(after[0]!), id: { lt: String(after[1]) } }] }] : []),
      ],
    },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: {
      id: true, projectName: true, contractType: true, state: true, registrationNo: true, turnoverFen: true, technicalFen: true, updatedAt: true, submittedAt: true,
      dueAt: true, correctionDueAt: true, registeredAt: true, office: { select: { name: true } }, parties: { where: { side: "BUYER" }, select: { name: true }, orderBy: { position: "asc" } },
      review: { select: { state: true } },
    },
  });
  const today = dayOf(await ctx.now());
  return pageOf(
    rows.map(({ parties, office, review, ...row }) => {
      const deadline = row.state === "CORRECTION" ? row.correctionDueAt : row.state === "ACCEPTED" || row.state === "SECOND_REVIEW" ? row.dueAt : null;
      return {
        ...row,
        buyers: parties.map(({ name }) => name),
        officeName: office?.name ?? null,
        reviewState: review?.state ?? null,
        deadline,
        workingDaysLeft: deadline === null ? null : workingDaysLeft(today, deadline),
      };
    }),
    limit,
    ({ updatedAt, id }) => [updatedAt.toISOString(), id],
  );
});

/** Working days from today to the last day of a period that ends at an instant. */
function workingDaysLeft(today: ReturnType<typeof dayOf>, endsAt: Date): number {
  return workingDaysBetween(calendarFor(), today, dayOf(new Date(endsAt.getTime() - 1)));
}

/** One file as its applicant sees it; offices and authorities read it too, without the drafts. */
export const readContract = defineQuery("contract.read", ReadContractInput, async (ctx, { contractId }) => {
  const row = await loadContract(ctx.db, contractId);
  const filed = row.submittedAt !== null;
  const facts = { ownerId: row.applicantId, officeId: filed ? row.officeId : null, divisionCode: filed ? row.divisionCode : null };
  ctx.authorise(facts);
  const now = await ctx.now();
  const today = dayOf(now);
  const draft = draftOf(row);
  const own = organisationOf(ctx.actor)?.id === row.applicantId;
  // 管理办法（2000） Art. 15: the text of a contract with commercial secrets is for its officers and the named persons.
  const withheld = !(await mayReadSecret(ctx.db, row, ctx.actor, own && ctx.may("contract.edit", facts)));
  const [decisions, documents, certificate, review] = await Promise.all([
    ctx.db.recognitionDecision.findMany({ where: { contractId }, orderBy: { no: "asc" } }),
    ctx.db.document.findMany({ where: { id: { in: draft.attachments.map(({ documentId }) => documentId) } }, select: { id: true, name: true } }),
    ctx.db.registrationCertificate.findFirst({ where: { contractId }, orderBy: { edition: "desc" } }),
    ctx.db.provincialReview.findUnique({ where: { contractId }, include: { steps: { orderBy: { no: "asc" } } } }),
  ]);
  const appeal = await ctx.db.refusalAppeal.findFirst({ where: { contractId }, orderBy: { decisionNo: "desc" }, select: { id: true, decisionNo: true, state: true, grounds: true, filedAt: true, dueAt: true, decidedAt: true, reasons: true } });
  const refusalNo = decisions.findLast(({ toState }) => toState === "REFUSED")?.no;
  const nameOf = new Map(documents.map(({ id, name }) => [id, name]));
  const deadline = row.state === "CORRECTION" ? row.correctionDueAt : row.state === "ACCEPTED" || row.state === "SECOND_REVIEW" ? row.dueAt : null;
  return {
    contractId: row.id,
    version: row.version,
    state: row.state,
    registrationNo: row.registrationNo,
    applicant: { id: row.applicant.id, name: row.applicant.name },
    officeName: row.office?.name ?? null,
    form: { ...draft, text: withheld ? "" : draft.text },
    textWithheld: withheld,
    attachments: withheld ? [] : draft.attachments.map(({ code, documentId }) => ({ code, documentId, name: nameOf.get(documentId) ?? null })),
    materials: materialsOf(draft),
    worksheet: draft.turnoverFen === null ? null : amountWorksheet(draft.turnoverFen, draft.deductions),
    technicalFen: row.technicalFen,
    problems: own && (row.state === "DRAFT" || row.state === "CORRECTION") ? problemsOfDraft(draft, today) : [],
    submittedAt: row.submittedAt,
    acceptedAt: row.acceptedAt,
    registeredAt: row.registeredAt,
    endedAt: row.endedAt,
    deadline,
    workingDaysLeft: deadline === null ? null : workingDaysLeft(today, deadline),
    // The officials who decided stand behind their office; what they decided, and why, is the applicant's to know.
    decisions: decisions.map(({ no, event, fromState, toState, at, grounds }) => ({ no, event, fromState, toState, at, grounds })),
    certificate: certificate && { edition: certificate.edition, verifyCode: certificate.verifyCode, issuedAt: certificate.issuedAt, revokedAt: certificate.revokedAt },
    review: review && {
      reviewId: review.id,
      state: review.state,
      openedAt: review.openedAt,
      dueAt: review.dueAt,
      decidedAt: review.decidedAt,
      opinion: review.opinion,
      taxOpinion: review.taxOpinion,
      answerDueAt: review.answerDueAt,
      steps: review.steps.map(({ no, event, at, content }) => ({ no, event, at, content })),
    },
    appeal,
    may: {
      appeal: row.state === "REFUSED" && appeal?.decisionNo !== refusalNo && ctx.may("contract.appeal-refusal", facts),
      withdrawAppeal: appeal?.state === "FILED" && ctx.may("contract.withdraw-appeal", facts),
      edit: (row.state === "DRAFT" || row.state === "CORRECTION") && ctx.may("contract.edit", facts),
      submit: (row.state === "DRAFT" || row.state === "CORRECTION") && ctx.may("contract.submit", facts),
      withdraw: (row.state === "DRAFT" || row.state === "SUBMITTED") && ctx.may("contract.withdraw", facts),
      requestChange: row.state === "REGISTERED" && ctx.may("contract.request-change", facts),
      cancel: row.state === "REGISTERED" && ctx.may("contract.cancel", facts),
      listReaders: row.secret !== "none" && ctx.may("contract.list-readers", facts),
      // Once, and within its days.
      stateView: review?.state === "REVOCATION_NOTICE" && review.answerDueAt !== null && now < review.answerDueAt && review.steps.findLast(({ event }) => event === "giveNotice" || event === "stateView")?.event === "giveNotice" && ctx.may("review.state-view", facts),
    },
    now,
  };
});
