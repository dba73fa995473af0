import { organisationOf, personIdOf } from "../shared/actor.ts";
import { dayOf, type Day } from "../shared/clock.ts";
import type { Tx } from "../shared/database.ts";
import { DomainError, invalidField, notFound, refuse } from "../shared/errors.ts";
import { dateColumn } from "../shared/input.ts";
import { nextNumber } from "../shared/serial-number.ts";
import { toYuanText } from "../shared/money.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { DealTerms, namedPrice, paymentSentence, termProblems, termsToJson, WHOLE_COUNTRY } from "../terms/index.ts";
import { mayBuy } from "../negotiation/index.ts";
import { Prisma } from "../generated/client.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { demandExportStage } from "../export-control/index.ts";
import { relatedParty } from "./notice.rules.ts";
import { writeStep } from "./notice.repository.ts";
import { PrepareNoticeInput, type NoticeTermsInput } from "./notice.schema.ts";
import { termsOf } from "./notice.terms.ts";

/** Writes down what seller and buyer have agreed, to be confirmed by the buyer and then published (协议定价公示准备). Trading §6.1. */
export const prepareNotice = defineUseCase("notice.prepare", PrepareNoticeInput, async (ctx, { resultId, ...input }) => {
  const result = await ctx.tx.result.findUnique({ where: { id: resultId } });
  if (!result) notFound("result", resultId);
  ctx.authorise({ ownerId: result.ownerId });
  if (result.state !== "PUBLISHED") refuse("NOTICE_RESULT_NOT_PUBLISHED");
  await demandExportStage(ctx, "NEGOTIATE", resultId, input.buyerId);
  const at = ctx.clock.now();
  const columns = await termColumns(ctx.tx, result.ownerId, input, dayOf(at));
  const notice = await createNotice(ctx, result, columns);
  ctx.record({ type: "notice", id: notice.id, divisionCode: notice.divisionCode, after: { state: notice.state, no: notice.no, ...termsOf(notice), relatedNature: notice.relatedNature } });
  await notifyOrganisation(ctx, notice.buyerId, ["BUYER", "ORG_ADMIN"], {
    kind: "notice.to-confirm",
    params: { seller: organisationOf(ctx.actor)!.name, title: result.title },
    link: `/desk/notices/${notice.id}`,
  });
  return { noticeId: notice.id, no: notice.no, state: notice.state, version: notice.version };
});

type Columns = Awaited<ReturnType<typeof termColumns>>;

/** Writes a prepared notice; `confirmedAt` where the buyer has agreed to these very terms already. */
export async function createNotice(ctx: Context, result: { readonly id: string; readonly ownerId: string; readonly versionNo: number }, columns: Columns, confirmedAt: Date | null = null) {
  const at = ctx.clock.now();
  const notice = await ctx.tx.publicNotice.create({
    data: {
      ...columns,
      no: await nextNumber(ctx.tx, "notice", at),
      resultId: result.id,
      resultVersionNo: result.versionNo,
      sellerId: result.ownerId,
      buyerConfirmedAt: confirmedAt,
      divisionCode: organisationOf(ctx.actor)!.divisionCode,
      createdById: personIdOf(ctx.actor),
      createdAt: at,
    },
  });
  await writeStep(ctx.tx, notice.id, { event: "prepare", effectiveAt: at, at });
  if (confirmedAt !== null) await writeStep(ctx.tx, notice.id, { event: "confirm", effectiveAt: confirmedAt, at });
  return notice;
}

/** The columns that the typed terms make, after looking at buyer, venue and the declaration of ties. */
export async function termColumns(tx: Tx, sellerId: string, input: NoticeTermsInput, today: Day) {
  const { relation, price: typedPrice, decisionOn, licenceKind, licenceYears, venueId, payment, paymentForm, territory, ...same } = input;
  const buyer = await tx.organisation.findUnique({ where: { id: input.buyerId } });
  if (!buyer || !mayBuy(buyer) || buyer.id === sellerId) invalidField("buyerId", "NOTICE_BUYER_UNFIT");
  if (venueId) {
    const venue = await tx.organisation.findUnique({ where: { id: venueId } });
    if (venue?.kind !== "VENUE" || venue.state !== "VERIFIED") invalidField("venueId", "NOTICE_VENUE_UNFIT");
  }
  if (decisionOn > today) invalidField("decisionOn", "NOTICE_DECISION_IN_FUTURE");
  const { isRelated, natures } = relatedParty(relation);
  const isLicence = input.tradeMode === "LICENCE";
  const licence = isLicence ? { kind: licenceKind!, territory: territory ?? WHOLE_COUNTRY, years: licenceYears! } : null;
  const terms = payment === undefined ? null : DealTerms.parse(termsToJson({ ...NO_OTHER_TERMS, tradeMode: input.tradeMode, licence, payment }));
  const price = typedPrice ?? namedPrice(payment!);
  if (terms !== null) demandFitting(terms, price, today);
  return {
    ...same,
    venueId: venueId ?? null,
    priceFen: price,
    paymentForm: payment === undefined ? paymentForm! : paymentSentence(payment),
    decisionOn: dateColumn(decisionOn),
    licenceKind: isLicence ? (licenceKind ?? null) : null,
    licenceYears: isLicence ? (licenceYears ?? null) : null,
    terms: terms === null ? Prisma.DbNull : (termsToJson(terms) as Prisma.InputJsonObject),
    relationFacts: relation,
    relatedParty: isRelated,
    relatedNature: isRelated ? natures.join(",") : null,
  };
}

const NO_OTHER_TERMS = { delivery: "", improvements: "", other: "" } as const;

/** Structured terms are whole, and the price published is the one they name. */
function demandFitting(terms: DealTerms, priceFen: bigint, today: Day): void {
  const problems = termProblems(terms, today).map((problem) => ({ ...problem, path: problem.path.replace(/^terms\./, "") }));
  if (namedPrice(terms.payment) !== priceFen) problems.push({ path: "price", code: "NOTICE_PRICE_NOT_AS_PAYMENT", details: { price: toYuanText(namedPrice(terms.payment)) } });
  if (problems.length > 0) throw new DomainError("INPUT_INVALID", "invalid", {}, problems);
}
