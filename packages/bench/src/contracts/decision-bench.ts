import { draftOf, loadContract } from "@ttx/domain/contract";
import { registerContract } from "@ttx/domain/recognition";
import { notifyOrganisation } from "@ttx/domain/notification";
import { runningFrom, readDomainTime } from "@ttx/domain/shared/domain-clock";
import type { Deps } from "@ttx/domain/shared/database";
import { execute } from "@ttx/domain/shared/execute";
import { aContractSeller, anAcceptedContract, anOffice, answersAsFiled, type Office } from "@ttx/domain/testing/contracts";
import { anOrigin } from "@ttx/domain/testing/origin";
import type { BenchRun } from "../bench.ts";
import { inTurn, median, ROUNDS } from "../rounds.ts";

const DECISIONS = 40;
const NUMBERED = 60;
/** Registrars of one office who decide at the same time. */
const DESKS = 6;

/** A decision with its record, event and number, against the same transaction without the three. */
export async function measureDecisions(run: BenchRun, deps: Deps): Promise<void> {
  const office = await anOffice(deps);
  const accepted = await accept(deps, office, "330106", DECISIONS * 2 * ROUNDS);
  let next = 0;
  const timed = async (decide: (contractId: string) => Promise<unknown>): Promise<number> => {
    const times: number[] = [];
    for (let i = 0; i < DECISIONS; i += 1) {
      const contractId = accepted[(next += 1) - 1]!;
      const started = performance.now();
      await decide(contractId);
      times.push(performance.now() - started);
    }
    return median(times);
  };
  const answers = new Map(await Promise.all(accepted.map(async (contractId) => [contractId, await answersAsFiled(deps, contractId)] as const)));
  const whole = (contractId: string) => execute(deps, registerContract, office.registrar, { contractId, answers: answers.get(contractId)! }, anOrigin());
  const bare = (contractId: string) => bareDecision(deps, contractId, office.registrar.personId);
  const times = await inTurn({ bare: () => timed(bare), whole: () => timed(whole) }, run.say);
  run.figure({ metric: "a decision with audit, outbox and number, against the same transaction without them", value: times.whole, unit: "ms", baseline: times.bare, goal: { of: "ratio", is: "at most", bound: 3 } });
  await measureNumbers(run, deps);
}

/** What a decision does to a file, and nothing of what proves, tells and numbers it. */
async function bareDecision(deps: Deps, contractId: string, byId: string): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    const clock = runningFrom(await readDomainTime(tx, deps.config.mode));
    const file = await loadContract(tx, contractId);
    const at = clock.now();
    draftOf(file);
    await tx.riskAlertSubject.count({ where: { subjectType: "contract", subjectId: file.id, alert: { level: { in: ["AMBER", "RED"] }, state: { in: ["OPEN", "EXPLAINING"] } } } });
    await tx.contract.updateMany({ where: { id: file.id, state: file.state, version: file.version }, data: { state: "REGISTERED", registrationNo: contractId, registeredAt: at, contractType: file.contractType, technicalFen: file.technicalFen, nextDueAt: null, version: { increment: 1 }, claimedById: null, claimedUntil: null, updatedAt: at } });
    const { _max } = await tx.recognitionDecision.aggregate({ where: { contractId }, _max: { no: true } });
    await tx.recognitionDecision.create({ data: { contractId, no: (_max.no ?? 0) + 1, event: "register", fromState: file.state, toState: "REGISTERED", byId, at, grounds: {} } });
    await tx.dueAct.updateMany({ where: { kind: { in: ["recognition.warn", "recognition.escalate"] }, subjectId: file.id, doneAt: null }, data: { doneAt: at } });
    await tx.registrationCertificate.create({ data: { contractId, edition: 1, facts: {}, hash: contractId, verifyCode: contractId, issuedAt: at } });
    await notifyOrganisation({ tx, clock, config: deps.config }, file.applicantId, ["SELLER", "BUYER"], { kind: "contract.registered", params: { projectName: file.projectName, registrationNo: "" }, link: `/desk/contracts/${file.id}` });
  });
}

/** Numbers of one office under concurrency, and of another while one is held. */
async function measureNumbers(run: BenchRun, deps: Deps): Promise<void> {
  const [one, other] = [await anOffice(deps, { divisionCode: "420100" }), await anOffice(deps, { divisionCode: "510100" })];
  const [files, others] = [await accept(deps, one, "420102", NUMBERED), await accept(deps, other, "510104", 20)];
  const decide = async (office: Office, contractId: string) => execute(deps, registerContract, office.registrar, { contractId, answers: await answersAsFiled(deps, contractId) }, anOrigin());
  const waiting = [...files];
  const numbers: number[] = [];
  const desk = async (): Promise<void> => {
    for (let contractId = waiting.pop(); contractId !== undefined; contractId = waiting.pop()) numbers.push(Number((await decide(one, contractId)).registrationNo!.slice(-6)));
  };
  await Promise.all(Array.from({ length: DESKS }, desk));
  const gapFree = numbers.sort((a, b) => a - b).every((number, i) => number === i + 1);
  run.figure({ metric: `${NUMBERED} decisions of one office, ${DESKS} at a time: numbers without gap or double`, value: gapFree ? 1 : 0, unit: "holds", goal: { of: "value", is: "at least", bound: 1 } });
  const client = await deps.pool.connect();
  try {
    await client.query("begin");
    await client.query("select last from registration_serial where office_id = $1 for update", [one.organisation.id]);
    const decided = await Promise.race([Promise.all(others.map((contractId) => decide(other, contractId))).then((all) => all.length), new Promise<number>((resolve) => setTimeout(resolve, 20_000, 0))]);
    run.figure({ metric: "decisions of another office while one office's number is held", value: decided / others.length, unit: "of them", goal: { of: "value", is: "at least", bound: 1 } });
  } finally {
    await client.query("rollback");
    client.release();
  }
}

async function accept(deps: Deps, office: Office, sellerDivision: string, count: number): Promise<readonly string[]> {
  const seller = await aContractSeller(deps, sellerDivision);
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) ids.push((await anAcceptedContract(deps, office, { seller })).contractId);
  return ids;
}
