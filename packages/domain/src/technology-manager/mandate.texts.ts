import type { Texts } from "../shared/texts.ts";

export const MANDATE_TEXTS = {
  MANDATE_TERM_BACKWARDS: { zh: "委托截止日不得早于开始日。", en: "The mandate ends before it begins." },
  MANDATE_TERM_OVER: { zh: "委托截止日已过，请重新约定期限后再申请。", en: "The mandate's last day is past; ask again with a new term." },
  MANDATE_SUBJECT_UNFIT: { zh: "委托标的应是委托方自己已发布的成果（卖方委托）或需求（买方委托）。", en: "The subject must be a published result (seller) or demand (buyer) of the client." },
  MANDATE_OTHER_UNFIT: { zh: "对方应是已核验的其他单位。", en: "The other side must be another, verified organisation." },
  MANDATE_NO_MANAGER_THERE: { zh: "该单位没有登记的技术经理人，不能受托。请选择有技术经理人的服务机构。", en: "No technology manager is registered there, so it cannot hold a mandate. Choose an agency that has one." },
  MANDATE_OTHER_ANSWERS: { zh: "委托由对方答复；如需收回，请撤回申请。", en: "The other side answers a request; to take yours back, withdraw it." },
  MANDATE_REASON_NEEDED: { zh: "谢绝委托请说明理由（至少四个字）。", en: "Say why you decline (four characters at least)." },
  MANDATE_EXCLUSIVE_STANDS: { zh: "与已生效的委托 {no} 冲突：独家委托期间同一标的不得另行委托。请先终止其中一项。", en: "Mandate {no} stands against it: while one is exclusive nobody else is mandated for the same thing. End one of them first." },
  MANDATE_NOT_YOUR_REQUEST: { zh: "只有提出申请的一方可以撤回；您可以接受或谢绝。", en: "Only the side that asked can withdraw; you may accept or decline." },
  MANDATE_NOT_IN_FORCE: { zh: "委托不在有效状态，不能添加待办。", en: "The mandate is not in force; nothing can be noted in it." },
  MANAGER_TASK_DONE: { zh: "该待办已完成。", en: "The task is done already." },
} as const satisfies Texts;
