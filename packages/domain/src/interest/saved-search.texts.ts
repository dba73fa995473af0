import type { Texts } from "../shared/texts.ts";

export const SAVED_SEARCH_TEXTS = {
  SAVED_SEARCH_EMPTY: { zh: "请先输入词语或选择条件，再保存检索。", en: "Enter a word or choose a filter before you save the search." },
  SAVED_SEARCH_TOO_MANY: { zh: "最多保存 {most} 个检索，请先在“我的关注”里删除不用的。", en: "You can keep {most} searches; delete one you no longer need first." },
} as const satisfies Texts;
