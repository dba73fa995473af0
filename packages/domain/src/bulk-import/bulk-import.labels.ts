import type { ImportOutcome, ImportState } from "./bulk-import.schema.ts";

type Label = { readonly zh: string; readonly en: string };

export const IMPORT_STATE_LABELS: Record<ImportState, Label> = {
  WAITING: { zh: "等待处理", en: "Waiting" },
  RUNNING: { zh: "处理中", en: "Being entered" },
  DONE: { zh: "处理完毕", en: "Done" },
  FAILED: { zh: "无法读取", en: "Could not be read" },
};

export const IMPORT_OUTCOME_LABELS: Record<ImportOutcome, Label> = {
  WAITING: { zh: "待处理", en: "Waiting" },
  ACCEPTED: { zh: "已录入", en: "Entered" },
  REPEATED: { zh: "此前已录入", en: "Entered before" },
  REFUSED: { zh: "未录入", en: "Not entered" },
};
