import type { ResultState } from "./result.machine.ts";
import type { ResultStage, RightStatus, TradeMode } from "./result.schema.ts";

type Label = { readonly zh: string; readonly en: string };

export const RESULT_STATE_LABELS: Record<ResultState, Label> = {
  DRAFT: { zh: "草稿", en: "Draft" },
  PUBLISHED: { zh: "已发布", en: "Published" },
  WITHDRAWN: { zh: "已撤下", en: "Withdrawn" },
  WITHHELD: { zh: "已屏蔽", en: "Withheld" },
  SEALED: { zh: "已封存", en: "Sealed" },
};

export const RESULT_STAGE_LABELS: Record<ResultStage, Label> = {
  RESEARCH: { zh: "研究阶段", en: "Research" },
  PILOT: { zh: "中试阶段", en: "Pilot" },
  INDUSTRIAL: { zh: "产业化阶段", en: "Industrial" },
};

export const TRADE_MODE_LABELS: Record<TradeMode, Label> = {
  ASSIGNMENT: { zh: "转让", en: "Assignment" },
  LICENCE: { zh: "许可", en: "Licence" },
  EQUITY: { zh: "作价投资", en: "Equity contribution" },
  DEVELOPMENT: { zh: "合作开发", en: "Joint development" },
  SERVICE: { zh: "技术服务", en: "Technical service" },
  CONSULTING: { zh: "技术咨询", en: "Consulting" },
};

export const RIGHT_STATUS_LABELS: Record<RightStatus, Label> = {
  PENDING: { zh: "申请中", en: "Pending" },
  GRANTED: { zh: "已授权", en: "Granted" },
  REGISTERED: { zh: "已登记", en: "Registered" },
  SECRET: { zh: "保密持有", en: "Held as a secret" },
  LAPSED: { zh: "已失效", en: "Lapsed" },
};

/** 技术就绪度的名称, GB/T 22900. */
export const READINESS_LABELS: Readonly<Record<number, Label>> = {
  1: { zh: "报告级：基本原理清晰", en: "Basic principle observed" },
  2: { zh: "方案级：技术方案形成", en: "Concept formulated" },
  3: { zh: "功能级：关键功能验证", en: "Key functions shown" },
  4: { zh: "仿真级：实验室验证", en: "Validated in the laboratory" },
  5: { zh: "初样级：初样通过检验", en: "First sample tested" },
  6: { zh: "正样级：正样通过检验", en: "Final sample tested" },
  7: { zh: "环境级：使用环境验证", en: "Shown in its working environment" },
  8: { zh: "产品级：产品合格可用", en: "Product complete and qualified" },
  9: { zh: "系统级：批量应用验证", en: "Proven in use" },
};
