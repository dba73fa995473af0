"use client";

import { Button } from "@ttx/ui/button";
import { RefreshCwIcon } from "@ttx/ui/icons/refresh-cw";
import { useRouter } from "next/navigation";
import { useMutation } from "#client/use-mutation.ts";

/** Has something that failed run again; the list then shows how it stands. */
export function RetryButton({ url, label, pendingLabel, subject }: { readonly url: string; readonly label: string; readonly pendingLabel: string; readonly subject: string }) {
  const { submit, pending, problems } = useMutation(url);
  const router = useRouter();
  return (
    <span className="grid justify-items-start gap-1">
      <Button
        size="small"
        icon={<RefreshCwIcon size={16} />}
        pending={pending}
        pendingText={pendingLabel}
        aria-label={`${label}: ${subject}`}
        onClick={() => void submit({}).then(({ ok }) => ok && router.refresh())}
      >
        {label}
      </Button>
      {problems ? <span role="alert" className="text-sm text-live">{problems.summary[0]?.message ?? problems.title}</span> : null}
    </span>
  );
}
