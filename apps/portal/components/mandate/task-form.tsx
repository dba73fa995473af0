"use client";

import { Button } from "@ttx/ui/button";
import { DateInput } from "@ttx/ui/date-input";
import { TextInput } from "@ttx/ui/text-input";
import { pick, type Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { MutationForm } from "#client/mutation-form.tsx";
import { M } from "./mandate-texts.ts";

/** Notes a task in a mandate. */
export function TaskForm({ lang, mandateId }: { readonly lang: Lang; readonly mandateId: string }) {
  const router = useRouter();
  const [round, setRound] = useState(0);
  return (
    <MutationForm
      key={round}
      url={`/api/v1/mandates/${mandateId}/tasks`}
      onDone={() => {
        setRound(round + 1);
        router.refresh();
      }}
      className="grid items-end gap-4 sm:grid-cols-[minmax(0,1fr)_12rem_auto]"
    >
      {({ pending, errorOf }) => (
        <>
          <TextInput id="title" maxLength={120} label={pick(lang, M.task)} error={errorOf("title")} />
          <DateInput id="dueOn" label={pick(lang, M.dueOn)} optional={pick(lang, M.optional)} error={errorOf("dueOn")} />
          <Button type="submit" pending={pending}>{pick(lang, M.addTask)}</Button>
        </>
      )}
    </MutationForm>
  );
}
