import type { PriorityState } from "./priority-right.machine.ts";
import type { NoticeWay, PriorityKind } from "./priority-right.rules.ts";

type Label = { readonly zh: string; readonly en: string };

export const PRIORITY_STATE_LABELS: Record<PriorityState, Label> = {
  NAMED: { zh: "待通知", en: "To be notified" },
  NOTIFIED: { zh: "已通知，待答复", en: "Notified" },
  EXERCISED: { zh: "已行使", en: "Exercised" },
  WAIVED: { zh: "已放弃", en: "Waived" },
  LAPSED: { zh: "逾期视为放弃", en: "Lapsed" },
};

export const PRIORITY_KIND_LABELS: Record<PriorityKind, Label> = {
  COMPLETER: { zh: "职务成果完成人（民法典第八百四十七条）", en: "Completer of a service result (Civil Code 847)" },
  CLIENT: { zh: "委托开发的委托人（民法典第八百五十九条）", en: "Client of a commissioned development (859)" },
  CONTRACT: { zh: "合同约定的优先权", en: "Agreed by contract" },
  CO_APPLICANT: { zh: "共有人（民法典第八百六十条）", en: "Co-applicant (860)" },
};

export const NOTICE_WAY_LABELS: Record<NoticeWay, Label> = {
  SERVED: { zh: "书面送达（不少于 3 日）", en: "Served (3 days at least)" },
  DISPLAYED: { zh: "无法送达，公示通知（不少于 5 日）", en: "Displayed, holder untraceable (5 days)" },
};
