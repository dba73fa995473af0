import type { Prisma } from "../generated/client.ts";
import { alertSubject } from "../risk/index.ts";
import { reportsToDecide } from "./secrecy-todos.ts";
import type { Desk, Todo, TodoKind, TodoReader } from "./todo.ts";

const STANDING = ["REGISTERED", "CHANGE_PENDING", "RE_REVIEW"] as const;
/** The last of a notice and what was said to it. */
const STATEMENTS = { where: { event: { in: ["giveNotice", "stateView"] } }, orderBy: { no: "desc" }, take: 2, select: { event: true, byId: true } } satisfies Prisma.ProvincialReview$stepsArgs;

async function applicantsContracts({ db, organisationId, most, now }: Desk): Promise<Todo[]> {
  const files = await db.contract.findMany({
    where: { applicantId: organisationId, OR: [{ state: "CORRECTION" }, { state: "DRAFT", dealId: { not: null } }] },
    orderBy: { updatedAt: "desc" },
    take: most,
    select: { id: true, projectName: true, state: true, correctionDueAt: true },
  });
  const alerts = await db.riskAlert.findMany({
    where: { state: "EXPLAINING", partyId: organisationId },
    orderBy: { answerDueAt: "asc" },
    take: most,
    select: { id: true, evidence: true, answerDueAt: true },
  });
  const notices = await db.provincialReview.findMany({
    where: { state: "REVOCATION_NOTICE", answerDueAt: { gt: now }, contract: { applicantId: organisationId } },
    orderBy: { answerDueAt: "asc" },
    take: most,
    select: { id: true, answerDueAt: true, contract: { select: { id: true, projectName: true } }, steps: STATEMENTS },
  });
  const revoked = await db.contract.findMany({
    where: { applicantId: organisationId, state: "REVOKED", consequences: { none: { kind: { in: ["RELIEF_REPORTED", "RELIEF_DEMANDED"] } } } },
    orderBy: { endedAt: "asc" },
    take: most,
    select: { id: true, projectName: true },
  });
  return [
    ...revoked.map(({ id, projectName }): Todo => ({ kind: "RELIEF_REPORT", id, title: projectName, dueAt: null, link: `/desk/contracts/${id}` })),
    ...notices.filter(({ steps }) => steps[0]?.event !== "stateView").map(({ id, answerDueAt, contract }): Todo => ({ kind: "VIEW_STATE", id, title: contract.projectName, dueAt: answerDueAt, link: `/desk/contracts/${contract.id}` })),
    ...files.map(({ id, projectName, state, correctionDueAt }): Todo => ({
      kind: state === "CORRECTION" ? "CONTRACT_CORRECT" : "CONTRACT_SUBMIT",
      id,
      title: projectName,
      dueAt: state === "CORRECTION" ? correctionDueAt : null,
      link: `/desk/contracts/${id}`,
    })),
    ...alerts.map(({ id, evidence, answerDueAt }): Todo => ({ kind: "ALERT_EXPLAIN", id, title: alertSubject(evidence), dueAt: answerDueAt, link: `/desk/explanations?alert=${id}` })),
  ];
}

/** Files that nobody else of the office has in his hands: a lease that has ended keeps nothing. */
function freeFor({ actor, now }: Desk) {
  return { OR: [{ claimedById: null }, { claimedById: actor.personId }, { claimedUntil: { lte: now } }] };
}

async function registrarsFiles(desk: Desk): Promise<Todo[]> {
  const { db, organisationId, most } = desk;
  const files = await db.contract.findMany({
    where: { officeId: organisationId, state: { in: ["SUBMITTED", "ACCEPTED", "CHANGE_PENDING"] }, ...freeFor(desk) },
    orderBy: [{ nextDueAt: "asc" }, { submittedAt: "asc" }],
    take: most,
    select: { id: true, projectName: true, state: true, nextDueAt: true },
  });
  const contested = await db.contract.findMany({
    where: { officeId: organisationId, state: "RE_REVIEW", review: { isNot: { state: "RETURNED" } }, ...freeFor(desk) },
    orderBy: { nextDueAt: "asc" },
    take: most,
    select: { id: true, projectName: true, nextDueAt: true },
  });
  const returned = await db.provincialReview.findMany({
    where: { state: "RETURNED", contract: { officeId: organisationId } },
    orderBy: { answerDueAt: "asc" },
    take: most,
    select: { id: true, answerDueAt: true, contract: { select: { id: true, projectName: true } } },
  });
  return [
    ...returned.map(({ id, answerDueAt, contract }): Todo => ({ kind: "REVIEW_ANSWER", id, title: contract.projectName, dueAt: answerDueAt, link: `/desk/registration?file=${contract.id}` })),
    ...contested.map(({ id, projectName, nextDueAt }): Todo => ({ kind: "CONTRACT_RE_DECIDE", id, title: projectName, dueAt: nextDueAt, link: `/desk/registration?file=${id}` })),
    ...files.map(({ id, projectName, state, nextDueAt }): Todo => ({ kind: STEP_OF_STATE[state] ?? "CONTRACT_DECIDE", id, title: projectName, dueAt: nextDueAt, link: `/desk/registration?file=${id}` })),
  ];
}

const STEP_OF_STATE: Readonly<Partial<Record<string, TodoKind>>> = { SUBMITTED: "CONTRACT_ACCEPT", CHANGE_PENDING: "CONTRACT_CHANGE" };

/** What an inspection found in the office's files (抽查整改). */
async function officesDefects({ db, organisationId, most }: Desk): Promise<Todo[]> {
  const items = await db.inspectionItem.findMany({ where: { state: "DEFECT_FOUND", inspection: { officeId: organisationId } }, take: most, select: { inspectionId: true, no: true, contract: { select: { projectName: true } } } });
  return items.map(({ inspectionId, no, contract }): Todo => ({ kind: "INSPECTION_REMEDY", id: `${inspectionId}-${no}`, title: contract.projectName, dueAt: null, link: `/desk/inspections/${inspectionId}` }));
}

async function expertOpinions({ db, actor, most }: Desk): Promise<Todo[]> {
  const asked = await db.expertOpinion.findMany({ where: { personId: actor.personId, state: "INVITED", review: { state: "OPEN" } }, take: most, select: { reviewId: true, review: { select: { contract: { select: { projectName: true, dueAt: true } } } } } });
  return asked.map(({ reviewId, review: { contract } }): Todo => ({ kind: "EXPERT_ANSWER", id: reviewId, title: contract.projectName, dueAt: contract.dueAt, link: `/desk/expert-reviews?review=${reviewId}` }));
}

async function secondReviews(desk: Desk): Promise<Todo[]> {
  const { db, organisationId, most, actor } = desk;
  const files = await db.contract.findMany({
    where: { officeId: organisationId, state: "SECOND_REVIEW", registrarId: { not: actor.personId }, ...freeFor(desk) },
    orderBy: { dueAt: "asc" },
    take: most,
    select: { id: true, projectName: true, dueAt: true },
  });
  return files.map(({ id, projectName, dueAt }): Todo => ({ kind: "CONTRACT_SECOND_REVIEW", id, title: projectName, dueAt, link: `/desk/second-review?file=${id}` }));
}

async function administratorsDesk({ db, jurisdiction, most, actor, now }: Desk): Promise<Todo[]> {
  if (jurisdiction === null) return [];
  const within = { divisionCode: { startsWith: jurisdiction } };
  const province = jurisdiction.length === 2;
  const [secrecy, appeals, reviews, notices, remedies, alerts, organisations, untold, repairs] = await Promise.all([
    province ? reportsToDecide(db, within, actor.personId, most) : [],
    province
      ? db.refusalAppeal.findMany({ where: { ...within, state: "FILED" }, orderBy: { dueAt: "asc" }, take: most, select: { id: true, dueAt: true, contract: { select: { projectName: true } } } })
      : [],
    province
      ? db.provincialReview.findMany({ where: { ...within, state: "PENDING", contract: { state: { in: [...STANDING] } } }, orderBy: { dueAt: "asc" }, take: most, select: { id: true, dueAt: true, contract: { select: { projectName: true } } } })
      : [],
    province
      ? db.provincialReview.findMany({ where: { ...within, state: "REVOCATION_NOTICE" }, orderBy: { answerDueAt: "asc" }, take: most, select: { id: true, answerDueAt: true, contract: { select: { projectName: true } }, steps: STATEMENTS } })
      : [],
    province
      ? db.inspectionItem.findMany({ where: { state: "REMEDIED", inspection: within }, take: most, select: { inspectionId: true, no: true, contract: { select: { projectName: true } } } })
      : [],
    db.riskAlert.findMany({ where: { ...within, state: "OPEN" }, orderBy: [{ level: "desc" }, { answerDueAt: "asc" }], take: most, select: { id: true, evidence: true, answerDueAt: true } }),
    db.organisation.findMany({ where: { ...within, state: "PENDING" }, orderBy: { createdAt: "asc" }, take: most, select: { id: true, name: true } }),
    province
      ? db.contract.findMany({ where: { ...within, state: "REVOKED", consequences: { none: { kind: "BODIES_TOLD" } } }, orderBy: { endedAt: "asc" }, take: most, select: { id: true, projectName: true } })
      : [],
    province
      ? db.sectorRecord.findMany({ where: { ...within, ended: null, repairDueAt: { not: null } }, orderBy: { repairDueAt: "asc" }, take: most, select: { contractId: true, repairDueAt: true, contract: { select: { projectName: true } } } })
      : [],
  ]);
  return [
    ...secrecy,
    ...untold.map(({ id, projectName }): Todo => ({ kind: "CONSEQUENCE_RECORD", id, title: projectName, dueAt: null, link: `/desk/contracts/${id}` })),
    ...repairs.map(({ contractId, repairDueAt, contract }): Todo => ({ kind: "REPAIR_DECIDE", id: contractId, title: contract.projectName, dueAt: repairDueAt, link: `/desk/contracts/${contractId}` })),
    ...appeals.map(({ id, dueAt, contract }): Todo => ({ kind: "APPEAL_DECIDE", id, title: contract.projectName, dueAt, link: `/desk/appeals?appeal=${id}` })),
    ...reviews.map(({ id, dueAt, contract }): Todo => ({ kind: "REVIEW_DECIDE", id, title: contract.projectName, dueAt, link: `/desk/provincial-review?review=${id}` })),
    // Once the party was heard or its days are over; who gave the notice does not decide.
    ...notices
      .filter(({ answerDueAt, steps }) => (steps[0]?.event === "stateView" || (answerDueAt !== null && answerDueAt <= now)) && steps.find(({ event }) => event === "giveNotice")?.byId !== actor.personId)
      .map(({ id, answerDueAt, contract }): Todo => ({ kind: "REVOCATION_DECIDE", id, title: contract.projectName, dueAt: answerDueAt, link: `/desk/provincial-review?review=${id}` })),
    ...remedies.map(({ inspectionId, no, contract }): Todo => ({ kind: "INSPECTION_JUDGE", id: `${inspectionId}-${no}`, title: contract.projectName, dueAt: null, link: `/desk/inspections/${inspectionId}` })),
    ...alerts.map(({ id, evidence, answerDueAt }): Todo => ({ kind: "ALERT_HANDLE", id, title: alertSubject(evidence), dueAt: answerDueAt, link: `/desk/risk?alert=${id}` })),
    ...organisations.map(({ id, name }): Todo => ({ kind: "ORGANISATION_VERIFY", id, title: name, dueAt: null, link: `/desk/organisations/${id}` })),
  ];
}

export const OFFICE_TODOS: readonly TodoReader[] = [
  { roles: ["SELLER", "BUYER"], read: applicantsContracts },
  { roles: ["REGISTRAR"], read: registrarsFiles },
  { roles: ["RECOGNITION_REVIEWER"], read: secondReviews },
  { roles: ["REGISTRAR"], read: officesDefects },
  { roles: ["SELLER", "BUYER", "TECHNOLOGY_MANAGER"], read: expertOpinions },
  { roles: ["ADMINISTRATOR", "NATIONAL_ADMINISTRATOR"], read: administratorsDesk },
];
