import { amountWorksheet, draftOf, loadContract, materialsOf, mayReadSecret } from "../contract/index.ts";
import type { ProvincialReviewState, RegistrationState } from "../generated/enums.ts";
import { calendarFor } from "../reference/index.ts";
import { organisationOf } from "../shared/actor.ts";
import { workingDaysBetween } from "../shared/calendar.ts";
import { dayOf, type Day } from "../shared/clock.ts";
import { notFound } from "../shared/errors.ts";
import { decodeCursor, pageOf } from "../shared/paging.ts";
import { defineQuery } from "../shared/use-case.ts";
import { ReadReviewInput, ReviewQueueInput, type REVIEW_GROUPS } from "./review.schema.ts";

const STATES_OF_GROUP: Readonly<Record<(typeof REVIEW_GROUPS)[number], readonly ProvincialReviewState[]>> = {
  PENDING: ["PENDING"],
  RETURNED: ["RETURNED"],
  REVOCATION_NOTICE: ["REVOCATION_NOTICE"],
  DONE: ["CONFIRMED", "REVOKED"],
};

const STANDING: RegistrationState[] = ["REGISTERED", "CHANGE_PENDING", "RE_REVIEW"];

/** The reviews of a province, what is due first on top; decided ones, last decided on top. */
export const reviewQueue = defineQuery("review.queue", ReviewQueueInput, async (ctx, { group, urgency, taxClaimed, text, limit, cursor }) => {
  const province = organisationOf(ctx.actor)?.jurisdiction ?? "";
  ctx.authorise({ divisionCode: province === "" ? null : province.padEnd(6, "0") });
  const now = await ctx.now();
  const today = dayOf(now);
  const after = decodeCursor(cursor, 2);
  const done = group === "DONE";
  const position = after && (done
    ? { OR: [{ decidedAt: { lt: new Date(after[0]!) } }, { decidedAt: new Date(after[0]!), id: { lt: String(after[1]) } }] }
    : { OR: [{ dueAt: { gt: new Date(after[0]!) } }, { dueAt: new Date(after[0]!), id: { gt: String(after[1]) } }] });
  const inProvince = { divisionCode: { startsWith: province } };
  const [rows, groups] = await Promise.all([
    ctx.db.provincialReview.findMany({
      where: {
        ...inProvince,
        state: { in: [...STATES_OF_GROUP[group]] },
        ...(done ? { decidedAt: { not: null } } : {}),
        ...(urgency === "overdue" ? { dueAt: { lte: now } } : {}),
        AND: [
          // What its party has taken off the register needs no review any more.
          ...(done ? [] : [{ contract: { state: { in: STANDING } } }]),
          ...(taxClaimed === true ? [{ contract: { taxClaims: { isEmpty: false } } }] : []),
          ...(text ? [{ contract: { OR: [{ projectName: { contains: text } }, { registrationNo: { startsWith: text } }] } }] : []),
          ...(position ? [position] : []),
        ],
      },
      orderBy: done ? [{ decidedAt: "desc" }, { id: "desc" }] : [{ dueAt: "asc" }, { id: "asc" }],
      take: limit + 1,
      include: {
        contract: {
          select: {
            id: true, registrationNo: true, projectName: true, contractType: true, turnoverFen: true, technicalFen: true, registeredAt: true, taxClaims: true, state: true,
            office: { select: { name: true } }, parties: { select: { side: true, name: true }, orderBy: { position: "asc" } },
          },
        },
      },
    }),
    ctx.db.provincialReview.groupBy({ by: ["state"], where: { ...inProvince, state: { in: ["PENDING", "RETURNED", "REVOCATION_NOTICE"] }, contract: { state: { in: STANDING } } }, _count: true }),
  ]);
  const page = pageOf(
    rows.map(({ contract: { parties, office, ...contract }, ...review }) => ({
      reviewId: review.id,
      version: review.version,
      state: review.state,
      openedAt: review.openedAt,
      dueAt: review.dueAt,
      decidedAt: review.decidedAt,
      answerDueAt: review.answerDueAt,
      taxOpinion: review.taxOpinion,
      contract: {
        ...contract,
        officeName: office?.name ?? "",
        sellers: parties.filter(({ side }) => side === "SELLER").map(({ name }) => name),
        buyers: parties.filter(({ side }) => side === "BUYER").map(({ name }) => name),
      },
      workingDaysLeft: done ? null : workingDaysLeft(today, review.answerDueAt ?? review.dueAt),
      overdue: !done && (review.answerDueAt ?? review.dueAt) <= now,
    })),
    limit,
    ({ dueAt, decidedAt, reviewId }) => [(done ? decidedAt! : dueAt).toISOString(), reviewId],
  );
  const countOf = (state: ProvincialReviewState): number => groups.find((one) => one.state === state)?._count ?? 0;
  return { ...page, counts: { PENDING: countOf("PENDING"), RETURNED: countOf("RETURNED"), REVOCATION_NOTICE: countOf("REVOCATION_NOTICE") } };
});

function workingDaysLeft(today: Day, endsAt: Date): number {
  return workingDaysBetween(calendarFor(), today, dayOf(new Date(endsAt.getTime() - 1)));
}

/** One review with the registration it is about. */
export const readReview = defineQuery("review.read", ReadReviewInput, async (ctx, { reviewId }) => {
  const review = await ctx.db.provincialReview.findUnique({ where: { id: reviewId }, include: { steps: { orderBy: { no: "asc" } } } });
  if (!review) notFound("review", reviewId);
  const facts = { divisionCode: review.divisionCode };
  ctx.authorise(facts);
  const today = dayOf(await ctx.now());
  const contract = await loadContract(ctx.db, review.contractId);
  const readable = await mayReadSecret(ctx.db, contract, ctx.actor, false);
  const whole = draftOf(contract);
  const form = readable ? whole : { ...whole, text: "", attachments: [] };
  const [decisions, documents, certificate] = await Promise.all([
    ctx.db.recognitionDecision.findMany({ where: { contractId: contract.id }, orderBy: { no: "asc" } }),
    ctx.db.document.findMany({ where: { id: { in: form.attachments.map(({ documentId }) => documentId) } }, select: { id: true, name: true } }),
    ctx.db.registrationCertificate.findFirst({ where: { contractId: contract.id }, orderBy: { edition: "desc" }, select: { edition: true, verifyCode: true } }),
  ]);
  const ids = [...decisions, ...review.steps].flatMap(({ byId }) => (byId === null ? [] : [byId]));
  const people = await ctx.db.person.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const by = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));
  const documentName = new Map(documents.map(({ id, name }) => [id, name]));
  const pending = review.state === "PENDING";
  return {
    reviewId: review.id,
    version: review.version,
    state: review.state,
    openedAt: review.openedAt,
    dueAt: review.dueAt,
    answerDueAt: review.answerDueAt,
    decidedAt: review.decidedAt,
    opinion: review.opinion,
    taxOpinion: review.taxOpinion,
    workingDaysLeft: workingDaysLeft(today, review.answerDueAt ?? review.dueAt),
    steps: review.steps.map(({ no, event, fromState, toState, at, byId, content }) => ({ no, event, fromState, toState, at, by: by(byId), content })),
    contract: {
      contractId: contract.id,
      state: contract.state,
      registrationNo: contract.registrationNo,
      officeName: contract.office?.name ?? "",
      applicantName: contract.applicant.name,
      form,
      textWithheld: !readable,
      materials: materialsOf(whole),
      attachments: form.attachments.map(({ code, documentId }) => ({ code, documentId, name: documentName.get(documentId) ?? null })),
      worksheet: form.turnoverFen === null ? null : amountWorksheet(form.turnoverFen, form.deductions),
      technicalFen: contract.technicalFen,
      registeredAt: contract.registeredAt,
      ruleSet: contract.ruleSet,
      decisions: decisions.map(({ no, event, fromState, toState, at, byId, grounds }) => ({ no, event, fromState, toState, at, by: by(byId), grounds })),
      certificate,
    },
    may: {
      confirm: pending && ctx.may("review.confirm", facts),
      return: pending && contract.state === "REGISTERED" && ctx.may("review.return", facts),
      giveNotice: (pending || review.state === "RETURNED") && ctx.may("review.give-notice", facts),
      recordObjection: contract.state === "REGISTERED" && ctx.may("recognition.record-objection", facts),
      dropNotice: review.state === "REVOCATION_NOTICE" && ctx.may("review.drop-notice", facts),
      revoke: review.state === "REVOCATION_NOTICE" && ctx.may("review.revoke", { ...facts, authorId: review.steps.findLast(({ event }) => event === "giveNotice")?.byId ?? null }),
    },
  };
});
