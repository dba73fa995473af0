import { capitalYuan } from "../shared/capital-yuan.ts";
import { dayOf } from "../shared/clock.ts";
import { toYuanText } from "../shared/money.ts";
import type { CertificateSheet } from "../shared/pdf.ts";
import { TRADE_MODE_LABELS } from "../result/index.ts";
import { LICENCE_KIND_LABELS } from "../agreed-price/index.ts";
import { DEAL_METHOD_LABELS } from "./certificate.labels.ts";
import type { CertifiedFacts } from "./certificate.schema.ts";

type Issued = { readonly facts: CertifiedFacts; readonly hash: string; readonly verifyCode: string; readonly issuedAt: Date; readonly revokedAt: Date | null };

/** The certificate as it is printed. */
export function certificateSheet({ facts, hash, verifyCode, issuedAt, revokedAt }: Issued, publicUrl: string): CertificateSheet {
  return {
    title: "技术交易凭证",
    titleEn: "Technology Transaction Certificate",
    number: `编号：${facts.no}`,
    statement: `兹证明下列技术交易已在本机构依法依规完成成交、签约，应付价款已按约定到账，特出具本凭证。`,
    facts: rows(facts),
    issuer: facts.venue,
    issuedOn: dayOf(issuedAt),
    issuedAt,
    verifyUrl: `${publicUrl}/verify/${verifyCode}`,
    verifyCode,
    hash,
    ...(revokedAt === null ? {} : { overprint: "已撤销" }),
  };
}

function rows(facts: CertifiedFacts): CertificateSheet["facts"] {
  const present = (label: string, value: string | null): CertificateSheet["facts"] => (value === null ? [] : [{ label, value }]);
  return [
    { label: "成交编号", value: facts.dealNo },
    ...present("挂牌编号", facts.listingNo),
    ...present("公示编号", facts.noticeNo),
    ...present("公告（公示）期间", facts.announcedOn && (facts.announcedUntil ? `${facts.announcedOn} 至 ${facts.announcedUntil}` : facts.announcedOn)),
    { label: "转让方", value: facts.seller.name },
    { label: "受让方", value: facts.buyer.name },
    { label: "成果名称", value: facts.result },
    { label: "知识产权", value: facts.rights.length === 0 ? "技术秘密" : facts.rights.map(({ title, number }) => (number ? `${title}（${number}）` : title)).join("；") },
    { label: "交易方式", value: modeOf(facts) },
    { label: "成交方式", value: DEAL_METHOD_LABELS[facts.method].zh },
    ...present("合格意向受让方", facts.qualifiedBuyers === null ? null : `${facts.qualifiedBuyers} 家`),
    ...present("有效报价", facts.bids === null ? null : `${facts.bids} 次`),
    ...present("保留价", facts.reserveMet === true ? "已达到" : null),
    ...present("起始价", facts.startPriceFen === null ? null : `${figures(facts.startPriceFen)} 元`),
    { label: "成交价款", value: `${figures(facts.priceFen)} 元（${capitalYuan(BigInt(facts.priceFen))}）` },
    { label: "付款方式", value: facts.instalments === 1 ? "一次总付" : `分 ${facts.instalments} 期支付` },
    { label: "已到账价款", value: `${figures(facts.receivedFen)} 元` },
    { label: "合同名称", value: facts.contractName },
    { label: "合同签署日期", value: facts.signedOn },
    { label: "合同有效期", value: `${facts.validFrom} 至 ${facts.validTo}` },
    ...present("技术合同登记编号", facts.registrationNo),
    ...present("更正说明", facts.replaces === null ? null : `本凭证替代已撤销的 ${facts.replaces}`),
  ];
}

/** 1,234,567.00 */
function figures(amountFen: string): string {
  return toYuanText(BigInt(amountFen)).replace(/\B(?=(\d{3})+(?=\.))/g, ",");
}

function modeOf({ tradeMode, licenceKind, licenceYears, territory }: CertifiedFacts): string {
  const mode = TRADE_MODE_LABELS[tradeMode as keyof typeof TRADE_MODE_LABELS]?.zh ?? tradeMode;
  const kind = licenceKind === null ? null : (LICENCE_KIND_LABELS[licenceKind as keyof typeof LICENCE_KIND_LABELS]?.zh ?? licenceKind);
  return [mode, kind, territory ?? null, licenceYears === null ? null : `${licenceYears} 年`].filter((part) => part !== null).join("，");
}
