"use client";

import { Button } from "@ttx/ui/button";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { TextInput } from "@ttx/ui/text-input";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { MutationForm } from "#client/mutation-form.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";

const T = {
  code: { zh: "身份验证器当前的 6 位动态码", en: "The 6 digits your authenticator shows" },
  renew: { zh: "更换恢复码", en: "Replace the recovery codes" },
} as const satisfies Record<string, Text>;

/** Ten new recovery codes in place of the old ones. */
export function RenewRecoveryCodes({ lang }: { readonly lang: Lang }) {
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const router = useRouter();
  if (codes) {
    return (
      <RecoveryCodes
        lang={lang}
        codes={codes}
        onKept={() => {
          setCodes(null);
          router.refresh();
        }}
      />
    );
  }
  return (
    <MutationForm<{ recoveryCodes: readonly string[] }> url="/api/v1/me/recovery-codes" onDone={({ recoveryCodes }) => setCodes(recoveryCodes)} className="grid max-w-md gap-4">
      {({ pending, errorOf }) => (
        <>
          <TextInput id="code" label={pick(lang, T.code)} inputMode="numeric" autoComplete="one-time-code" maxLength={7} className="tabular max-w-40 tracking-widest" error={errorOf("code")} />
          <div><Button type="submit" pending={pending}>{pick(lang, T.renew)}</Button></div>
        </>
      )}
    </MutationForm>
  );
}
