import { decide } from "../authorisation/index.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { dayOf } from "../shared/clock.ts";
import { DomainError, refuse } from "../shared/errors.ts";
import type { Context } from "../shared/use-case.ts";
import { answersProblems, needsSecondReviewer } from "./decision.rules.ts";
import { issueCertificate } from "./issue-certificate.ts";
import { ContractRegistered } from "./recognition.events.ts";
import { moveFile, stopClock, type ContractFile } from "./recognition.repository.ts";
import { registrationFacts, type Registered } from "./registration-facts.ts";
import { ruleSetOn, type RuleSetCode } from "./rule-sets.rules.ts";
import { buildRegistrationNumber } from "./registration-number.rules.ts";
import { codeLookup } from "../reference/index.ts";

export type GivenAnswers = { readonly isTechnologyContract: boolean; readonly contractType: string; readonly technicalAmount: bigint; readonly note: string };

/** The three questions, checked against the file; whoever departs from what was filed says why. */
export function demandAnswers(file: ContractFile, answers: GivenAnswers): void {
  const { isTechnologyContract, contractType, technicalAmount: technicalAmountFen, note } = answers;
  const found = answersProblems({ isTechnologyContract, contractType, turnoverFen: file.turnoverFen ?? 0n, technicalAmountFen });
  const problems = found.map(({ path, code }) => ({ path: `answers.${path.replace(/Fen$/, "")}`, code }));
  if (!codeLookup.isLeaf("contract-types", contractType)) problems.push({ path: "answers.contractType", code: "CODE_UNKNOWN" });
  const departs = contractType !== file.contractType || technicalAmountFen !== file.technicalFen;
  if (departs && note.trim().length < 5) problems.push({ path: "answers.note", code: "DEPARTURE_NEEDS_NOTE" });
  if (problems.length > 0) throw new DomainError("INPUT_INVALID", "invalid", {}, problems);
}

/** The amount of a standing registration is set anew: where it is large, by the second reviewer, as when it was registered. */
export function demandSecondEyes(ctx: Context, file: ContractFile, technicalFen: bigint): void {
  const rules = (file.ruleSet ?? ruleSetOn(dayOf(ctx.clock.now())).code) as RuleSetCode;
  if (needsSecondReviewer(technicalFen, rules) && !decide(ctx.actor, "recognition.decide-large", { officeId: file.officeId, authorId: file.registrarId }).allowed) refuse("LARGE_NEEDS_SECOND_REVIEWER");
}

/**
 * Registers and numbers a file (登记编号). The serial's row is locked from here to the commit, so numbers of one office and year are gap-free
 * and no other office waits.
 */
export async function issueRegistration(ctx: Context, file: ContractFile, answers: GivenAnswers, people: { readonly registrarId: string | null; readonly registrar: string; readonly secondReviewer: string | null }) {
  const registeredAt = ctx.clock.now();
  const { contractType, technicalAmount: technicalFen, note } = answers;
  const registered: Registered = {
    registrationNo: await nextNumber(ctx, file, Number(dayOf(registeredAt).slice(0, 4))),
    registeredAt,
    edition: 1,
    contractType,
    technicalFen,
    registrarId: people.registrarId,
  };
  const { registrationNo } = registered;
  const state = await moveFile(ctx, file, "register", {
    change: { registrationNo, registeredAt, contractType, technicalFen, nextDueAt: null },
    grounds: { registrationNo, answers: { contractType, technicalFen, note }, filed: { contractType: file.contractType, technicalFen: file.technicalFen } },
    at: registeredAt,
  });
  await stopClock(ctx, file.id);
  const { verifyCode } = await issueCertificate(ctx, file, registered, { ...people, ruleSet: file.ruleSet! }, { at: registeredAt });
  ctx.emit(ContractRegistered, { type: "contract", id: file.id }, registrationFacts(file, registered));
  await notifyOrganisation(ctx, file.applicantId, ["SELLER", "BUYER"], {
    kind: "contract.registered",
    params: { projectName: file.projectName, registrationNo },
    link: `/desk/contracts/${file.id}`,
  });
  return { contractId: file.id, version: file.version + 1, state, registrationNo, verifyCode };
}

async function nextNumber(ctx: Context, file: ContractFile, year: number): Promise<string> {
  const office = file.office!;
  if (office.officeNo === null) throw new DomainError("OFFICE_HAS_NO_NUMBER", "refused", { office: office.name });
  const [serial] = await ctx.tx.$queryRaw<{ last: number }[]>`
    insert into registration_serial (office_id, year, last) values (${office.id}::uuid, ${year}, 1)
    on conflict (office_id, year) do update set last = registration_serial.last + 1
    returning last`;
  return buildRegistrationNumber({ year, cityPrefix: office.divisionCode.slice(0, 4), office: office.officeNo, serial: serial!.last });
}

/** The name that stands on the certificate for a person of the office. */
export async function nameOfPerson(ctx: Context, personId: string | null): Promise<string> {
  if (personId === null) return "";
  if (ctx.actor.kind === "person" && ctx.actor.personId === personId) return ctx.actor.name;
  const person = await ctx.tx.person.findUnique({ where: { id: personId }, select: { name: true } });
  return person?.name ?? "";
}
