"use client";

import { Button } from "@ttx/ui/button";
import { DateInput } from "@ttx/ui/date-input";
import { formatDateTime } from "@ttx/ui/format";
import { Select } from "@ttx/ui/select";
import { pick, type Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { MutationForm } from "#client/mutation-form.tsx";
import { CLOCK as T } from "./clock-texts.ts";

const STEPS = {
  hour: { seconds: 3_600 },
  day: { days: 1 },
  week: { days: 7 },
  notice: { days: 15 },
  month: { days: 30 },
} as const;

type By = keyof typeof STEPS | "to";

export function ClockForm({ lang }: { readonly lang: Lang }) {
  const [by, setBy] = useState<By>("day");
  const router = useRouter();
  const toBody = (data: FormData): unknown => (by === "to" ? { to: `${String(data.get("to"))}:00+08:00` } : STEPS[by]);
  return (
    <MutationForm<{ readonly now: string }> url="/api/v1/clock/advance" toBody={toBody} onDone={() => router.refresh()}>
      {({ pending, done, errorOf }) => (
        <>
          <Select
            id="by"
            label={pick(lang, T.by)}
            value={by}
            onChange={({ target }) => setBy(target.value as By)}
            options={[...Object.keys(STEPS), "to"].map((value) => ({ value, label: pick(lang, T[value as By]) }))}
          />
          {by === "to" ? <DateInput id="to" withTime label={pick(lang, T.instant)} error={errorOf("to")} required /> : null}
          <div className="flex flex-wrap items-center gap-4">
            <Button type="submit" tone="primary" pending={pending} pendingText={pick(lang, T.moving)}>{pick(lang, T.submit)}</Button>
            {done ? <span role="status" className="text-sm text-done">{`${pick(lang, T.moved)} ${formatDateTime(done.now, lang, true)}`}</span> : null}
          </div>
        </>
      )}
    </MutationForm>
  );
}
