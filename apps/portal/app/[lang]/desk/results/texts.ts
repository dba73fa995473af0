import type { Text } from "@ttx/ui/text";

export const T = {
  title: { zh: "我的成果", en: "My results" },
  intro: { zh: "本单位填报的全部成果。草稿只有本单位可见；发布后进入公开成果库。", en: "All results your organisation has entered. Drafts are seen by your organisation only; published results are in the public library." },
  newResult: { zh: "新建成果", en: "New result" },
  importMany: { zh: "批量提交", en: "Hand in many" },
  all: { zh: "全部", en: "All" },
  name: { zh: "成果名称", en: "Result" },
  untitled: { zh: "（尚未命名）", en: "(no title yet)" },
  state: { zh: "状态", en: "State" },
  field: { zh: "技术领域", en: "Field" },
  price: { zh: "意向价格", en: "Asked price" },
  negotiable: { zh: "面议", en: "Negotiable" },
  version: { zh: "版本", en: "Version" },
  updated: { zh: "最近修改", en: "Last changed" },
  unpublished: { zh: "有修改未发布", en: "Changes not published" },
  emptyTitle: { zh: "还没有成果", en: "No result yet" },
  emptyText: { zh: "新建成果后会列在这里。可以先存草稿，信息齐备后再发布。", en: "Results stand here once you begin one. Keep it as a draft until everything is together." },
  emptyFilter: { zh: "没有这种状态的成果", en: "No result in this state" },
  search: { zh: "按名称查找", en: "Find by title" },
  go: { zh: "查找", en: "Find" },
} as const satisfies Record<string, Text>;
