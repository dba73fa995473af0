"use client";

import { Button } from "@ttx/ui/button";
import { RadioGroup } from "@ttx/ui/radio-group";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { TextInput } from "@ttx/ui/text-input";
import { useRouter } from "next/navigation";
import { MutationForm } from "#client/mutation-form.tsx";

const T = {
  name: { zh: "姓名", en: "Name" },
  phone: { zh: "手机号", en: "Mobile number" },
  optional: { zh: "（选填，也可用于登录）", en: "(optional; you can sign in with it too)" },
  language: { zh: "邮件和通知的语言", en: "Language of mails and notifications" },
  save: { zh: "保存资料", en: "Save" },
  saved: { zh: "已保存", en: "Saved" },
} as const satisfies Record<string, Text>;

type Props = { readonly lang: Lang; readonly name: string; readonly phone: string | null; readonly language: Lang };

/** What one may change of oneself. */
export function ProfileForm({ lang, name, phone, language }: Props) {
  const router = useRouter();
  const say = (text: Text): string => pick(lang, text);
  return (
    <MutationForm
      url="/api/v1/me"
      method="PATCH"
      toBody={(data) => ({ name: data.get("name"), phone: data.get("phone") || null, language: data.get("language") })}
      onDone={() => router.refresh()}
      className="grid max-w-md gap-5"
    >
      {({ pending, done, errorOf }) => (
        <>
          <TextInput id="name" label={say(T.name)} defaultValue={name} autoComplete="name" maxLength={50} error={errorOf("name")} />
          <TextInput id="phone" label={say(T.phone)} optional={say(T.optional)} type="tel" defaultValue={phone ?? ""} autoComplete="tel" error={errorOf("phone")} />
          <RadioGroup id="language" label={say(T.language)} inline defaultValue={language} options={[{ value: "zh", label: "中文" }, { value: "en", label: "English" }]} />
          <div className="flex items-center gap-3">
            <Button type="submit" pending={pending}>{say(T.save)}</Button>
            <span role="status" className="text-sm text-done">{done === null ? "" : say(T.saved)}</span>
          </div>
        </>
      )}
    </MutationForm>
  );
}
