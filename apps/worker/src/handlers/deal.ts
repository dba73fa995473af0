import { AuctionAnnulled, AuctionAwarded } from "@ttx/domain/auction";
import { revokeWithDeal } from "@ttx/domain/certificate";
import { annulDeal, DealFailed, openDealFromAuction, openDealFromSoleBuyer, receiveDealPayment } from "@ttx/domain/deal";
import { PaymentReceived } from "@ttx/domain/deposit";
import { ListingFoundSoleBuyer } from "@ttx/domain/listing";
import { ContentSealed } from "@ttx/domain/secrecy";
import { act, on, type Handler } from "../handler.ts";

export const DEAL_HANDLERS: readonly Handler[] = [
  on(ContentSealed, "deal.annul-sealed", ({ payload }) => payload.dealIds.flatMap((dealId) => act(annulDeal, { dealId, ruling: "内容屏蔽决定", reason: "所涉内容已屏蔽，不能继续交易。" }))),
  on(AuctionAwarded, "deal.open-from-auction", ({ payload }) => act(openDealFromAuction, { ...payload, priceFen: BigInt(payload.priceFen), awardedAt: new Date(payload.awardedAt) })),
  on(AuctionAnnulled, "deal.annul-with-auction", ({ payload }) => (payload.dealId === null ? [] : act(annulDeal, { dealId: payload.dealId, ruling: "竞价撤销决定", reason: payload.reason.slice(0, 900) }))),
  on(ListingFoundSoleBuyer, "deal.open-from-sole-buyer", ({ payload }) => act(openDealFromSoleBuyer, { ...payload, priceFen: BigInt(payload.priceFen), effectiveAt: new Date(payload.effectiveAt) })),
  on(PaymentReceived, "deal.receive-payment", ({ payload }) => act(receiveDealPayment, { receiptId: payload.receiptId })),
  on(DealFailed, "certificate.revoke-with-deal", ({ payload }) => act(revokeWithDeal, { dealId: payload.dealId, reason: payload.state === "ANNULLED" ? "成交已撤销" : "受让方违约，成交终止" })),
];
