import type { ImportState } from "./contract-import.machine.ts";

export const IMPORT_STATE_LABELS: Readonly<Record<ImportState, { readonly zh: string; readonly en: string }>> = {
  QUEUED: { zh: "等待处理", en: "Waiting" },
  RUNNING: { zh: "读取与检查中", en: "Reading and checking" },
  MERGING: { zh: "写入中", en: "Writing" },
  DONE: { zh: "已完成", en: "Done" },
  REFUSED: { zh: "有错误，未导入", en: "Errors, nothing imported" },
  FAILED: { zh: "文件无法读取", en: "File not readable" },
  CANCELLED: { zh: "已取消", en: "Cancelled" },
};
