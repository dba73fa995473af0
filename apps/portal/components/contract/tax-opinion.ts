import type { Text } from "@ttx/ui/text";

export const TAX_OPINION_LABELS: Readonly<Record<string, Text>> = {
  ELIGIBLE: { zh: "符合享受政策条件", en: "Eligible for the reliefs claimed" },
  PARTLY_ELIGIBLE: { zh: "部分符合，详见意见", en: "Eligible in part; see the opinion" },
  NOT_ELIGIBLE: { zh: "不符合享受政策条件", en: "Not eligible" },
};
