import type { Texts } from "../shared/texts.ts";

/** What a message says, by kind, in both languages; `{name}` is filled from its params. A feature adds its kinds here. */
export const NOTIFICATION_TEXTS = {
  "organisation.verified": { zh: "{organisation}已通过核验，可以办理交易和登记。", en: "{organisation} has been verified and may trade and register." },
  "organisation.rejected": { zh: "{organisation}未通过核验：{reason}", en: "{organisation} was not verified: {reason}" },
} as const satisfies Texts;

export type NotificationKind = keyof typeof NOTIFICATION_TEXTS;
