import { NOTICE_STEP_LABELS, RELATION_LABELS, RULING_LABELS } from "../agreed-price/index.ts";
import { RECORD_SIGNER_LABELS } from "../auction/index.ts";
import { DEAL_ORIGIN_LABELS, DEAL_STATE_LABELS } from "../deal/index.ts";
import { EXPORT_GATE_STATE_LABELS, EXPORT_PAPER_LABELS } from "../export-control/index.ts";
import { LISTING_EVENT_LABELS } from "../listing/index.ts";
import { secondText, type RecordLine, type RoomRecord } from "../negotiation/index.ts";
import { PRIORITY_STATE_LABELS } from "../priority-right/index.ts";
import { toYuanText } from "../shared/money.ts";
import type { Evidence } from "./collect.ts";

const when = (at: Date | null): string => (at === null ? "—" : secondText(at));
const named = (labels: Readonly<Record<string, { readonly zh: string }>>, code: string): string => labels[code]?.zh ?? code;
const yuan = (amountFen: bigint | null): string => (amountFen === null ? "—" : `${toYuanText(amountFen)} 元`);

/** The evidence as a paper reads it (证据材料汇编): decision, price basis, proof of the market or of the notice, contract, money, certificate, trail. */
export function evidenceRecord(evidence: Evidence, hash: string, exportedAt: Date): RoomRecord {
  const { deal, listing, auction, notice, gate, fees, projectContract } = evidence;
  const steps = (rows: readonly { readonly event: string; readonly effectiveAt: Date; readonly reason: string | null }[], labels: Parameters<typeof named>[0]): RecordLine[] =>
    rows.map(({ event, effectiveAt, reason }) => ({ label: when(effectiveAt), value: [named(labels, event), reason].filter(Boolean).join("：") }));
  const parts: { readonly heading: string; readonly lines: readonly RecordLine[] }[] = [];
  if (listing) {
    parts.push({ heading: `挂牌 ${listing.no}`, lines: [
      { label: "挂牌价", value: yuan(listing.priceFen) }, { label: "基准价", value: yuan(listing.basisFen) }, { label: "发布时间", value: when(listing.publishedAt) },
      { label: "审查", value: listing.reviewedByAnother ? "由申报人以外的人审查" : "—" }, { label: "意向登记", value: `${evidence.intents.length} 家，其中取得资格 ${evidence.intents.filter(({ admittedAt }) => admittedAt !== null).length} 家` }, ...steps(evidence.listingSteps, LISTING_EVENT_LABELS),
    ] });
  }
  if (auction) parts.push({ heading: `竞价 ${auction.no}`, lines: [{ label: "有效出价", value: `${auction.acceptedCount} 次，日志 ${auction.sequence} 条` }, { label: "公告 SHA-256", value: auction.announcementHash }, { label: "日志链末端", value: auction.chainHead }, { label: "结束时间", value: when(auction.closedAt) }, ...auction.signatures.map(({ role, personName, signedAt, signature }) => ({ label: `${named(RECORD_SIGNER_LABELS, role)}签署`, value: `${personName}，${when(signedAt)}\n签名 ${signature}` }))] });
  if (notice) {
    parts.push({ heading: `协议定价公示 ${notice.no}`, lines: [
      { label: "公示价格", value: yuan(notice.priceFen) }, { label: "付款约定", value: notice.paymentForm }, { label: "定价依据", value: notice.priceBasis }, { label: "集体决策", value: `${notice.decisionBody}，${notice.decisionOn.toISOString().slice(0, 10)}` }, ...(notice.directApproval === "" ? [] : [{ label: "直接协议转让批准文件", value: notice.directApproval }]),
      { label: "关联关系", value: notice.relatedParty ? `已申报：${named(RELATION_LABELS, notice.relatedNature ?? "")}` : "无" }, { label: "公示位置", value: notice.unitPlace }, { label: "公示期", value: `${when(notice.publishedAt)} 至 ${when(notice.endsAt)}` }, { label: "期满无异议", value: when(notice.clearedAt) }, ...steps(evidence.noticeSteps, NOTICE_STEP_LABELS),
    ] });
    parts.push({ heading: "异议与处理", lines: evidence.objections.length === 0 ? [{ label: "异议", value: "无" }] : evidence.objections.map(({ facts, filedAt, ruling, ruledAt }) => ({ label: when(filedAt), value: `${facts}\n处理（${when(ruledAt)}）：${ruling === null ? "未处理" : named(RULING_LABELS, ruling)}` })) });
  }
  parts.push(
    { heading: "项目合同约定", lines: projectContract ? [{ label: "项目", value: `${projectContract.projectNo}，${projectContract.funder}` }, { label: "处置约定", value: projectContract.demand === "CONSENT" ? `须经资助方同意；${projectContract.consentNo === null ? "未登记同意文件" : `${projectContract.consentNo}，${projectContract.consentOn?.toISOString().slice(0, 10) ?? "—"}`}` : "由转让方自主处置" }] : [] },
    { heading: "优先权", lines: evidence.rights.length === 0 ? [{ label: "优先权", value: "无" }] : evidence.rights.map(({ holder, state, notifiedAt, answeredAt }) => ({ label: holder, value: `${named(PRIORITY_STATE_LABELS, state)}，通知 ${when(notifiedAt)}，答复 ${when(answeredAt)}` })) },
    { heading: "评估报告", lines: evidence.valuations.map(({ reportNo, appraiser, valueFen, valuedOn }) => ({ label: valuedOn.toISOString().slice(0, 10), value: `${reportNo}，${appraiser}，${yuan(valueFen)}` })) },
    { heading: "技术出口", lines: gate ? [{ label: "状态", value: named(EXPORT_GATE_STATE_LABELS, gate.state) }, ...gate.papers.map(({ kind, number, authority, issuedOn }) => ({ label: named(EXPORT_PAPER_LABELS, kind), value: `${number}，${authority}，${issuedOn.toISOString().slice(0, 10)}` }))] : [{ label: "技术出口", value: "不涉及" }] },
    { heading: "合同", lines: [{ label: "名称", value: deal.contractName ?? "—" }, { label: "SHA-256", value: deal.contractHash ?? "—" }, { label: "转让方签署", value: when(deal.sellerSignedAt) }, { label: "受让方签署", value: when(deal.buyerSignedAt) }] },
    { heading: "价款", lines: [...deal.payments.map(({ no, dueOn, amountFen, paidAt }) => ({ label: `第 ${no} 期`, value: `${yuan(amountFen)}，约定 ${dueOn.toISOString().slice(0, 10)}，到账 ${when(paidAt)}` })), { label: "移交确认", value: when(deal.handedOverAt) }, { label: "价款划转", value: when(deal.releasedAt) }] },
    { heading: "交易服务费", lines: fees ? [{ label: "受让方承担", value: `${yuan(fees.buyerFen)}，已付 ${yuan(fees.buyerPaidFen)}` }, { label: "转让方承担", value: `${yuan(fees.sellerFen)}，划转价款时扣收` }, { label: "收费标准", value: fees.tariff }] : [] },
    { heading: "交易凭证", lines: evidence.certificates.map(({ no, hash: own, verifyCode, issuedAt, revokedAt }) => ({ label: no, value: `${when(issuedAt)} 出具${revokedAt === null ? "" : `，${when(revokedAt)} 撤销`}\n核验码 ${verifyCode}\nSHA-256 ${own}` })) },
    { heading: "收益分配", lines: evidence.shares.map(({ received, pool, decisionBody, noticedAt, paidOn }) => ({ label: yuan(received), value: `奖酬 ${yuan(pool)}，决策 ${decisionBody ?? "—"}，公示 ${when(noticedAt)}，发放 ${paidOn === null ? "—" : paidOn.toISOString().slice(0, 10)}` })) },
    { heading: "文件", lines: evidence.documents.map(({ name, sha256 }) => ({ label: name, value: sha256 })) },
    { heading: "留痕（审计记录的编号、行为与 SHA-256）", lines: evidence.trail.map(({ no, at, act, hash: own }) => ({ label: `${no} ${when(at)}`, value: `${act}\n${own}` })) },
  );
  return {
    no: deal.no,
    title: deal.result,
    hash,
    exportedAt,
    facts: [
      { label: "成果", value: deal.result }, { label: "转让方", value: deal.seller }, { label: "受让方", value: deal.buyer }, { label: "交易机构", value: deal.venue ?? "双方自行结算" }, { label: "成交方式", value: DEAL_ORIGIN_LABELS[deal.origin].zh },
      { label: "成交价", value: yuan(deal.priceFen) }, { label: "成交时间", value: when(deal.awardedAt) }, { label: "状态", value: DEAL_STATE_LABELS[deal.state].zh },
    ],
    parts: parts.filter(({ lines }) => lines.length > 0),
  };
}
