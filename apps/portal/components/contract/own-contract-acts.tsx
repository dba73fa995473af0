"use client";

import { CANCELLATION_GROUNDS } from "@ttx/domain/recognition/client";
import { Button } from "@ttx/ui/button";
import { Checkbox } from "@ttx/ui/checkbox";
import { DateInput } from "@ttx/ui/date-input";
import { Dialog } from "@ttx/ui/dialog";
import { yuanText } from "@ttx/ui/format";
import { MoneyInput } from "@ttx/ui/money-input";
import { Select } from "@ttx/ui/select";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { Textarea } from "@ttx/ui/textarea";
import { TextInput } from "@ttx/ui/text-input";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { MutationForm } from "#client/mutation-form.tsx";
import { ReasonedAct } from "#components/reasoned-act.tsx";

const T = {
  withdraw: { zh: "撤回申请", en: "Withdraw" },
  discard: { zh: "删除草稿", en: "Discard the draft" },
  discardText: { zh: "草稿删除后不能恢复。", en: "A discarded draft is gone." },
  withdrawText: { zh: "撤回后这份申请终结；需要时可以重新填报。", en: "The file ends; a new one can be filed later." },
  reason: { zh: "原因", en: "Reason" },
  optional: { zh: "（选填）", en: "(optional)" },
  change: { zh: "申请变更登记", en: "Ask for a change" },
  changeText: { zh: "只填写发生变更的内容。登记机构重新核定后出具新版登记证明；在此之前原登记继续有效。", en: "Fill in only what changes. The office decides anew and issues a new edition; until then the registration stands." },
  projectName: { zh: "项目名称", en: "Project name" },
  validTo: { zh: "有效期止", en: "Term to" },
  turnover: { zh: "合同成交额", en: "Turnover" },
  turnoverMany: { zh: "合同分期付款，变更金额须同时变更各期款项，请通过接口或联系登记机构办理。", en: "The price is paid in instalments: a change of the amount changes them too, over the API or at the office." },
  changeReason: { zh: "变更理由", en: "Why it changes" },
  send: { zh: "提交", en: "Send" },
  reconsider: { zh: "申请复核", en: "Ask for reconsideration" },
  reconsiderText: { zh: "认为合同类别或技术交易额认定有误的，可以申请登记机构重新认定。重新认定期间原登记继续有效。", en: "If you hold the class or the amount for wrong, the office decides again. Until then the registration stands." },
  cancel: { zh: "申请注销登记", en: "Cancel the registration" },
  cancelText: { zh: "合同解除、终止、被确认无效或者被撤销的，应当注销登记。注销后登记证明失效，不能恢复。", en: "A contract that is rescinded, ended, void or revoked is taken off the register. The certificate is void at once and for good." },
  ground: { zh: "注销事由", en: "Ground" },
  RESCINDED: { zh: "合同解除", en: "Rescinded" },
  TERMINATED: { zh: "合同终止，未履行", en: "Ended without performance" },
  VOID: { zh: "合同被确认无效", en: "Void" },
  REVOKED_BY_COURT: { zh: "合同被撤销", en: "Revoked by a court" },
  facts: { zh: "事实与依据", en: "Facts" },
  relief: { zh: "本合同已享受税收优惠，将依法向税务机关报告", en: "Reliefs were taken under this contract; they will be reported to the tax body" },
  view: { zh: "提交陈述意见", en: "State your view" },
  viewText: { zh: "对拟撤销登记的事实、理由和依据，可以提出陈述、申辩意见。只能提交一次。", en: "State your view on the facts and grounds of the intended revocation. It can be given once." },
  statement: { zh: "陈述意见", en: "Your view" },
} as const satisfies Record<string, Text>;

type Props = {
  readonly lang: Lang;
  readonly contractId: string;
  readonly version: number;
  readonly state: string;
  readonly reviewId: string | null;
  readonly may: { readonly withdraw: boolean; readonly requestChange: boolean; readonly cancel: boolean; readonly stateView: boolean };
  readonly form: { readonly projectName: string; readonly validTo: string | null; readonly turnoverFen: bigint | null; readonly instalments: number };
};

type Act = "withdraw" | "change" | "cancel" | "view";

/** What the applicant may still do with a file that is out of its hands; each act is a dialog of its own. */
export function OwnContractActs({ lang, contractId, version, state, reviewId, may, form }: Props) {
  const [act, setAct] = useState<Act | null>(null);
  const router = useRouter();
  const say = (text: Text): string => pick(lang, text);
  const close = () => setAct(null);
  const done = () => {
    setAct(null);
    router.refresh();
  };
  const url = `/api/v1/contracts/${contractId}`;
  const withdrawing = state === "DRAFT" ? T.discard : T.withdraw;
  if (!may.withdraw && !may.requestChange && !may.cancel && !may.stateView) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {may.stateView ? <Button tone="primary" onClick={() => setAct("view")}>{say(T.view)}</Button> : null}
      {may.requestChange ? <Button onClick={() => setAct("change")}>{say(T.change)}</Button> : null}
      {may.requestChange && state === "REGISTERED" ? <ReasonedAct lang={lang} url={`${url}/reconsideration`} label={say(T.reconsider)} sentence={say(T.reconsiderText)} reasonLabel={say(T.reason)} body={{ version }} /> : null}
      {may.withdraw ? <Button onClick={() => setAct("withdraw")}>{say(withdrawing)}</Button> : null}
      {may.cancel ? <Button tone="danger" onClick={() => setAct("cancel")}>{say(T.cancel)}</Button> : null}

      <Dialog lang={lang} open={act === "withdraw"} onClose={close} title={say(withdrawing)}>
        <MutationForm url={`${url}/withdraw`} onDone={done} toBody={(data) => ({ version, reason: data.get("reason") ?? "" })}>
          {({ pending, errorOf }) => (
            <>
              <p>{say(state === "DRAFT" ? T.discardText : T.withdrawText)}</p>
              <TextInput id="reason" label={say(T.reason)} optional={say(T.optional)} maxLength={500} error={errorOf("reason")} />
              <div><Button type="submit" tone="danger" pending={pending}>{say(withdrawing)}</Button></div>
            </>
          )}
        </MutationForm>
      </Dialog>

      <Dialog lang={lang} open={act === "change"} onClose={close} title={say(T.change)} width="wide">
        <MutationForm url={`${url}/change`} onDone={done} toBody={(data) => ({ version, reason: data.get("reason") ?? "", form: changedFields(data, form) })}>
          {({ pending, errorOf }) => (
            <>
              <p>{say(T.changeText)}</p>
              <TextInput id="projectName" lang="zh-CN" label={say(T.projectName)} maxLength={200} defaultValue={form.projectName} error={errorOf("projectName") ?? errorOf("form.projectName")} />
              <DateInput id="validTo" label={say(T.validTo)} defaultValue={form.validTo ?? ""} error={errorOf("validTo")} />
              {form.instalments === 1 ? (
                <MoneyInput id="turnover" lang={lang} label={say(T.turnover)} defaultValue={form.turnoverFen === null ? "" : yuanText(form.turnoverFen)} error={errorOf("turnover") ?? errorOf("instalments")} />
              ) : (
                <p className="text-sm text-ink-soft">{say(T.turnoverMany)}</p>
              )}
              <Textarea id="reason" label={say(T.changeReason)} rows={3} maxLength={1000} error={errorOf("reason")} />
              <div><Button type="submit" tone="primary" pending={pending}>{say(T.send)}</Button></div>
            </>
          )}
        </MutationForm>
      </Dialog>

      <Dialog lang={lang} open={act === "cancel"} onClose={close} title={say(T.cancel)} width="wide">
        <MutationForm url={`${url}/cancel`} onDone={done} toBody={(data) => ({ version, ground: data.get("ground"), facts: data.get("facts") ?? "", reliefTaken: data.get("reliefTaken") !== null })}>
          {({ pending, errorOf }) => (
            <>
              <p>{say(T.cancelText)}</p>
              <Select id="ground" label={say(T.ground)} options={CANCELLATION_GROUNDS.map((value) => ({ value, label: say(T[value]) }))} error={errorOf("ground")} />
              <Textarea id="facts" label={say(T.facts)} rows={4} maxLength={1000} error={errorOf("facts")} />
              <Checkbox id="reliefTaken" label={say(T.relief)} />
              <div><Button type="submit" tone="danger" pending={pending}>{say(T.cancel)}</Button></div>
            </>
          )}
        </MutationForm>
      </Dialog>

      {reviewId === null ? null : (
        <Dialog lang={lang} open={act === "view"} onClose={close} title={say(T.view)} width="wide">
          <MutationForm url={`/api/v1/reviews/${reviewId}/statement`} onDone={done}>
            {({ pending, errorOf }) => (
              <>
                <p>{say(T.viewText)}</p>
                <Textarea id="statement" label={say(T.statement)} maxLength={5000} error={errorOf("statement")} />
                <div><Button type="submit" tone="primary" pending={pending}>{say(T.send)}</Button></div>
              </>
            )}
          </MutationForm>
        </Dialog>
      )}
    </div>
  );
}

/** Only what differs from the registration. A lump sum changes with the turnover. */
function changedFields(data: FormData, form: Props["form"]): Record<string, unknown> {
  const [name, validTo, turnover] = ["projectName", "validTo", "turnover"].map((field) => String(data.get(field) ?? ""));
  const before = form.turnoverFen === null ? "" : yuanText(form.turnoverFen);
  return {
    ...(name !== form.projectName ? { projectName: name } : {}),
    ...(validTo !== "" && validTo !== form.validTo ? { validTo } : {}),
    ...(form.instalments === 1 && turnover !== "" && turnover !== before ? { turnover, instalments: [{ amount: turnover }] } : {}),
  };
}
