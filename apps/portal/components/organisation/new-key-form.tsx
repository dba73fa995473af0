"use client";

import { Button } from "@ttx/ui/button";
import { FieldError } from "@ttx/ui/field";
import { CopyIcon } from "@ttx/ui/icons/copy";
import { Select } from "@ttx/ui/select";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { TextInput } from "@ttx/ui/text-input";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { formBody } from "#client/form-body.ts";
import { MutationForm } from "#client/mutation-form.tsx";
import type { ScopeGroup } from "./scope-list.ts";

const T = {
  name: { zh: "用途", en: "What it is for" },
  nameHint: { zh: "例如“科研管理系统对接”。", en: "For example “our research information system”." },
  valid: { zh: "有效期", en: "Valid for" },
  days: { zh: "{n} 天", en: "{n} days" },
  scopes: { zh: "允许的操作", en: "What it may do" },
  scopesHint: { zh: "只选择需要的操作，其余一律拒绝。", en: "Choose only what is needed; everything else is refused." },
  make: { zh: "生成密钥", en: "Make the key" },
  once: { zh: "密钥只显示这一次，请立即复制到您的系统中", en: "The key is shown this once: copy it into your system now" },
  copy: { zh: "复制密钥", en: "Copy the key" },
  copied: { zh: "已复制", en: "Copied" },
} as const satisfies Record<string, Text>;

const DAYS = ["30", "90", "180", "365"] as const;

/** Makes an API key and shows it once. */
export function NewKeyForm({ lang, groups }: { readonly lang: Lang; readonly groups: readonly ScopeGroup[] }) {
  const [key, setKey] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);
  const router = useRouter();
  const say = (text: Text): string => pick(lang, text);

  if (key !== null) {
    return (
      <div role="status" className="grid gap-3 rounded border border-due-line bg-due-soft p-5">
        <p className="font-medium">{say(T.once)}</p>
        <code className="rounded bg-surface p-3 break-all">{key}</code>
        <div><Button icon={<CopyIcon size={16} />} onClick={() => void navigator.clipboard.writeText(key).then(() => setCopied(true))}>{say(copied ? T.copied : T.copy)}</Button></div>
      </div>
    );
  }
  return (
    <MutationForm<{ key: string }>
      url="/api/v1/api-keys"
      toBody={(data) => ({ scopes: [], ...formBody(data) })}
      onDone={(made) => {
        setKey(made.key);
        router.refresh();
      }}
      className="grid max-w-3xl gap-5"
    >
      {({ pending, errorOf }) => (
        <>
          <TextInput id="name" label={say(T.name)} hint={say(T.nameHint)} maxLength={60} error={errorOf("name")} className="max-w-md" />
          <Select id="validDays" label={say(T.valid)} defaultValue="90" options={DAYS.map((n) => ({ value: n, label: say(T.days).replace("{n}", n) }))} error={errorOf("validDays")} className="max-w-40" />
          <fieldset id="scopes" tabIndex={-1} className="grid gap-4 outline-none">
            <legend className="font-medium">{say(T.scopes)}</legend>
            <p className="text-sm text-ink-soft">{say(T.scopesHint)}</p>
            <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
              {groups.map(({ area, scopes }) => (
                <div key={area} role="group" aria-label={area} className="grid content-start gap-1">
                  {scopes.map(({ action, does }) => (
                    <label key={action} className="flex items-start gap-2">
                      <input type="checkbox" name="scopes[]" value={action} className="mt-1 size-5 shrink-0" />
                      <span>{does}<span className="block text-sm text-ink-faint">{action}</span></span>
                    </label>
                  ))}
                </div>
              ))}
            </div>
            {errorOf("scopes") ? <FieldError id="scopes">{errorOf("scopes")}</FieldError> : null}
          </fieldset>
          <div><Button type="submit" tone="primary" pending={pending}>{say(T.make)}</Button></div>
        </>
      )}
    </MutationForm>
  );
}
