import { fillText } from "@ttx/domain/shared/texts";
import type { ConfirmActProps } from "@ttx/ui/confirm-act";
import { formatYuan } from "@ttx/ui/format";
import { pick, type Lang, type Text } from "@ttx/ui/text";

const TAKE_OVER: Text = { zh: "改为 {price}", en: "Take over {price}" };

type Step = Pick<ConfirmActProps, "action" | "tone" | "problems" | "onConfirm">;

/** A price that moved while its confirmation stood open: the first press takes over the new one, and only the next binds to it. */
export function takeOver(lang: Lang, moved: Text, price: string, ask: (price: string) => void): Step {
  const shown = { price: formatYuan(price) };
  return { action: fillText(pick(lang, TAKE_OVER), shown), tone: "primary", problems: [{ message: fillText(pick(lang, moved), shown) }], onConfirm: () => ask(price) };
}
