import { codeLabel } from "../../reference/index.ts";
import type { ContractDraft } from "../draft.rules.ts";
import { blank, type Template } from "./clause.ts";

/** What a contract that touches a patent states (民法典 845): title, applicant and owner, days, number, term. */
function patentsText({ patents }: ContractDraft): string {
  if (patents.length === 0) return "";
  const lines = patents.map(
    ({ number, title, owner, filedOn, grantedOn, expiresOn }, i) =>
      `（${i + 1}）发明创造名称：${title || blank("名称")}；专利申请人和专利权人：${owner || blank("权利人")}；申请日期：${filedOn ?? blank("申请日期")}；专利（申请）号：${number}；授权日期：${grantedOn ?? "尚未授权"}；有效期限：${expiresOn === undefined ? blank("届满日") : `至${expiresOn}`}`,
  );
  return `\n${lines.join("；\n")}。`;
}

function rightsName({ ipKinds }: ContractDraft): string {
  const kinds = ipKinds.filter((kind) => kind !== "0").map((kind) => codeLabel("ip-kinds", kind).zh);
  return kinds.length > 0 ? kinds.join("、") : "技术秘密";
}

const SECRET = "1";

/** All four must hold for a secret as object (认定规则第三十条). */
function secretText({ ipKinds }: ContractDraft): string {
  return ipKinds.includes(SECRET) ? "\n技术秘密不为公众所知悉、具有商业价值、具有实用性，并已由权利人采取相应保密措施；其内容见密封交付的附件。" : "";
}

/** 技术转让 (民法典 862–877). */
export function transfer(heading: string): Template {
  return {
    heading,
    roles: { seller: "让与人", buyer: "受让人" },
    object: ({ draft, roles }) => [
      {
        title: "转让的标的、内容和范围",
        basis: "民法典第八百四十五条、第八百六十二条、第八百六十三条",
        text: `${roles.seller}将其合法拥有的现有“${draft.projectName}”项目所涉${rightsName(draft)}转让给${roles.buyer}。${patentsText(draft)}${secretText(draft)}`,
      },
      {
        title: "技术资料的交付与技术指导",
        basis: "民法典第八百六十六条、第八百六十八条、第八百七十条",
        text: `${roles.seller}应于${blank("日期")}前在${blank("地点")}交付实施该技术所需的全部技术资料：${blank("资料清单")}，并提供必要的技术指导。为实施该技术而提供的设备、原材料以及有关的咨询、服务，属于本合同的组成部分，其价款已在本合同中列明。`,
      },
      {
        title: "权属变更",
        basis: "专利法第十条",
        text: `依法应当登记的，双方应自本合同生效之日起三十日内办理权属变更登记，权利自登记之日起转移，费用由${blank("一方")}承担。签订本合同前${roles.seller}已许可他人实施的情况：${blank("列明已有许可，没有的写“无”")}。`,
      },
    ],
    results: ({ roles }) => [
      {
        title: "保证与责任",
        basis: "民法典第八百七十条、第八百七十二条、第八百七十四条",
        text: `${roles.seller}保证自己是所提供技术的合法拥有者，并保证所提供的技术完整、无误、有效，能够达到约定的目标。${roles.buyer}按照约定使用该技术侵害他人合法权益的，由${roles.seller}承担责任。`,
      },
      {
        title: "后续改进",
        basis: "民法典第八百七十五条、第八百五十条",
        text: "一方后续改进的技术成果，归改进方所有，其他各方无权分享。任何一方不得限制对方在标的技术基础上进行新的研究开发，不得要求对方无偿回授，不得限制对方从其他来源获得技术。",
      },
    ],
    acceptance: ({ roles }) => ({
      title: "验收标准和方法",
      basis: "民法典第八百四十五条",
      text: `验收标准：${blank("实施后应达到的技术指标")}。验收方法：${blank("连续生产验证、检测报告或专家评审")}。验收合格的，由${roles.buyer}出具验收证明。`,
    }),
  };
}

/** 技术许可 (民法典 862–872; 技术合同司法解释 25–27). Silence on the mode means an ordinary licence. */
export function licence(heading: string): Template {
  return {
    heading,
    roles: { seller: "许可人", buyer: "被许可人" },
    object: ({ draft, roles }) => [
      {
        title: "许可的标的",
        basis: "民法典第八百四十五条、第八百六十二条、第八百六十三条",
        text: `${roles.seller}许可${roles.buyer}实施、使用其合法拥有的现有“${draft.projectName}”项目所涉${rightsName(draft)}。${patentsText(draft)}${secretText(draft)}`,
      },
      {
        title: "许可方式、范围和期限",
        basis: "民法典第八百六十四条、第八百六十五条、第八百六十七条；技术合同司法解释第二十五条",
        text: `许可方式：${modeText(draft.licenceMode)}。许可地域：${draft.licenceRegion ?? blank("地域")}。许可期限：${draft.validFrom ?? blank("起")}至${draft.validTo ?? blank("止")}；专利实施许可只在该专利权的存续期限内有效。${draft.sublicence === true ? `${roles.buyer}可以许可约定以外的第三人实施该技术。` : `未经${roles.seller}书面同意，${roles.buyer}不得许可第三人实施该技术。`}`,
      },
      {
        title: "技术资料的交付与技术指导",
        basis: "民法典第八百六十六条、第八百六十八条",
        text: `${roles.seller}应于${blank("日期")}前交付实施该技术有关的技术资料：${blank("资料清单")}，并提供必要的技术指导。`,
      },
    ],
    results: ({ roles }) => [
      {
        title: "保证与责任",
        basis: "民法典第八百七十条、第八百七十二条",
        text: `${roles.seller}保证自己是所提供技术的合法拥有者，并保证技术完整、无误、有效，能够达到约定的目标；在许可期限内按时缴纳年费，维持专利权有效。专利权被宣告无效或者终止的，自该日起停止支付使用费。`,
      },
      {
        title: "后续改进",
        basis: "民法典第八百七十五条、第八百五十条；技术合同司法解释第十条",
        text: "一方后续改进的技术成果，归改进方所有，其他各方无权分享。任何一方不得限制对方在标的技术基础上进行新的研究开发，不得要求对方无偿回授，不得限制对方从其他来源获得技术，不得禁止对方对标的知识产权的有效性提出异议。",
      },
    ],
    acceptance: ({ roles }) => ({
      title: "验收标准和方法",
      basis: "民法典第八百四十五条",
      text: `验收标准：${blank("实施后应达到的技术指标")}。验收方法：${blank("试生产验证、检测报告或专家评审")}。验收合格的，由${roles.buyer}出具验收证明。`,
    }),
  };
}

const MODES: Readonly<Record<string, string>> = {
  exclusive: "独占实施许可，即在约定的期限、地域内仅由被许可人实施，许可人也不得实施",
  sole: "排他实施许可，即在约定的期限、地域内由被许可人实施，许可人可以自行实施，但不得再许可第三人",
  ordinary: "普通实施许可，即许可人可以自行实施，也可以许可第三人实施",
};

function modeText(mode: string | null): string {
  return MODES[mode ?? "ordinary"] ?? MODES["ordinary"]!;
}
