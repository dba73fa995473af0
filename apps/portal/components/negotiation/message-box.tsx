"use client";

import { Button } from "@ttx/ui/button";
import { Textarea } from "@ttx/ui/textarea";
import { pick, type Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useMutation } from "#client/use-mutation.ts";
import { R } from "./room-texts.ts";

/** Says something in the room. */
export function MessageBox({ lang, roomId }: { readonly lang: Lang; readonly roomId: string }) {
  const router = useRouter();
  const [text, setText] = useState("");
  const { submit, problems, pending } = useMutation(`/api/v1/negotiations/${roomId}/messages`);
  return (
    <form
      noValidate
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void submit({ text }).then((outcome) => {
          if (!outcome.ok) return;
          setText("");
          router.refresh();
        });
      }}
    >
      <Textarea id="text" rows={3} maxLength={4000} label={pick(lang, R.message)} value={text} onChange={(event) => setText(event.target.value)} error={problems?.fields["text"] ?? (problems ? problems.title : undefined)} />
      <div><Button type="submit" pending={pending} pendingText={pick(lang, R.sending)}>{pick(lang, R.send)}</Button></div>
    </form>
  );
}
