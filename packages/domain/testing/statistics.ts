import { randomUUID } from "node:crypto";
import { ContractAmended, ContractCancelled, ContractRegistered, ContractRevoked, type RegistrationFacts } from "../src/recognition/index.ts";
import { SYSTEM } from "../src/shared/actor.ts";
import type { Deps } from "../src/shared/database.ts";
import { execute } from "../src/shared/execute.ts";
import { addToStatistics } from "../src/statistics/index.ts";
import { anOrigin } from "./origin.ts";

export type Party = RegistrationFacts["sellers"][number];

export function aParty(change: Partial<Party> = {}): Party {
  return { key: change.key ?? randomUUID(), name: "测试单位", division: "330106", type: "0221", country: "CHN", shareBp: 10_000, ...change };
}

/** The facts of a registration as the event tells them; in March 2026, from a university in Hangzhou to a firm in Shenzhen. */
export function aRegistration({ sellers = [aParty()], buyers = [aParty({ division: "440305", type: "170" })], ...change }: Partial<RegistrationFacts> = {}): RegistrationFacts {
  const contractId = change.contractId ?? randomUUID();
  return {
    contractId, registrationNo: contractId.slice(0, 16), edition: 1, registeredAt: "2026-03-10T02:00:00.000Z", year: 2026, month: 3, officeId: randomUUID(),
    sellerDivision: sellers[0]!.division, buyerDivision: buyers[0]!.division, officeDivision: "330100", contractType: "11", field: "05", sellerType: sellers[0]!.type, buyerType: buyers[0]!.type,
    ipKind: "0", programme: "0", objective: "10", industry: "34", payment: "1", turnoverFen: "100000000", technicalFen: "90000000", projectName: "测试项目", signedOn: "2026-03-01",
    validFrom: "2026-03-01", validTo: "2027-03-01", sellerKey: sellers[0]!.key, buyerKey: buyers[0]!.key, sellers, buyers, patents: [], textFingerprint: null, secret: "none",
    taxClaims: [], dealId: null, applicantId: randomUUID(), registrarId: null, ...change,
  };
}

/** Counts registrations in, as their events would. */
export async function counted(deps: Deps, ...registrations: readonly RegistrationFacts[]): Promise<void> {
  for (const facts of registrations) await execute(deps, addToStatistics, SYSTEM, { countIn: facts }, anOrigin());
}

const CHANGES = {
  [ContractRegistered.name]: (payload: unknown) => ({ countIn: payload }),
  [ContractAmended.name]: (payload: unknown) => {
    const { before, after } = ContractAmended.payload.parse(payload);
    return { countOut: before, countIn: after };
  },
  [ContractCancelled.name]: (payload: unknown) => ({ countOut: payload }),
  [ContractRevoked.name]: (payload: unknown) => ({ countOut: payload }),
};

/** Does what the worker does with the events that the statistics listen to, in their order; again and again with the same outcome. */
export async function deliverToStatistics(deps: Deps): Promise<void> {
  const events = await deps.db.outboxEvent.findMany({ where: { type: { in: Object.keys(CHANGES) } }, orderBy: { id: "asc" } });
  for (const { type, payload } of events) await execute(deps, addToStatistics, SYSTEM, CHANGES[type]!(payload), anOrigin());
}
