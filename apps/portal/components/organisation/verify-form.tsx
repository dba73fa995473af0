"use client";

import { Button } from "@ttx/ui/button";
import { Dialog } from "@ttx/ui/dialog";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { TextInput } from "@ttx/ui/text-input";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { formBody } from "#client/form-body.ts";
import { MutationForm } from "#client/mutation-form.tsx";

const T = {
  jurisdiction: { zh: "辖区（行政区划代码前 2、4 或 6 位）", en: "Area (first 2, 4 or 6 digits of the division code)" },
  jurisdictionHint: { zh: "33 为全省，3301 为全市，330106 为一个区县；全国留空。", en: "33 is a province, 3301 a city, 330106 a county; empty is the nation." },
  officeNo: { zh: "登记机构编号", en: "Office number" },
  officeNoHint: { zh: "两位数字，写入登记编号，同一地区内不得重复。", en: "Two digits that stand in registration numbers; unique within the place." },
} as const satisfies Record<string, Text>;

type Props = { readonly lang: Lang; readonly url: string; readonly organisation: { readonly kind: string; readonly divisionCode: string }; readonly label: string };

/** Verifies an office or an authority, which gets its area with it. */
export function VerifyForm({ lang, url, organisation, label }: Props) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const say = (text: Text): string => pick(lang, text);
  return (
    <>
      <Button tone="primary" onClick={() => setOpen(true)}>{label}</Button>
      <Dialog lang={lang} open={open} onClose={() => setOpen(false)} title={label}>
        <MutationForm
          url={url}
          toBody={(data) => ({ jurisdiction: "", ...formBody(data) })}
          onDone={() => {
            setOpen(false);
            router.refresh();
          }}
        >
          {({ pending, errorOf }) => (
            <>
              <TextInput id="jurisdiction" label={say(T.jurisdiction)} hint={say(T.jurisdictionHint)} inputMode="numeric" maxLength={6} defaultValue={organisation.divisionCode.replace(/(00)+$/, "")} error={errorOf("jurisdiction")} className="tabular max-w-40" />
              {organisation.kind === "REGISTRATION_OFFICE" ? <TextInput id="officeNo" label={say(T.officeNo)} hint={say(T.officeNoHint)} inputMode="numeric" maxLength={2} error={errorOf("officeNo")} className="tabular max-w-24" /> : null}
              <div><Button type="submit" tone="primary" pending={pending}>{label}</Button></div>
            </>
          )}
        </MutationForm>
      </Dialog>
    </>
  );
}
