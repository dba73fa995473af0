"use client";

import { Button } from "@ttx/ui/button";
import { Select, type Option } from "@ttx/ui/select";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { formBody } from "#client/form-body.ts";
import { MutationForm } from "#client/mutation-form.tsx";
import { PartyInput } from "#components/notice/party-input.tsx";
import { href } from "#lang/href.ts";
import { R } from "./room-texts.ts";

const MANDATE: Text = { zh: "依据的委托", en: "Mandate" };
const BUYER: Text = { zh: "受让方", en: "Buyer" };
const BUYER_HINT: Text = { zh: "输入单位名称的一部分查找已核验的单位。", en: "Type a part of the name to find a verified organisation." };

export type OpenRoomFormProps = {
  readonly lang: Lang;
  /** Fixed when one comes from a result's page. */
  readonly result?: Option;
  readonly results: readonly Option[];
  readonly mandates: readonly Option[];
  /** Whether the other side has to be named: a seller invites, a buyer asks the owner. */
  readonly invites: boolean;
};

/** Opens a room; the standard agreement is proposed and may be changed before anybody signs. */
export function OpenRoomForm({ lang, result, results, mandates, invites }: OpenRoomFormProps) {
  const router = useRouter();
  return (
    <MutationForm<{ readonly roomId: string }>
      url="/api/v1/negotiations"
      toBody={(data) => ({ ...(result ? { resultId: result.value } : {}), ...formBody(data) })}
      onDone={({ roomId }) => router.push(href(lang, `/desk/negotiations/${roomId}`))}
      className="grid max-w-2xl gap-6"
    >
      {({ pending, errorOf }) => (
        <>
          {result ? <p><span className="text-ink-soft">{pick(lang, R.result)}</span><br /><span lang="zh-CN" className="font-medium">{result.label}</span></p> : <Select id="resultId" label={pick(lang, R.result)} empty={pick(lang, R.choose)} options={results} error={errorOf("resultId")} />}
          {mandates.length > 0 ? <Select id="mandateId" label={pick(lang, MANDATE)} empty={pick(lang, R.choose)} options={mandates} error={errorOf("mandateId")} /> : null}
          {invites ? <PartyInput id="buyerId" as="BUYER" lang={lang} label={pick(lang, BUYER)} hint={pick(lang, BUYER_HINT)} optional={mandates.length > 0 ? pick(lang, R.optional) : undefined} error={errorOf("buyerId")} /> : null}
          <div><Button type="submit" tone="primary" pending={pending} pendingText={pick(lang, R.sending)}>{pick(lang, R.open)}</Button></div>
        </>
      )}
    </MutationForm>
  );
}
