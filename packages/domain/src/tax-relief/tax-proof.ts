import { draftOf, loadContract, TAX_CLAIM_LABELS, type ContractFile } from "../contract/index.ts";
import { technicalIncomeOf, type IncomeState } from "../performance/index.ts";
import { STANDING_STATES, type RecognitionState } from "../recognition/index.ts";
import { codeLabel } from "../reference/index.ts";
import { canonicalJson, sha256 } from "../shared/canonical.ts";
import { dayOf } from "../shared/clock.ts";
import { notFound, refuse } from "../shared/errors.ts";
import { dayOfColumn } from "../shared/input.ts";
import { toYuanText } from "../shared/money.ts";
import type { CertificateSheet } from "../shared/pdf.ts";
import { defineQuery } from "../shared/use-case.ts";
import { vatExemptionContinues } from "./calculate-tax.ts";
import { kindExclusion } from "./enterprise-income-tax.rules.ts";
import { stampDuty } from "./stamp-duty.rules.ts";
import { TAX_NOTE_LABELS } from "./tax-relief.labels.ts";
import { ReadTaxProofInput } from "./tax-relief.schema.ts";
import type { LegalBasis, TaxResult } from "./tax-result.rules.ts";
import { valueAddedTax } from "./value-added-tax.rules.ts";

const TAX_OPINIONS: Readonly<Record<string, string>> = { ELIGIBLE: "符合享受政策条件", PARTLY_ELIGIBLE: "部分符合享受政策条件", NOT_ELIGIBLE: "不符合享受政策条件" };

/** What a registered contract means for its taxes, as a paper for the tax body (税收优惠证明材料): facts of the register, steps, legal bases. */
export const readTaxProof = defineQuery("tax.read-proof", ReadTaxProofInput, async (ctx, { contractId }) => {
  const file = await loadContract(ctx.db, contractId);
  ctx.authorise({ ownerId: file.applicantId, officeId: file.officeId, divisionCode: file.divisionCode });
  if (!(STANDING_STATES as readonly RecognitionState[]).includes(file.state)) refuse("TAX_PROOF_NEEDS_REGISTRATION");
  const certificate = (await ctx.db.registrationCertificate.findFirst({ where: { contractId }, orderBy: { edition: "desc" } })) ?? notFound("certificate", contractId);
  const [review, income, now] = await Promise.all([ctx.db.provincialReview.findUnique({ where: { contractId } }), technicalIncomeOf(ctx.db, contractId), ctx.now()]);
  const signedOn = dayOfColumn(file.signedOn!);
  const goodsFen = file.turnoverFen! - file.technicalFen!;
  const facts = { on: signedOn, contractType: file.contractType!, priceFen: file.turnoverFen!, goodsFen, goodsSeparated: true, separateAccounts: true, registered: true, waived: false, sellerDivision: file.divisionCode, applyLocalIntermediaryRule: false };
  const vat = valueAddedTax({ ...facts, exemptionContinues: await vatExemptionContinues(ctx.db, signedOn) });
  const stamp = stampDuty({ signedOn, contractType: file.contractType!, amountFen: file.turnoverFen!, vatShownFen: 0n });
  const rows = [...registerRows(file), ...incomeRows(income), ...reviewRows(review), ...taxRows("增值税测算", vat), ...transferRows(file, income), ...taxRows("印花税测算（双方各自）", stamp), NOTICE];
  const sheet: CertificateSheet = {
    title: "技术合同税收优惠证明材料",
    titleEn: "Proof for Tax Relief of a Registered Technology Contract",
    number: `登记编号：${file.registrationNo!}（登记证明第 ${certificate.edition} 版）`,
    statement: "本材料依据技术合同认定登记信息和所列规则生成，供办理税收优惠备查。金额为按所列步骤的测算，能否享受优惠以及应纳税额，由税务机关依法决定。",
    facts: rows,
    issuer: file.office?.name ?? "",
    issuedOn: dayOf(now),
    issuedAt: now,
    verifyUrl: `${ctx.config.publicUrl}/verify/${certificate.verifyCode}`,
    verifyCode: certificate.verifyCode,
    hash: sha256(canonicalJson({ certificate: certificate.hash, rows })).toString("hex"),
  };
  return { sheet, registrationNo: file.registrationNo! };
});

type Row = CertificateSheet["facts"][number];

function yuan(amountFen: bigint): string {
  return `${toYuanText(amountFen).replace(/\B(?=(\d{3})+(?=\.))/g, ",")} 元`;
}

function registerRows(file: ContractFile): readonly Row[] {
  const { sellers, buyers, taxClaims, projectName } = draftOf(file);
  const claims = taxClaims.map((claim) => TAX_CLAIM_LABELS[claim as keyof typeof TAX_CLAIM_LABELS]?.zh ?? claim);
  return [
    { label: "项目名称", value: projectName },
    { label: "合同类别", value: codeLabel("contract-types", file.contractType!).zh },
    { label: "卖方", value: sellers.map(({ name }) => name).join("；") },
    { label: "买方", value: buyers.map(({ name }) => name).join("；") },
    { label: "签订、登记日期", value: `${dayOfColumn(file.signedOn!)}签订，${dayOf(file.registeredAt!)}登记` },
    { label: "合同成交额", value: yuan(file.turnoverFen!) },
    { label: "技术交易额", value: yuan(file.technicalFen!) },
    ...(claims.length > 0 ? [{ label: "拟享受政策", value: claims.join("、") }] : []),
  ];
}

/** Base of reliefs and rewards is the technical income (R2001 Art. 53); money beyond the registration is not in it. */
function incomeRows(income: IncomeState | undefined): readonly Row[] {
  if (!income) return [];
  const { receivedFen, technicalIncomeFen, unregisteredFen } = income;
  const waiting = unregisteredFen > 0n ? `；另有 ${yuan(unregisteredFen)} 超出登记金额，办理变更登记后方可计入` : "";
  return [{ label: "累计到账与技术性收入", value: `到账 ${yuan(receivedFen)}，技术性收入 ${yuan(technicalIncomeFen)}（到账×技术交易额÷成交额）${waiting}` }];
}

function reviewRows(review: { readonly taxOpinion: string | null; readonly decidedAt: Date | null } | null): readonly Row[] {
  if (!review?.taxOpinion) return [{ label: "省级复核意见", value: "尚未出具" }];
  return [{ label: "省级复核意见", value: `${TAX_OPINIONS[review.taxOpinion] ?? review.taxOpinion}${review.decidedAt ? `（${dayOf(review.decidedAt)}）` : ""}` }];
}

/** The paper's font has no sign for per mille. */
function printable(words: string): string {
  return words.replace(/([\d.]+)‰/g, "千分之$1");
}

function basisText(basis: readonly LegalBasis[]): string {
  return basis.map(({ citation, confirmed }) => `${citation}${confirmed ? "" : "（未核原文）"}`).join("；");
}

function taxRows(label: string, { steps, basis, warnings, ruleSet }: TaxResult): readonly Row[] {
  const notes = warnings.map((code) => TAX_NOTE_LABELS[code as keyof typeof TAX_NOTE_LABELS].zh).join("");
  return [{ label, value: `${steps.map(({ label: { zh }, amountFen }) => `${printable(zh)} ${yuan(amountFen)}`).join("；")}。依据：${basisText(basis)}（规则 ${ruleSet}）。${notes}` }];
}

/** The income of transfer and licence is counted for the whole year of the seller, so the paper gives this contract's part of it only. */
function transferRows(file: ContractFile, income: IncomeState | undefined): readonly Row[] {
  const kind = kindExclusion(file.contractType!);
  if (kind) return [{ label: "企业所得税", value: `${TAX_NOTE_LABELS[kind].zh}依据：企业所得税法实施条例第九十条。` }];
  const base = income?.technicalIncomeFen ?? 0n;
  return [{ label: "企业所得税", value: `本合同计入年度技术转让收入的金额：${yuan(base)}（已到账的技术性收入）。全年技术转让所得不超过500万元的部分免征，超过部分减半征收；成本、税费和其他合同的所得由纳税人合并计算。${furtherProofs(file)}依据：企业所得税法实施条例第九十条；国税函〔2009〕212号、财税〔2010〕111号（未核原文）。` }];
}

/** What a recognition by the province does not prove by itself (contract-registration §8). */
function furtherProofs(file: ContractFile): string {
  const { sellers, buyers, programme } = draftOf(file);
  const abroad = [...sellers, ...buyers].some(({ country }) => country !== "CHN");
  return `${abroad ? "跨境转让另须省级以上商务主管部门的登记或者许可证明。" : ""}${programme !== null && programme !== "0" ? "使用财政性资金形成的技术，另须省级科技主管部门审批。" : ""}`;
}

const NOTICE: Row = { label: "说明", value: "标注“未核原文”的依据未能取得原文核对。2026年1月1日起施行的增值税法没有列明技术合同免税，原免税政策是否延续尚未核实；平台按已设定的日期开关测算，请向税务机关确认。" };
