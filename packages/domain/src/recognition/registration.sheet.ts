import { codeLabel } from "../reference/index.ts";
import { capitalYuan } from "../shared/capital-yuan.ts";
import { dayOf } from "../shared/clock.ts";
import { toYuanText } from "../shared/money.ts";
import type { CertificateSheet } from "../shared/pdf.ts";
import type { CertificateRecord } from "./certificate.schema.ts";
import { ruleSetName } from "./rule-sets.rules.ts";

export type IssuedRegistration = {
  readonly record: CertificateRecord;
  readonly hash: string;
  readonly verifyCode: string;
  readonly issuedAt: Date;
  readonly void: { readonly reason: string } | null;
};

/** What is laid across a certificate that does not stand any more. */
const OVERPRINTS: Readonly<Record<string, string>> = { SUPERSEDED: "已被新版替代", CANCELLED: "已注销", REVOKED: "已撤销" };

/** The certificate of registration (技术合同登记证明) as it is printed. It states turnover and technical amount (2024 draft Art. 15). */
export function registrationSheet({ record, hash, verifyCode, issuedAt, void: ended }: IssuedRegistration, publicUrl: string): CertificateSheet {
  return {
    title: "技术合同登记证明",
    titleEn: "Certificate of Registration of a Technology Contract",
    number: `登记编号：${record.registrationNo}${record.edition > 1 ? `（第 ${record.edition} 版）` : ""}`,
    statement: "兹证明下列合同经本机构依照技术合同认定登记的规定审查，认定为技术合同，并予以登记。",
    facts: rows(record),
    issuer: record.officeName,
    issuedOn: dayOf(issuedAt),
    issuedAt,
    verifyUrl: `${publicUrl}/verify/${verifyCode}`,
    verifyCode,
    hash,
    ...(ended === null ? {} : { overprint: OVERPRINTS[ended.reason] ?? "已失效" }),
  };
}

function rows(record: CertificateRecord): CertificateSheet["facts"] {
  return [
    { label: "项目名称", value: record.projectName },
    { label: "合同类别", value: classOf(record.contractType) },
    { label: "卖方", value: record.sellers.join("；") },
    { label: "买方", value: record.buyers.join("；") },
    { label: "合同成交额", value: amount(record.turnoverFen) },
    { label: "技术交易额", value: amount(record.technicalFen) },
    { label: "合同签订日期", value: record.signedOn },
    { label: "合同有效期", value: `${record.validFrom} 至 ${record.validTo}` },
    { label: "登记日期", value: record.registeredOn },
    { label: "适用规则", value: ruleSetName(record.ruleSet).zh },
    { label: "登记员", value: record.registrar },
    ...(record.secondReviewer === null ? [] : [{ label: "复审", value: record.secondReviewer }]),
    { label: "说明", value: "本证明只证明合同类别和金额的认定结果；能否享受税收优惠，由税务机关依法决定。合同变更、解除或者被撤销的，应当到本机构办理变更或注销登记。" },
  ];
}

/** "技术许可合同（专利实施许可合同）". */
function classOf(contractType: string): string {
  const leaf = codeLabel("contract-types", contractType).zh;
  const parent = contractType.length > 1 ? codeLabel("contract-types", contractType.charAt(0)).zh : leaf;
  return parent === leaf ? leaf : `${parent}（${leaf}）`;
}

/** 1,234,567.00 元（人民币壹佰贰拾叁万肆仟伍佰陆拾柒元整） */
function amount(amountFen: string): string {
  const figures = toYuanText(BigInt(amountFen)).replace(/\B(?=(\d{3})+(?=\.))/g, ",");
  return `${figures} 元（${capitalYuan(BigInt(amountFen))}）`;
}
