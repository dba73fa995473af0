"use client";

import { Button } from "@ttx/ui/button";
import { CheckIcon } from "@ttx/ui/icons/check";
import { pick, type Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useMutation } from "#client/use-mutation.ts";
import { NOTIFICATIONS as T } from "./notification-texts.ts";

export function MarkAllRead({ lang }: { readonly lang: Lang }) {
  const { submit, pending, problems } = useMutation("/api/v1/notifications/read-all");
  const router = useRouter();
  return (
    <span className="grid justify-items-end gap-1">
      <Button size="small" icon={<CheckIcon size={16} />} pending={pending} pendingText={pick(lang, T.marking)} onClick={() => void submit({}).then(({ ok }) => ok && router.refresh())}>
        {pick(lang, T.markAll)}
      </Button>
      {problems ? <span role="alert" className="text-sm text-live">{problems.title}</span> : null}
    </span>
  );
}
