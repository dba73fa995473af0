"use client";

import { INTENT_RELATION_LABELS, INTENT_RELATIONS, INTENT_STATE_LABELS, type IntentRelation, type IntentState } from "@ttx/domain/listing/client";
import { fillText } from "@ttx/domain/shared/texts";
import { Button } from "@ttx/ui/button";
import { Checkbox } from "@ttx/ui/checkbox";
import { Dialog } from "@ttx/ui/dialog";
import { ErrorSummary } from "@ttx/ui/error-summary";
import { LinkButton } from "@ttx/ui/link-button";
import { MoneyInput } from "@ttx/ui/money-input";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { Textarea } from "@ttx/ui/textarea";
import { useCallback, useEffect, useState } from "react";
import { useMutation } from "#client/use-mutation.ts";
import { href } from "#lang/href.ts";
import { INTENT_TONES } from "./listing-words.ts";

const T = {
  register: { zh: "登记受让意向", en: "Register an intent to buy" },
  signIn: { zh: "登录后登记受让意向", en: "Sign in to register an intent" },
  signInText: { zh: "以本单位名义登记，须为已核验的单位。", en: "Intents are registered by verified organisations." },
  asking: { zh: "正在查询本单位的登记情况…", en: "Looking up your organisation…" },
  own: { zh: "这是本单位的挂牌。", en: "This is your organisation's own listing." },
  ownLink: { zh: "查看办理情况", en: "See how it stands" },
  venueLink: { zh: "办理此项挂牌", en: "Handle this listing" },
  notVerified: { zh: "本单位尚未通过核验，暂不能登记受让意向。", en: "Your organisation has not been verified yet and cannot register." },
  noRole: { zh: "登记受让意向须由本单位的受让经办人办理。", en: "Your organisation's buying officer registers intents." },
  closed: { zh: "目前不接受意向登记。", en: "Intents are not taken now." },
  mine: { zh: "本单位的登记", en: "Your registration" },
  bidderNo: { zh: "竞买号 {no}", en: "Bidder number {no}" },
  go: { zh: "查看登记与保证金", en: "See registration and deposit" },
  statement: { zh: "符合公告条件的说明", en: "How you meet the announced conditions" },
  statementHint: { zh: "逐条说明，可写明证明材料。提交后即进入资格审核；暂不填写的，可稍后补齐。", en: "Go through them one by one. With this your files are complete and the check begins; you can also add it later." },
  none: { zh: "公告未设受让方条件，说明本单位的基本情况即可。", en: "No conditions were announced; say in a few words who you are." },
  offer: { zh: "本单位的报价", en: "What you would pay" },
  offerHint: { zh: "仅在公告期满只有本单位一家合格时使用，成交价取挂牌价与此报价中的较高者；不向他人公开。", en: "Used only if you stay alone: the price is the higher of listing price and this. Told to nobody else." },
  ties: { zh: "本单位声明：与转让方、交易机构及其工作人员、评估和代理机构不存在依法不得参与受让的关系；所提交的材料真实。", en: "We declare: no tie to the seller, the exchange, its staff, appraisers or agents bars us by law; what we submit is true." },
  relations: { zh: "与转让方的关联关系（有则勾选）", en: "Ties to the seller's side, where there are any" },
  relationsHint: { zh: "不影响参与；成交的，随成交结果一并公告。", en: "They keep nobody out; if you win they are announced with the result." },
  optional: { zh: "选填", en: "optional" },
  submit: { zh: "提交登记", en: "Register" },
  sending: { zh: "正在提交…", en: "Sending…" },
  back: { zh: "返回", en: "Go back" },
  conditions: { zh: "公告条件", en: "Announced conditions" },
} as const satisfies Record<string, Text>;

type Standing = {
  readonly isSignedIn: boolean;
  readonly organisation: { readonly name: string; readonly isVerified: boolean } | null;
  readonly relation: "SELLER" | "VENUE" | "NONE";
  readonly isOpen: boolean;
  readonly mayRegister: boolean;
  readonly intent: { readonly intentId: string; readonly state: IntentState; readonly bidderNo: number | null } | null;
};

type IntentBoxProps = { readonly lang: Lang; readonly listingId: string; readonly listingNo: string; readonly conditions: readonly string[]; readonly isListed: boolean };

/** The visitor's own part of a public page, asked for after it has come: the page itself is the same for everybody. */
export function IntentBox({ lang, listingId, listingNo, conditions, isListed }: IntentBoxProps) {
  const [standing, setStanding] = useState<Standing | "asking" | "unknown">("asking");
  const [open, setOpen] = useState(false);
  const ask = useCallback(() => {
    void fetch(`/api/v1/listings/${listingId}/mine`, { credentials: "same-origin", headers: { accept: "application/json" } })
      .then(async (answer) => setStanding(answer.ok ? ((await answer.json()) as Standing) : "unknown"))
      .catch(() => setStanding("unknown"));
  }, [listingId]);
  useEffect(ask, [ask]);

  return (
    <div className="mt-4 grid min-h-20 content-start gap-2 border-t border-line pt-4" data-print="hide">
      <Inside lang={lang} listingId={listingId} standing={standing} isListed={isListed} onRegister={() => setOpen(true)} />
      {open ? <RegisterDialog lang={lang} listingId={listingId} listingNo={listingNo} conditions={conditions} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

function Inside({ lang, listingId, standing, isListed, onRegister }: { readonly lang: Lang; readonly listingId: string; readonly standing: Standing | "asking" | "unknown"; readonly isListed: boolean; readonly onRegister: () => void }) {
  if (standing === "asking") return <p className="text-sm text-ink-soft">{pick(lang, T.asking)}</p>;
  if (standing === "unknown" || !standing.isSignedIn) {
    if (!isListed) return <p className="text-sm text-ink-soft">{pick(lang, T.closed)}</p>;
    return (
      <>
        <LinkButton tone="primary" wide href={href(lang, "/sign-in", { next: href(lang, `/listings/${listingId}`) })}>{pick(lang, T.signIn)}</LinkButton>
        <p className="text-sm text-ink-soft">{pick(lang, T.signInText)}</p>
      </>
    );
  }
  const { intent, relation } = standing;
  if (relation === "SELLER") return <p className="text-sm">{pick(lang, T.own)} <a className="link" href={href(lang, `/desk/listings/${listingId}`)}>{pick(lang, T.ownLink)}</a></p>;
  if (relation === "VENUE") return <LinkButton wide href={href(lang, `/desk/listing-review/${listingId}`)}>{pick(lang, T.venueLink)}</LinkButton>;
  if (intent) {
    return (
      <>
        <p className="flex flex-wrap items-center gap-2">
          <span className="text-sm text-ink-soft">{pick(lang, T.mine)}</span>
          <StatusTag tone={INTENT_TONES[intent.state]}>{pick(lang, INTENT_STATE_LABELS[intent.state])}</StatusTag>
          {intent.bidderNo === null ? null : <span className="tabular font-medium">{fillText(pick(lang, T.bidderNo), { no: intent.bidderNo })}</span>}
        </p>
        <LinkButton tone="primary" wide href={href(lang, `/desk/intents/${intent.intentId}`)}>{pick(lang, T.go)}</LinkButton>
      </>
    );
  }
  if (standing.mayRegister && standing.organisation?.isVerified) return <Button tone="primary" wide onClick={onRegister}>{pick(lang, T.register)}</Button>;
  const why = !standing.isOpen ? T.closed : standing.organisation && !standing.organisation.isVerified ? T.notVerified : T.noRole;
  return <p className="text-sm text-ink-soft">{pick(lang, why)}</p>;
}

type DialogProps = Omit<IntentBoxProps, "isListed"> & { readonly onClose: () => void };

function RegisterDialog({ lang, listingId, listingNo, conditions, onClose }: DialogProps) {
  const { submit, problems, pending } = useMutation<{ readonly intentId: string }>(`/api/v1/listings/${listingId}/intents`);
  const [statement, setStatement] = useState("");
  const [offer, setOffer] = useState<string | null>(null);
  const [declares, setDeclares] = useState(false);
  const [relations, setRelations] = useState<readonly IntentRelation[]>([]);

  async function register() {
    const outcome = await submit({ statement, offer, declaresNoTies: declares, relations });
    if (outcome.ok) window.location.assign(href(lang, `/desk/intents/${outcome.value.intentId}`));
  }

  return (
    <Dialog
      lang={lang}
      open
      onClose={onClose}
      title={`${pick(lang, T.register)} · ${listingNo}`}
      footer={<><Button onClick={onClose} disabled={pending}>{pick(lang, T.back)}</Button><Button tone="primary" pending={pending} pendingText={pick(lang, T.sending)} onClick={() => void register()}>{pick(lang, T.submit)}</Button></>}
    >
      <div className="grid gap-5">
        <ErrorSummary lang={lang} items={problems?.summary ?? []} />
        {conditions.length === 0 ? null : (
          <div>
            <p className="font-medium">{pick(lang, T.conditions)}</p>
            <ol lang="zh-CN" className="list-decimal pl-5 text-sm">{conditions.map((condition) => <li key={condition}>{condition}</li>)}</ol>
          </div>
        )}
        <Textarea id="statement" rows={4} maxLength={4000} label={pick(lang, T.statement)} hint={pick(lang, conditions.length === 0 ? T.none : T.statementHint)} optional={pick(lang, T.optional)} value={statement} onChange={(event) => setStatement(event.target.value)} error={problems?.fields["statement"]} />
        <MoneyInput id="offer" lang={lang} defaultUnit="wan" label={pick(lang, T.offer)} hint={pick(lang, T.offerHint)} optional={pick(lang, T.optional)} onAmount={setOffer} error={problems?.fields["offer"]} />
        <fieldset className="grid gap-2">
          <legend className="font-medium">{pick(lang, T.relations)}</legend>
          <p className="text-sm text-ink-soft">{pick(lang, T.relationsHint)}</p>
          {INTENT_RELATIONS.map((relation) => (
            <Checkbox key={relation} id={`relation-${relation}`} label={pick(lang, INTENT_RELATION_LABELS[relation])} checked={relations.includes(relation)} onChange={(event) => setRelations(event.target.checked ? [...relations, relation] : relations.filter((one) => one !== relation))} />
          ))}
        </fieldset>
        <Checkbox id="declaresNoTies" label={pick(lang, T.ties)} checked={declares} onChange={(event) => setDeclares(event.target.checked)} error={problems?.fields["declaresNoTies"]} />
      </div>
    </Dialog>
  );
}
