import { dayOf } from "@ttx/domain/shared/clock";
import { readDomainTime } from "@ttx/domain/shared/domain-clock";
import { PageHeader } from "@ttx/ui/page-header";
import { Tabs } from "@ttx/ui/tabs";
import { pick } from "@ttx/ui/text";
import type { Metadata } from "next";
import type { TaxKind } from "#components/tax/asked-form.tsx";
import { RewardCalculator, StampCalculator, VatCalculator } from "#components/tax/calculators.tsx";
import { IncomeCalculator } from "#components/tax/income-calculator.tsx";
import { X } from "#components/tax/tax-texts.ts";
import type { Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { deps } from "#runtime/deps.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

const KINDS = ["vat", "income", "reward", "stamp"] as const satisfies readonly TaxKind[];
const CALCULATORS = { vat: VatCalculator, income: IncomeCalculator, reward: RewardCalculator, stamp: StampCalculator } as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), X.title) };
}

export default async function TaxPage({ params, searchParams }: Props) {
  const [lang, given] = await Promise.all([readLang(params), searchParams]);
  const kind = KINDS.find((one) => one === given["kind"]) ?? "vat";
  const { db, config } = deps();
  const today = dayOf(await readDomainTime(db, config.mode));
  const Calculator = CALCULATORS[kind];
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={pick(lang, X.title)} intro={pick(lang, X.intro)} />
      <Tabs label={pick(lang, X.kinds)} tabs={KINDS.map((one) => ({ href: href(lang, "/tax", { kind: one === "vat" ? undefined : one }), label: pick(lang, X[one]), current: one === kind }))} />
      <Calculator lang={lang} given={given} today={today} />
    </div>
  );
}
