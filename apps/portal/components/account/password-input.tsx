"use client";

import { PASSWORD_MIN_LENGTH } from "@ttx/domain/identity/client";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { TextInput } from "@ttx/ui/text-input";
import { useState } from "react";

const HINT: Text = {
  zh: `至少 ${PASSWORD_MIN_LENGTH} 个字符，可以用一句好记的话；不要包含姓名、邮箱或手机号。`,
  en: `At least ${PASSWORD_MIN_LENGTH} characters; a sentence you remember will do. Leave your name, address and number out.`,
};
const SHOW: Text = { zh: "显示密码", en: "Show the password" };

type Props = { readonly lang: Lang; readonly id: string; readonly label: string; readonly error?: string; readonly hint?: string };

/** A new password, which one may look at while typing: typing errors lock out, and length matters more than being hidden. */
export function NewPasswordInput({ lang, id, label, error, hint = pick(lang, HINT) }: Props) {
  const [shown, setShown] = useState(false);
  return (
    <div className="grid gap-2">
      <TextInput id={id} label={label} hint={hint} error={error} type={shown ? "text" : "password"} autoComplete="new-password" spellCheck={false} />
      <label className="flex items-center gap-2 text-sm">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} className="size-4" />
        {pick(lang, SHOW)}
      </label>
    </div>
  );
}
