"use client";

import type { AlarmLimits } from "@ttx/domain/operations/client";
import { Button } from "@ttx/ui/button";
import { TextInput } from "@ttx/ui/text-input";
import { pick, type Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { MutationForm } from "#client/mutation-form.tsx";
import { LIMIT_LABELS, T } from "./operations-texts.ts";

/** From which age on something is an alarm: a rule of this platform, so it is a parameter with versions and reasons. */
export function LimitsForm({ lang, limits }: { readonly lang: Lang; readonly limits: AlarmLimits }) {
  const router = useRouter();
  return (
    <MutationForm url="/api/v1/operations/alarm-limits" method="PUT" onDone={() => router.refresh()}>
      {({ pending, done, errorOf }) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {(Object.keys(LIMIT_LABELS) as (keyof typeof LIMIT_LABELS)[]).map((key) => (
              <TextInput key={key} id={key} label={pick(lang, LIMIT_LABELS[key])} unit={pick(lang, T.seconds)} inputMode="numeric" defaultValue={limits[key]} error={errorOf(key)} className="tabular max-w-32" />
            ))}
          </div>
          <TextInput id="reason" label={pick(lang, T.reason)} error={errorOf("reason")} maxLength={300} className="max-w-xl" />
          <div className="flex items-center gap-4">
            <Button type="submit" pending={pending}>{pick(lang, T.saveLimits)}</Button>
            {done ? <span role="status" className="text-sm text-done">{pick(lang, T.saved)}</span> : null}
          </div>
        </>
      )}
    </MutationForm>
  );
}
