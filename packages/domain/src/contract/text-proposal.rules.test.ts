import { describe, expect, test } from "vitest";
import { wan, yuan } from "../shared/money.ts";
import { CONTRACT_TYPES, IP_KINDS, TECH_FIELDS } from "../reference/index.ts";
import { proposeFromText } from "./text-proposal.rules.ts";

// A small judged set: text, type, field, IP kind, turnover, technical amount, flags.
const JUDGED: readonly (readonly [string, string | undefined, string | undefined, string, bigint | undefined, bigint | undefined, readonly string[]])[] = [
  ["甲方委托乙方研究开发锂电池储能管理系统，研制样机一台。研究开发经费总额为人民币500万元，其中设备费120万元，材料费35万元。知识产权归甲方所有。", "11", "06", "0", wan(500), wan(345), []],
  ["甲乙双方合作开发新型高分子复合材料，共同开展技术攻关和中试。合同总金额：2,000,000元。", "12", "05", "0", yuan(2_000_000), yuan(2_000_000), []],
  ["让与人将其发明专利（专利号ZL202010123456.7）“一种催化剂的制备方法”的专利权转让给受让人，转让费总额60.5万元。", "21", "05", "21", yuan(605_000), yuan(605_000), []],
  ["让与人将技术秘密“高纯陶瓷烧结工艺”转让给受让人，受让人支付转让费，合同总价600万元。", "23", "05", "1", wan(600), wan(600), []],
  ["许可人以普通许可方式许可被许可人实施其发明专利，许可使用费按产品销售额提成，入门费另计。涉及疫苗与蛋白制备。合同金额100万元。", "31", "04", "21", wan(100), wan(100), []],
  ["乙方就甲方污水处理工艺的改造方案进行可行性论证，提交咨询报告，咨询费一次支付。合同金额为8万元。", "4", "07", "0", wan(8), wan(8), []],
  ["乙方为甲方的数控机床提供技术服务，进行故障诊断和工艺改进，合同价款80万元，其中仪器费30万元。", "51", "03", "0", wan(80), wan(50), []],
  ["乙方对甲方指定的十名技术人员进行水稻育种技术培训，合同金额5万元。", "52", "09", "0", wan(5), wan(5), []],
  ["甲方向乙方采购服务器设备十台，乙方负责供货，货物到场后三十日内付款，质保期一年。合同总价90万元。", undefined, undefined, "0", wan(90), wan(90), ["GOODS_SALE", "NO_TECHNICAL_CONTENT"]],
  ["本工程施工内容包括土建与装修，竣工后结算。合同金额1.2亿元。", undefined, undefined, "0", wan(12_000), wan(12_000), ["CONSTRUCTION", "NO_TECHNICAL_CONTENT"]],
  ["被许可人不得对许可技术进行改进，专利实施许可期限五年，许可人保证专利权有效。合同金额10万元。", "31", undefined, "21", wan(10), wan(10), ["RESTRICTIVE_CLAUSE"]],
  ["乙方提供技术服务，价款由双方另行协商，含设备费。", "51", undefined, "0", undefined, undefined, ["NO_PRICE", "GOODS_IN_PRICE"]],
];

describe("C2 recognition: proposals from the text", () => {
  test.each(JUDGED)("C2 recognition: %s", (text, type, field, ipKind, turnoverFen, technicalAmountFen, flags) => {
    const proposal = proposeFromText(text);
    expect({ type: proposal.type, field: proposal.field, ipKind: proposal.ipKind, turnoverFen: proposal.turnoverFen, technicalAmountFen: proposal.technicalAmountFen })
      .toEqual({ type, field, ipKind, turnoverFen, technicalAmountFen });
    expect(proposal.flags.map(({ code }) => code)).toEqual(flags);
    if (type) expect(CONTRACT_TYPES.isLeaf(type)).toBe(true);
    if (field) expect(TECH_FIELDS.has(field)).toBe(true);
    expect(IP_KINDS.isLeaf(ipKind)).toBe(true);
  });

  test("C2 recognition: every passage points at its words", () => {
    for (const [text] of JUDGED) {
      const normalised = text.normalize("NFKC");
      const proposal = proposeFromText(text);
      for (const passage of [...proposal.passages, ...proposal.flags.flatMap(({ passages }) => passages)]) {
        expect(normalised.slice(passage.start, passage.end)).toBe(passage.text);
      }
    }
  });

  test("C2 recognition: an empty text proposes nothing", () => {
    expect(proposeFromText("")).toMatchObject({ typeConfidence: 0, ipKind: "0", passages: [] });
  });
});
