import { toYuanText } from "@ttx/domain/shared/money";
import { fillText } from "@ttx/domain/shared/texts";
import { formatBp, formatDay, formatYuan } from "@ttx/ui/format";
import { Money } from "@ttx/ui/money";
import { StatusTag } from "@ttx/ui/status-tag";
import { Table, type Column } from "@ttx/ui/table";
import { pick, type Lang } from "@ttx/ui/text";
import { ConfirmedAct } from "#components/confirmed-act.tsx";
import { ConfirmReceipt } from "./confirm-receipt.tsx";
import { P } from "./deal-texts.ts";

export type Payment = {
  readonly no: number;
  readonly dueOn: string;
  readonly amountFen: bigint;
  readonly paidAt: Date | null;
  readonly reference: string;
  readonly openFen: bigint;
  readonly overdue: boolean;
};

export type Interest = { readonly dueFen: bigint; readonly paidFen: bigint; readonly openFen: bigint; readonly growingFen: bigint; readonly reference: string | null; readonly rateBp: number; readonly rateAgreed: boolean };

export type Fees = { readonly buyerShareBp: number; readonly buyerFen: bigint; readonly sellerFen: bigint; readonly paidFen: bigint; readonly openFen: bigint; readonly reference: string | null };

export type DealPaymentsProps = {
  readonly lang: Lang;
  readonly dealId: string;
  readonly title: string;
  readonly venue: string | null;
  readonly payments: readonly Payment[];
  readonly receivedFen: bigint;
  readonly outstandingFen: bigint;
  readonly interest: Interest;
  readonly mayPayInterest: boolean;
  readonly fees: Fees | null;
  readonly mayPayFee: boolean;
  readonly instantPayment: boolean;
  readonly mayPay: boolean;
  readonly mayConfirm: boolean;
  readonly today: string;
};

/** The plan of payment, what has come, and the act that is next. */
export function DealPayments(props: DealPaymentsProps) {
  const { lang, payments, venue } = props;
  const next = payments.find(({ openFen }) => openFen > 0n);
  return (
    <div className="grid gap-4">
      <p className="flex flex-wrap gap-x-8 gap-y-1">
        <span><span className="text-ink-soft">{pick(lang, P.received)}</span> <Money lang={lang} amount={props.receivedFen} className="font-semibold" /></span>
        <span><span className="text-ink-soft">{pick(lang, P.outstanding)}</span> <Money lang={lang} amount={props.outstandingFen} className="font-semibold" /></span>
      </p>
      <Table caption={pick(lang, P.title)} columns={columns(lang, venue !== null)} rows={payments} rowKey={({ no }) => String(no)} dense />
      {next && props.mayPay && venue !== null ? <PayNext {...props} venue={venue} next={next} /> : null}
      <ServiceFee {...props} />
      <LateInterest {...props} />
      {next && props.mayConfirm ? <div><ConfirmReceipt lang={lang} dealId={props.dealId} no={next.no} amount={toYuanText(next.amountFen)} today={props.today} /></div> : null}
    </div>
  );
}

function PayNext({ lang, dealId, title, venue, next, instantPayment }: DealPaymentsProps & { readonly venue: string; readonly next: Payment }) {
  const filled = (text: string): string => text.replaceAll("{no}", String(next.no)).replace("{venue}", venue).replace("{title}", title);
  return (
    <div className="grid justify-items-start gap-2">
      <p className="text-sm text-ink-soft">{filled(pick(lang, P.transfer))}</p>
      {instantPayment ? (
        <ConfirmedAct lang={lang} url={`/api/v1/deals/${dealId}/payments/${next.no}/pay`} label={filled(pick(lang, P.pay))} sentence={filled(pick(lang, P.paySentence))} amount={toYuanText(next.openFen)} />
      ) : null}
    </div>
  );
}

function ServiceFee({ lang, dealId, title, fees, mayPayFee, instantPayment }: DealPaymentsProps) {
  if (fees === null || fees.buyerFen + fees.sellerFen === 0n) return null;
  const { buyerShareBp, buyerFen, sellerFen, openFen, paidFen, reference } = fees;
  const buyers = reference === null ? null : fillText(pick(lang, openFen > 0n ? P.feeOpen : P.feePaid), { share: `${buyerShareBp / 100}%`, due: formatYuan(buyerFen), paid: formatYuan(paidFen), reference });
  return (
    <div className="grid justify-items-start gap-2">
      <p className="font-medium">{pick(lang, P.fee)}</p>
      {buyers === null ? null : <p className="text-sm">{buyers}</p>}
      {sellerFen > 0n ? <p className="text-sm">{fillText(pick(lang, P.feeSeller), { amount: formatYuan(sellerFen) })}</p> : null}
      {mayPayFee && instantPayment ? <ConfirmedAct lang={lang} url={`/api/v1/deals/${dealId}/fee/pay`} label={pick(lang, P.payFee)} sentence={fillText(pick(lang, P.payFeeSentence), { title })} amount={toYuanText(openFen)} /> : null}
    </div>
  );
}

function LateInterest({ lang, dealId, title, interest, mayPayInterest, instantPayment }: DealPaymentsProps) {
  if (interest.dueFen === 0n && interest.growingFen === 0n) return null;
  return (
    <div className="grid justify-items-start gap-2">
      <p className="font-medium">{pick(lang, P.interest)}</p>
      <p className="text-sm text-ink-soft">{fillText(pick(lang, interest.rateAgreed ? P.interestRateAgreed : P.interestRate), { rate: formatBp(interest.rateBp) })}</p>
      {interest.dueFen > 0n ? <p className="text-sm">{fillText(pick(lang, P.interestOpen), { open: formatYuan(interest.openFen), paid: formatYuan(interest.paidFen), reference: interest.reference ?? "" })}</p> : null}
      {interest.growingFen > 0n ? <p className="text-sm text-due">{fillText(pick(lang, P.interestGrowing), { amount: formatYuan(interest.growingFen) })}</p> : null}
      {mayPayInterest && instantPayment ? <ConfirmedAct lang={lang} url={`/api/v1/deals/${dealId}/interest/pay`} label={pick(lang, P.payInterest)} sentence={fillText(pick(lang, P.payInterestSentence), { title })} amount={toYuanText(interest.openFen)} /> : null}
    </div>
  );
}

function columns(lang: Lang, hasVenue: boolean): readonly Column<Payment>[] {
  const all: readonly Column<Payment>[] = [
    { key: "no", label: pick(lang, P.no), head: true, width: "narrow", cell: ({ no }) => <span className="tabular">{no}</span> },
    { key: "due", label: pick(lang, P.due), width: "narrow", cell: ({ dueOn }) => <span className="tabular">{formatDay(dueOn, lang)}</span> },
    { key: "amount", label: pick(lang, P.amount), align: "right", cell: ({ amountFen }) => <Money lang={lang} amount={amountFen} /> },
    { key: "open", label: pick(lang, P.open), align: "right", cell: ({ openFen }) => <Money lang={lang} amount={openFen} /> },
    {
      key: "state", label: pick(lang, P.state), width: "narrow",
      cell: ({ openFen, overdue }) => <StatusTag tone={openFen === 0n ? "done" : overdue ? "due" : "waiting"}>{pick(lang, openFen === 0n ? P.paid : overdue ? P.overdue : P.waiting)}</StatusTag>,
    },
    { key: "reference", label: pick(lang, P.reference), width: "narrow", cell: ({ reference }) => <code className="tabular">{reference}</code> },
  ];
  return hasVenue ? all : all.filter(({ key }) => key !== "reference");
}
