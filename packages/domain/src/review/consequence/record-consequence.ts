import { notifyOrganisation } from "../../notification/index.ts";
import { dayOf } from "../../shared/clock.ts";
import { invalidField, refuse } from "../../shared/errors.ts";
import { toYuanText } from "../../shared/money.ts";
import { defineUseCase } from "../../shared/use-case.ts";
import { consequenceRefusal, dutiesOf, fineRange, OFFICE_MEASURES, WITH_AMOUNT, type Consequence, type ConsequenceRefusal, type OfficeMeasure, type ProvinceKind } from "./consequence.rules.ts";
import { addConsequence, lockRevoked, named, revocationOf, stepsOf } from "./consequence.repository.ts";
import { RecordConsequenceInput } from "./consequence.schema.ts";

const OF_MONEY: ReadonlySet<ProvinceKind> = new Set(WITH_AMOUNT);

/** The province writes down what followed from a revocation (撤销后续处理): what it told other bodies, what they decided, what was paid, and its own sanctions. */
export const recordConsequence = defineUseCase("consequence.record", RecordConsequenceInput, async (ctx, { contractId, kind, documentNo, on, amount, words }) => {
  const contract = await lockRevoked(ctx, contractId);
  ctx.authorise({ divisionCode: contract.office?.divisionCode });
  const { ground } = revocationOf(contract);
  if (on > dayOf(ctx.clock.now())) invalidField("on", "DAY_NOT_COME");
  if (on < dayOf(contract.endedAt!)) invalidField("on", "BEFORE_REVOCATION");
  if (OF_MONEY.has(kind) && (amount === undefined || (amount === 0n && kind !== "RELIEF_DEMANDED"))) invalidField("amount", "AMOUNT_NEEDED");
  const amountFen = OF_MONEY.has(kind) ? amount! : undefined;
  const province = contract.office!.divisionCode.slice(0, 2);
  const refusal = consequenceRefusal({ kind, amountFen: amountFen ?? null, province, ground, steps: stepsOf(contract), officeSuspended: contract.office!.state === "SUSPENDED" });
  if (refusal) refuseOrMark(refusal, kind, province, stepsOf(contract));
  const no = await addConsequence(ctx, contract, { kind, on, documentNo, ...(amountFen === undefined ? {} : { amountFen }), words });
  const message = { kind: "consequence.recorded", params: named(contract) } as const;
  if (OFFICE_MEASURES.includes(kind as OfficeMeasure)) await notifyOrganisation(ctx, contract.officeId!, ["REGISTRAR", "RECOGNITION_REVIEWER"], { ...message, link: `/desk/registration?group=DONE&file=${contractId}` });
  else await notifyOrganisation(ctx, contract.applicantId, ["SELLER", "BUYER"], { ...message, link: `/desk/contracts/${contractId}` });
  return { contractId, no };
});

/** A wrong amount is said at the amount, with what would be right. */
function refuseOrMark(refusal: ConsequenceRefusal, kind: ProvinceKind, province: string, steps: readonly Consequence[]): never {
  const range = fineRange(kind, province);
  if (refusal === "FINE_OUT_OF_RANGE" && range) invalidField("amount", refusal, { min: toYuanText(range.minFen), max: toYuanText(range.maxFen) });
  if (refusal === "MORE_THAN_OWED") {
    const duty = dutiesOf(steps).find((one) => one.kind === (kind === "FINE_PAID" ? "PAY_FINE" : "REPAY_RELIEF"));
    invalidField("amount", refusal, { open: toYuanText(duty?.openFen ?? 0n) });
  }
  refuse(refusal);
}
