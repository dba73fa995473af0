"use client";

import { Button } from "@ttx/ui/button";
import { Panel } from "@ttx/ui/panel";
import { RadioGroup } from "@ttx/ui/radio-group";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { TextInput } from "@ttx/ui/text-input";
import { useState } from "react";
import { MutationForm } from "#client/mutation-form.tsx";
import { href } from "#lang/href.ts";

const T = {
  question: { zh: "合同是否涉及国家秘密？", en: "Does the contract hold State secrets?" },
  no: { zh: "不涉及", en: "No" },
  yes: { zh: "涉及", en: "Yes" },
  stop: { zh: "涉及国家秘密的合同不得录入本系统，请按保密规定到登记机构现场办理。", en: "A contract with State secrets may not be entered here; take it to the office in person, as the secrecy rules say." },
  name: { zh: "项目名称", en: "Project name" },
  nameHint: { zh: "与合同文本一致，之后可以修改。", en: "As in the contract; it can be changed later." },
  begin: { zh: "开始填写", en: "Begin" },
} as const satisfies Record<string, Text>;

/** The first question of every form, then its name; the form itself saves as one types. */
export function BeginContract({ lang }: { readonly lang: Lang }) {
  const [secret, setSecret] = useState("");
  return (
    <div className="max-w-2xl">
      <MutationForm<{ readonly contractId: string }> url="/api/v1/contracts" onDone={({ contractId }) => window.location.assign(href(lang, `/desk/contracts/${contractId}`))} toBody={(data) => ({ projectName: data.get("projectName") ?? "" })}>
        {({ pending, errorOf }) => (
          <>
            <RadioGroup id="secret" inline label={pick(lang, T.question)} value={secret} onChange={setSecret} options={[{ value: "no", label: pick(lang, T.no) }, { value: "yes", label: pick(lang, T.yes) }]} />
            {secret === "yes" ? <Panel tone="live"><p role="alert">{pick(lang, T.stop)}</p></Panel> : null}
            {secret === "no" ? (
              <>
                <TextInput id="projectName" lang="zh-CN" label={pick(lang, T.name)} hint={pick(lang, T.nameHint)} maxLength={200} error={errorOf("projectName")} />
                <div><Button type="submit" tone="primary" pending={pending}>{pick(lang, T.begin)}</Button></div>
              </>
            ) : null}
          </>
        )}
      </MutationForm>
    </div>
  );
}
