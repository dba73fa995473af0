import type { Fen } from "../../shared/money.ts";
import { proposeField } from "./field.rules.ts";
import { doubtOf, isBlocking, signsIn, type TextFlag } from "./flags.rules.ts";
import { proposeMoney, type MoneyProposal } from "./money.rules.ts";
import { titleOf, type Passage, type Word } from "./passages.rules.ts";
import { proposeIp, proposeType, titleMismatch } from "./type.rules.ts";

/** Assistance for people: proposals from the text of a contract with the passages that led to them. A hint, never a decision. */
export type TextProposal = {
  /** Leaf of contract-types; absent when the text speaks for none. */
  readonly type?: string;
  /** 0 to 1: lead of the proposed class over the next. */
  readonly typeConfidence: number;
  /** Code of tech-fields. */
  readonly field?: string;
  /** Leaf of ip-kinds. */
  readonly ipKind: string;
  readonly turnoverFen?: Fen;
  readonly technicalAmountFen?: Fen;
  readonly costs: MoneyProposal["costs"];
  readonly flags: readonly TextFlag[];
  readonly passages: readonly Passage[];
};

const COMMISSIONED = "11";
const CO_OPERATIVE = "12";

/** Proposes type, field, IP kind and amounts, and flags what the rules say cannot be registered. `words` is the text, cut. */
export function proposal(text: string, words: readonly Word[]): TextProposal {
  const signs = signsIn(text);
  const { type: spoken, lead, passages: typePassages } = proposeType(text, doubtOf(signs));
  // 技术合同司法解释 Art. 19: rights and duties decide, and who gives only money commissions.
  const type = spoken === CO_OPERATIVE && signs.some(({ code }) => code === "COOPERATION_OF_MONEY_ONLY") ? COMMISSIONED : spoken;
  const { field, passages: fieldPassages } = proposeField(words, titleOf(text).length);
  const { kind: ipKind, passages: ipPassages } = proposeIp(text, type);
  const money = proposeMoney(text);
  const mismatch = titleMismatch(text, type);
  const explained = signs.some(isBlocking);
  const flags: TextFlag[] = [
    // A class that stands in spite of them: a word or two of another trade say nothing.
    ...signs.filter((sign) => type === undefined || !isBlocking(sign)),
    ...(mismatch ? [{ code: "TITLE_MISMATCH", refusalReason: "RF10", basis: "火炬中心办事指南（2021）第五项", passages: [mismatch] } as const] : []),
    ...(type === undefined && !explained ? [{ code: "NO_TECHNICAL_CONTENT", refusalReason: "RF02", basis: "认定规则（民法典时期文本）第三十九条第（二）项", passages: [] } as const] : []),
    ...(money.turnoverFen === undefined ? [{ code: "NO_PRICE", refusalReason: "RF03", basis: "认定规则（民法典时期文本）第三十九条第（三）项", passages: [] } as const] : []),
    ...(money.goodsUnpriced ? [{ code: "GOODS_IN_PRICE", refusalReason: undefined, basis: "认定规则（2001）第五十二条第（二）项；技术合同司法解释第十四条", passages: [money.goodsUnpriced] } as const] : []),
  ];
  const { turnoverFen, technicalAmountFen } = money;
  return {
    ...(type === undefined ? {} : { type }),
    typeConfidence: lead,
    ...(field === undefined ? {} : { field }),
    ipKind,
    ...(turnoverFen === undefined ? {} : { turnoverFen }),
    ...(technicalAmountFen === undefined ? {} : { technicalAmountFen }),
    costs: money.costs,
    flags,
    passages: [...typePassages, ...fieldPassages, ...ipPassages, ...money.passages].toSorted((a, b) => a.start - b.start),
  };
}
