import type { Text } from "@ttx/ui/text";

export const Q = {
  title: { zh: "优先购买权", en: "Priority rights" },
  intro: { zh: "转让职务成果时，完成人等在同等条件下优先受让（民法典第八百四十七、八百五十九、八百六十条）。已登记的权利人须通知并答复或期满，合同才能最后签署。", en: "On an assignment, completers and others stand first on the same conditions (Civil Code 847, 859, 860). A holder named here must be notified and have answered, or his term be over, before the last signature." },
  none: { zh: "还没有登记优先购买权人。", en: "No holder is named." },
  holder: { zh: "权利人姓名或名称", en: "Holder" },
  kind: { zh: "权利依据", en: "Ground" },
  name: { zh: "登记权利人", en: "Name a holder" },
  notify: { zh: "登记通知", en: "Record the notice" },
  way: { zh: "通知方式", en: "How" },
  days: { zh: "答复期限", en: "Days to answer" },
  dayUnit: { zh: "日", en: "days" },
  proof: { zh: "凭据说明", en: "Proof" },
  exercise: { zh: "登记行使", en: "Record: exercised" },
  exerciseText: { zh: "权利人按同等条件主张优先购买。此后只能与其签约。", en: "The holder buys on the same conditions; only he can conclude the contract." },
  waive: { zh: "登记放弃", en: "Record: waived" },
  waiveText: { zh: "权利人书面放弃优先购买。", en: "The holder has waived in writing." },
  dueAt: { zh: "答复期至", en: "Until" },
} as const satisfies Record<string, Text>;
