import { acceptListing, announcementEnd, draftListing, publishListing, qualifyIntent, registerIntent, submitListing, type BiddingPlanInput } from "@ttx/domain/listing";
import type { EncumbranceKind } from "@ttx/domain/listing/client";
import { payDeposit } from "@ttx/domain/deposit";
import { declareProjectContract, namesProject } from "@ttx/domain/project-contract";
import { calendarFor, codeLabel } from "@ttx/domain/reference";
import { dayOf } from "@ttx/domain/shared/clock";
import type { PersonActor } from "@ttx/domain/shared/actor";
import { demoResults, organisationOf } from "../../content/index.ts";
import { SEED } from "../../seed-number.ts";
import { demoPdf, demoPicture } from "../demo-files.ts";
import { idOf } from "../ids.ts";
import type { SceneResult, Stage } from "../stage.ts";

const RESULTS = new Map(demoResults(SEED).map((result) => [result.key, result]));
const DAY_MS = 86_400_000;

/** What a private seller, a university and a State-owned firm must announce at least (trading §2.2). */
export const WORKING_DAYS = { PRIVATE: 5, UNIVERSITY: 10, STATE: 20 } as const;

/** What burdens the right, and what is known to be wrong with the technology, as the seller announces it. */
export type Disclosed = {
  readonly encumbrances?: readonly { readonly kind: EncumbranceKind; readonly territory?: string; readonly endsInDays?: number; readonly detail: string }[];
  readonly defects?: string;
};

export type Offer = {
  /** By its key in the demo country, or one of the scene's own. */
  readonly result: string | SceneResult;
  readonly venue: string;
  /** The desk that offers. */
  readonly desk: string;
  readonly price: string;
  readonly workingDays: number;
  readonly conditions?: string;
  readonly bidding?: BiddingPlanInput;
  /** Nothing unless given. */
  readonly disclosed?: Disclosed;
};
export type Offered = { readonly listingId: string; readonly title: string; readonly seller: PersonActor; readonly venue: string; readonly conditions: number };

export function resultOf(result: string | SceneResult): SceneResult {
  if (typeof result !== "string") return result;
  const found = RESULTS.get(result);
  if (!found) throw new Error(`the demo country has no ${result}`);
  return { id: idOf("result", result), title: found.title, owner: found.owner, tradeModes: found.tradeModes };
}

/** What the contract of the project behind a result says, where it comes from one: before anything is offered. */
export async function declareProject(stage: Stage, result: string | SceneResult, seller: PersonActor): Promise<void> {
  const { id } = resultOf(result);
  const { projectContract, ...named } = await stage.deps.db.result.findUniqueOrThrow({ where: { id }, select: { programme: true, projectNo: true, projectContract: { select: { resultId: true } } } });
  if (projectContract !== null || !namesProject(named)) return;
  const programme = named.programme ?? "";
  await stage.act(declareProjectContract, seller, {
    resultId: id, projectNo: `演示-${programme}-${id.slice(-6)}`, funder: `${codeLabel("programme-sources", programme).zh}管理机构（演示）`, demand: "FREE", clause: "项目形成的知识产权归承担单位所有，由承担单位依法自主转化。",
  });
}

/** An application with its papers; it stays a draft. */
export async function draftOffer(stage: Stage, offer: Offer): Promise<Offered> {
  const result = resultOf(offer.result);
  const seller = stage.who(result.owner, offer.desk);
  const unit = organisationOf(result.owner).name;
  const paper = (name: string, ...words: string[]) => stage.upload(seller, `${name}.pdf`, demoPdf(name, [`成果名称：${result.title}`, ...words, unit]));
  const note = (text: string) => ({ note: text, documentId: null });
  const { encumbrances = [], defects = "" } = offer.disclosed ?? {};
  const isPledged = encumbrances.some(({ kind }) => kind === "PLEDGE");
  const isAssigned = result.tradeModes.includes("ASSIGNMENT");
  await declareProject(stage, offer.result, seller);
  const { listingId } = await stage.act(draftListing, seller, {
    resultId: result.id,
    venueId: stage.organisationId(offer.venue),
    tradeMode: isAssigned ? "ASSIGNMENT" : "LICENCE",
    ...(isAssigned ? {} : { licenceKind: "ordinary", licenceYears: 5 }),
    price: offer.price,
    workingDays: offer.workingDays,
    extensionCycles: 1,
    extensionDays: 5,
    buyerConditions: offer.conditions ?? "具有独立法人资格\n具备实施本技术的中试条件",
    paymentTerms: "合同生效后五个工作日内一次付清；经协商可以分两期支付，首期不低于百分之五十。",
    bidding: offer.bidding ?? {},
    disclosure: {
      encumbrances: await Promise.all(encumbrances.map(async ({ endsInDays, ...one }) => ({ ...one, until: endsInDays === undefined ? null : await stage.day(endsInDays) }))),
      defects,
    },
    declarations: { isTruthful: true },
    materials: {
      APPLICATION: { documentId: await paper("挂牌申请书", "本单位申请将上述成果公开挂牌交易，承诺所提交材料真实、完整。"), note: "" },
      SUBJECT_IDENTITY: note("统一社会信用代码证书复印件已核对。"),
      TITLE_PROOF: { documentId: await paper("权属证明", `专利权人与技术秘密所有人：${unit}。无共有人；${encumbrances.length === 0 ? "无质押。" : "权利负担见披露。"}`), note: "" },
      DECISION_PAPER: note("科技成果转化领导小组会议纪要，已备案。"),
      PRICE_BASIS: note("参照第三方评估报告，评估基准日为本年度六月三十日。"),
      THIRD_PARTY_CONSENTS: note(isPledged ? "无共有人；质权人已书面同意转让，同意书已核对。" : "无共有人和质权人。"),
      PRIORITY_RIGHTS: note("完成人已书面放弃优先受让权。"),
      SECRECY_AND_EXPORT_DECLARATION: note("经本单位保密审查，不涉及国家秘密，不属于限制出口技术。"),
      TECHNICAL_DESCRIPTION: { documentId: await stage.upload(seller, "中试数据曲线.png", demoPicture()), note: "技术说明书与中试报告摘要，见附图。" },
      DRAFT_CONTRACT: note("采用技术转让（专利权）合同示范文本。"),
      BUYER_CONDITIONS: note("受让方应具有独立法人资格。"),
      CONTACT_AND_PAYEE: note("成果转化办公室；收款账户见挂牌申请书。"),
    },
  });
  return { listingId, title: result.title, seller, venue: offer.venue, conditions: (offer.conditions ?? "具有独立法人资格\n具备实施本技术的中试条件").split("\n").length };
}

export async function submitOffer(stage: Stage, offer: Offer): Promise<Offered> {
  const offered = await draftOffer(stage, offer);
  await stage.act(submitListing, offered.seller, { listingId: offered.listingId });
  return offered;
}

export async function acceptOffer(stage: Stage, offer: Offer): Promise<Offered> {
  const offered = await submitOffer(stage, offer);
  await stage.act(acceptListing, stage.who(offer.venue, "reviewer"), { listingId: offered.listingId });
  return offered;
}

/** On the market, its announcement period running. */
export async function listOffer(stage: Stage, offer: Offer): Promise<Offered & { readonly periodEndsAt: Date }> {
  const offered = await acceptOffer(stage, offer);
  const { periodEndsAt } = await stage.act(publishListing, stage.who(offer.venue, "operator"), { listingId: offered.listingId });
  return { ...offered, periodEndsAt };
}

/** How many days ago a listing must have been published for its period to have ended at least so many hours before the present. */
export async function publishedFor(stage: Stage, workingDays: number, hoursOver: number): Promise<number> {
  await stage.daysAgo(0);
  const over = Date.parse(`${await stage.day()}T01:30:00Z`) - hoursOver * 3_600_000;
  for (let days = workingDays; ; days += 1) {
    const publishedAt = new Date(over + hoursOver * 3_600_000 - days * DAY_MS);
    if (announcementEnd(publishedAt, workingDays, calendarFor()).getTime() <= over && dayOf(publishedAt) !== dayOf(new Date(over))) return days;
  }
}

export async function registerBuyer(stage: Stage, { listingId }: Offered, buyer: PersonActor, offer: string | null = null): Promise<string> {
  const { intentId } = await stage.act(registerIntent, buyer, { listingId, statement: "本单位为独立法人，具备中试线和产业化条件，近三年无不良信用记录。", offer, declaresNoTies: true });
  return intentId;
}

/** Registered, found to meet the conditions, deposit paid: a bidder with a number. */
export async function admitBuyer(stage: Stage, offered: Offered, buyer: PersonActor, offer: string | null = null): Promise<string> {
  const intentId = await qualifyBuyer(stage, offered, buyer, offer);
  const { id: depositId } = await stage.deps.db.deposit.findUniqueOrThrow({ where: { intentId }, select: { id: true } });
  await stage.act(payDeposit, buyer, { depositId });
  await stage.settle();
  return intentId;
}

export async function qualifyBuyer(stage: Stage, offered: Offered, buyer: PersonActor, offer: string | null = null): Promise<string> {
  const intentId = await registerBuyer(stage, offered, buyer, offer);
  const findings = Array.from({ length: offered.conditions }, (_, condition) => ({ condition, isMet: true }));
  await stage.act(qualifyIntent, stage.who(offered.venue, "reviewer"), { intentId, findings });
  return intentId;
}
