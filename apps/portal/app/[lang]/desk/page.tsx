import { read } from "@ttx/domain/shared/execute";
import { readWorklist, TODO_LABELS } from "@ttx/domain/worklist";
import { Deadline } from "@ttx/ui/deadline";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatLeft } from "@ttx/ui/format";
import { ListChecksIcon } from "@ttx/ui/icons/list-checks";
import { LinkButton } from "@ttx/ui/link-button";
import { PageHeader } from "@ttx/ui/page-header";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { readable } from "#components/contract/working-days.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { deps } from "#runtime/deps.ts";

const TITLE: Text = { zh: "待办", en: "To do" };
const COUNT: Text = { zh: "{n} 项事项等待办理，按截止时间排列", en: "{n} matters wait, the nearest deadline first" };
const NONE: Text = { zh: "现在没有要您办理的事项", en: "Nothing needs you right now" };
const NONE_TEXT: Text = { zh: "需要您审核、确认、补正或付款的事项会按截止时间排在这里，每项附一个下一步。", en: "What you have to review, confirm, correct or pay stands here in order of deadline, each with its next step." };
const OVERDUE: Text = { zh: "已到期", en: "Overdue" };
const NEAR_MS = 3 * 86_400_000;

type Props = { readonly params: Promise<{ readonly lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), TITLE) };
}

export default async function DeskPage({ params }: Props) {
  const lang = await readLang(params);
  const { items, now } = await read(deps(), readWorklist, await requireActor(lang), {});
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={pick(lang, TITLE)} {...(items.length === 0 ? {} : { intro: pick(lang, COUNT).replace("{n}", String(items.length)) })} />
      {items.length === 0 ? (
        <EmptyState level={2} icon={<ListChecksIcon size={24} />} title={pick(lang, NONE)}>{pick(lang, NONE_TEXT)}</EmptyState>
      ) : (
        <ol className="divide-y divide-line rounded border border-line bg-surface sm:grid sm:grid-cols-[minmax(0,1fr)_auto_auto] sm:gap-x-6">
          {items.map(({ kind, id, title, dueAt, link }) => {
            const { matter, step } = TODO_LABELS[kind];
            const leftMs = dueAt === null ? null : dueAt.getTime() - now.getTime();
            return (
              <li key={`${kind}/${id}`} className="grid items-center gap-y-2 p-4 sm:col-span-3 sm:grid-cols-subgrid">
                <div className="min-w-0">
                  <p className="text-sm text-ink-soft">{pick(lang, matter)}</p>
                  <p className="leading-normal font-medium">{title}</p>
                </div>
                {dueAt === null || leftMs === null ? (
                  <span aria-hidden="true" />
                ) : (
                  <Deadline lang={lang} at={readable(dueAt)} left={formatLeft(leftMs, lang) ?? pick(lang, OVERDUE)} state={leftMs <= 0 ? "past" : leftMs < NEAR_MS ? "near" : "far"} />
                )}
                <div><LinkButton href={href(lang, link)} tone="secondary" size="small">{pick(lang, step)}</LinkButton></div>
              </li>
            );
          })}
        </ol>
      )}
    </div>
  );
}
