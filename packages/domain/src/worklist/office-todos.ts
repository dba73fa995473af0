import { alertSubject } from "../risk/index.ts";
import type { Desk, Todo, TodoReader } from "./todo.ts";

async function sellersContracts({ db, organisationId, most }: Desk): Promise<Todo[]> {
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
  return [
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

async function registrarsFiles({ db, organisationId, most, actor }: Desk): Promise<Todo[]> {
  const files = await db.contract.findMany({
    where: { officeId: organisationId, state: { in: ["SUBMITTED", "ACCEPTED"] }, OR: [{ claimedById: null }, { claimedById: actor.personId }] },
    orderBy: [{ nextDueAt: "asc" }, { submittedAt: "asc" }],
    take: most,
    select: { id: true, projectName: true, state: true, dueAt: true },
  });
  const returned = await db.provincialReview.findMany({
    where: { state: "RETURNED", contract: { officeId: organisationId } },
    orderBy: { answerDueAt: "asc" },
    take: most,
    select: { id: true, answerDueAt: true, contract: { select: { id: true, projectName: true } } },
  });
  return [
    ...returned.map(({ id, answerDueAt, contract }): Todo => ({ kind: "REVIEW_ANSWER", id, title: contract.projectName, dueAt: answerDueAt, link: `/desk/registration?file=${contract.id}` })),
    ...files.map(({ id, projectName, state, dueAt }): Todo => ({ kind: state === "SUBMITTED" ? "CONTRACT_ACCEPT" : "CONTRACT_DECIDE", id, title: projectName, dueAt, link: `/desk/registration?file=${id}` })),
  ];
}

/** What an inspection found in the office's files (抽查整改). */
async function officesDefects({ db, organisationId, most }: Desk): Promise<Todo[]> {
  const items = await db.inspectionItem.findMany({ where: { state: "DEFECT_FOUND", inspection: { officeId: organisationId } }, take: most, select: { inspectionId: true, no: true, contract: { select: { projectName: true } } } });
  return items.map(({ inspectionId, no, contract }): Todo => ({ kind: "INSPECTION_REMEDY", id: `${inspectionId}-${no}`, title: contract.projectName, dueAt: null, link: `/desk/inspections/${inspectionId}` }));
}

async function expertOpinions({ db, actor, most }: Desk): Promise<Todo[]> {
  const asked = await db.expertOpinion.findMany({ where: { personId: actor.personId, state: "INVITED", review: { state: "OPEN" } }, take: most, select: { reviewId: true, review: { select: { contract: { select: { projectName: true, dueAt: true } } } } } });
  return asked.map(({ reviewId, review: { contract } }): Todo => ({ kind: "EXPERT_ANSWER", id: reviewId, title: contract.projectName, dueAt: contract.dueAt, link: `/desk/expert-reviews?review=${reviewId}` }));
}

async function secondReviews({ db, organisationId, most, actor }: Desk): Promise<Todo[]> {
  const files = await db.contract.findMany({
    where: { officeId: organisationId, state: "SECOND_REVIEW", registrarId: { not: actor.personId } },
    orderBy: { dueAt: "asc" },
    take: most,
    select: { id: true, projectName: true, dueAt: true },
  });
  return files.map(({ id, projectName, dueAt }): Todo => ({ kind: "CONTRACT_SECOND_REVIEW", id, title: projectName, dueAt, link: `/desk/second-review?file=${id}` }));
}

async function administratorsDesk({ db, jurisdiction, most }: Desk): Promise<Todo[]> {
  if (jurisdiction === null) return [];
  const within = { divisionCode: { startsWith: jurisdiction } };
  const [appeals, reviews, alerts, organisations] = await Promise.all([
    jurisdiction.length === 2
      ? db.refusalAppeal.findMany({ where: { ...within, state: "FILED" }, orderBy: { dueAt: "asc" }, take: most, select: { id: true, dueAt: true, contract: { select: { projectName: true } } } })
      : [],
    jurisdiction.length === 2
      ? db.provincialReview.findMany({ where: { ...within, state: "PENDING" }, orderBy: { dueAt: "asc" }, take: most, select: { id: true, dueAt: true, contract: { select: { projectName: true } } } })
      : [],
    db.riskAlert.findMany({ where: { ...within, state: "OPEN" }, orderBy: [{ level: "desc" }, { answerDueAt: "asc" }], take: most, select: { id: true, evidence: true, answerDueAt: true } }),
    db.organisation.findMany({ where: { ...within, state: "PENDING" }, orderBy: { createdAt: "asc" }, take: most, select: { id: true, name: true } }),
  ]);
  return [
    ...appeals.map(({ id, dueAt, contract }): Todo => ({ kind: "APPEAL_DECIDE", id, title: contract.projectName, dueAt, link: `/desk/appeals?appeal=${id}` })),
    ...reviews.map(({ id, dueAt, contract }): Todo => ({ kind: "REVIEW_DECIDE", id, title: contract.projectName, dueAt, link: `/desk/provincial-review?review=${id}` })),
    ...alerts.map(({ id, evidence, answerDueAt }): Todo => ({ kind: "ALERT_HANDLE", id, title: alertSubject(evidence), dueAt: answerDueAt, link: `/desk/risk?alert=${id}` })),
    ...organisations.map(({ id, name }): Todo => ({ kind: "ORGANISATION_VERIFY", id, title: name, dueAt: null, link: `/desk/organisations/${id}` })),
  ];
}

export const OFFICE_TODOS: readonly TodoReader[] = [
  { roles: ["SELLER"], read: sellersContracts },
  { roles: ["REGISTRAR"], read: registrarsFiles },
  { roles: ["RECOGNITION_REVIEWER"], read: secondReviews },
  { roles: ["REGISTRAR"], read: officesDefects },
  { roles: ["SELLER", "BUYER", "TECHNOLOGY_MANAGER"], read: expertOpinions },
  { roles: ["ADMINISTRATOR", "NATIONAL_ADMINISTRATOR"], read: administratorsDesk },
];
