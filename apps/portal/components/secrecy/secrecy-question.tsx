"use client";

import { Button } from "@ttx/ui/button";
import { ErrorSummary } from "@ttx/ui/error-summary";
import { LinkButton } from "@ttx/ui/link-button";
import { Panel } from "@ttx/ui/panel";
import { RadioGroup } from "@ttx/ui/radio-group";
import { TextInput } from "@ttx/ui/text-input";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { useState, type FormEvent } from "react";
import { useMutation } from "#client/use-mutation.ts";
import { href } from "#lang/href.ts";

const QUESTION: Text = { zh: "填报内容是否涉及国家秘密、军工秘密，或其他不得在互联网公开的信息？", en: "Does what you are about to enter touch state or military secrets, or anything else that must not be on the open network?" };
const WHY: Text = { zh: "本平台为公开的非涉密系统。请按本单位保密审查结论回答。（《保守国家秘密法》第二十九条、第三十一条）", en: "This is a public system for unclassified information only. Answer as your unit's secrecy review concluded (Law on Guarding State Secrets, arts 29 and 31)." };
const NO: Text = { zh: "不涉及，已经本单位保密审查", en: "No, and our secrecy review says so" };
const YES: Text = { zh: "涉及", en: "Yes" };
const UNSURE: Text = { zh: "不能确定", en: "Not sure" };
const OFFICER: Text = { zh: "保密审查责任人", en: "Who answers for the secrecy review" };
const OFFICER_HINT: Text = { zh: "本单位作出审查结论的人员姓名，不对外公开。", en: "The name of the person in your unit who concluded it. Not shown to the public." };
const GO: Text = { zh: "继续", en: "Continue" };
const GOING: Text = { zh: "正在新建…", en: "Starting…" };
const CHOOSE: Text = { zh: "请先回答这个问题。", en: "Please answer this question first." };
const NAME_NEEDED: Text = { zh: "请填写责任人姓名。", en: "Please give the name." };
const END: Text = { zh: "填报到此结束", en: "The form ends here" };
const END_TEXT: Text = {
  zh: "涉密或尚不能确定的内容不得在本平台填报，您没有留下任何文字。请交本单位保密工作机构处理；已解密的，凭解密决定重新填报。",
  en: "What is secret, or may be, must not be entered here. Nothing was kept. Your unit's secrecy office deals with it; once declassified it may be entered with the decision.",
};
const AGAIN: Text = { zh: "重新回答", en: "Answer again" };

type Answer = "NO" | "YES" | "UNSURE";

export type SecrecyQuestionProps = {
  readonly lang: Lang;
  /** Begins the draft: POST with the answer. */
  readonly url: string;
  readonly withOfficer: boolean;
  /** Where the draft is written, before its id. */
  readonly place: `/desk/${string}`;
  readonly idName: "resultId" | "demandId";
  readonly back: string;
  readonly backLabel: string;
};

/** The first question, before anything else is asked. "Yes" and "not sure" end here; nothing is sent to the server. */
export function SecrecyQuestion({ lang, url, withOfficer, place, idName, back, backLabel }: SecrecyQuestionProps) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [officer, setOfficer] = useState("");
  const [asked, setAsked] = useState(false);
  const [ended, setEnded] = useState(false);
  const { submit, problems, pending, done } = useMutation<Readonly<Record<string, string>>>(url);

  if (ended) {
    return (
      <Panel tone="due" title={pick(lang, END)} className="max-w-3xl">
        <div role="alert" className="grid gap-4">
          <p className="prose-column">{pick(lang, END_TEXT)}</p>
          <div className="flex flex-wrap gap-3">
            <Button onClick={() => setEnded(false)}>{pick(lang, AGAIN)}</Button>
            <LinkButton href={back} tone="plain">{backLabel}</LinkButton>
          </div>
        </div>
      </Panel>
    );
  }

  async function start(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (answer === "YES" || answer === "UNSURE") return setEnded(true);
    if (answer !== "NO" || (withOfficer && officer.trim() === "")) return;
    const outcome = await submit(withOfficer ? { secrecy: answer, secrecyOfficer: officer.trim() } : { secrecy: answer });
    const id = outcome.ok ? outcome.value[idName] : undefined;
    if (id) window.location.assign(href(lang, `${place}/${id}`));
  }

  return (
    <form noValidate onSubmit={(event) => void start(event)} className="grid max-w-3xl gap-6">
      <ErrorSummary lang={lang} items={problems?.summary ?? []} reference={problems?.requestId} />
      <RadioGroup
        id="secrecy"
        label={pick(lang, QUESTION)}
        hint={pick(lang, WHY)}
        error={asked && answer === null ? pick(lang, CHOOSE) : undefined}
        value={answer ?? ""}
        onChange={(value) => setAnswer(value as Answer)}
        options={[{ value: "NO", label: pick(lang, NO) }, { value: "YES", label: pick(lang, YES) }, { value: "UNSURE", label: pick(lang, UNSURE) }]}
      />
      {withOfficer && answer === "NO" ? (
        <TextInput id="secrecyOfficer" className="max-w-64" label={pick(lang, OFFICER)} hint={pick(lang, OFFICER_HINT)} maxLength={40} value={officer} onChange={(event) => setOfficer(event.target.value)} error={asked && officer.trim() === "" ? pick(lang, NAME_NEEDED) : undefined} />
      ) : null}
      <div><Button type="submit" tone="primary" pending={pending || done !== null} pendingText={pick(lang, GOING)}>{pick(lang, GO)}</Button></div>
    </form>
  );
}
