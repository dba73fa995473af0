"use client";

import { Button } from "@ttx/ui/button";
import { ConfirmAct, useConfirm } from "@ttx/ui/confirm-act";
import type { Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import type { Method } from "#client/send.ts";
import { useMutation } from "#client/use-mutation.ts";

type Props = {
  readonly lang: Lang;
  readonly url: string;
  readonly method?: Method;
  readonly body?: unknown;
  /** What the button says, and the confirmation's title. */
  readonly label: string;
  readonly sentence: string;
  readonly tone?: "primary" | "danger";
  readonly small?: boolean;
};

/** One act that needs no form: asks once in a sentence, does it, and shows the page as it is then. */
export function ActButton({ lang, url, method = "POST", body, label, sentence, tone = "danger", small = true }: Props) {
  const { submit, problems, pending } = useMutation(url, { method });
  const confirm = useConfirm();
  const router = useRouter();

  async function act() {
    const outcome = await submit(body ?? {});
    if (!outcome.ok) return;
    confirm.close();
    router.refresh();
  }

  return (
    <>
      <Button tone={tone === "danger" ? "plain" : tone} size={small ? "small" : "normal"} onClick={confirm.ask}>{label}</Button>
      <ConfirmAct
        lang={lang}
        open={confirm.open}
        onClose={confirm.close}
        title={label}
        sentence={sentence}
        action={label}
        tone={tone}
        binding={false}
        pending={pending}
        problems={problems?.summary ?? []}
        onConfirm={() => void act()}
      />
    </>
  );
}
