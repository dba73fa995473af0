import type { MandateState } from "./mandate.machine.ts";
import type { ManagerService, PipelineStage } from "./mandate.schema.ts";

type Label = { readonly zh: string; readonly en: string };

export const MANDATE_STATE_LABELS: Record<MandateState, Label> = {
  REQUESTED: { zh: "待答复", en: "Awaiting an answer" },
  ACTIVE: { zh: "委托中", en: "In force" },
  DECLINED: { zh: "已谢绝", en: "Declined" },
  WITHDRAWN: { zh: "已撤回", en: "Withdrawn" },
  ENDED: { zh: "已终止", en: "Ended" },
  EXPIRED: { zh: "已到期", en: "Expired" },
};

export const MANDATE_SIDE_LABELS: Record<"SELLER" | "BUYER", Label> = {
  SELLER: { zh: "为卖方寻找受让方", en: "For a seller" },
  BUYER: { zh: "为买方寻找技术", en: "For a buyer" },
};

/** Institutions and managers §2.3. */
export const MANAGER_SERVICE_LABELS: Record<ManagerService, Label> = {
  FIND: { zh: "挖掘与筛选", en: "Find and qualify" },
  TRANSLATE: { zh: "成果包装与需求转化", en: "Translate results and needs" },
  INTRODUCE: { zh: "撮合引荐", en: "Introduce the sides" },
  NEGOTIATE: { zh: "参与谈判、代为报价", en: "Negotiate and make offers" },
  DRAFT: { zh: "合同起草与登记协助", en: "Draft and register the contract" },
  FOLLOW_UP: { zh: "履约跟踪", en: "Follow up" },
};

export const PIPELINE_STAGE_LABELS: Record<PipelineStage, Label> = {
  MATCH: { zh: "撮合", en: "Match" },
  PROTECT: { zh: "保密签署", en: "Protect" },
  NEGOTIATE: { zh: "洽谈", en: "Negotiate" },
  DECIDE: { zh: "决策公示", en: "Decide" },
  SIGN: { zh: "签约登记", en: "Sign" },
  DELIVER: { zh: "履约交付", en: "Deliver" },
  FOLLOW_UP: { zh: "跟踪", en: "Follow up" },
};
