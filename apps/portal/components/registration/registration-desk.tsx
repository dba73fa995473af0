import { queueCounts, readFile, registrationQueue } from "@ttx/domain/recognition";
import { readConsequences } from "@ttx/domain/review";
import type { QueueGroup } from "@ttx/domain/recognition/client";
import { CONTRACT_TYPES } from "@ttx/domain/reference/client";
import { fillText } from "@ttx/domain/shared/texts";
import { Button } from "@ttx/ui/button";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { Tabs } from "@ttx/ui/tabs";
import { pick, type Lang } from "@ttx/ui/text";
import type { PersonActor } from "@ttx/domain/shared/actor";
import { ExportLinks } from "#components/export-links.tsx";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readFor } from "#runtime/read-page.ts";
import { DeskColumn, DeskTable } from "./desk-list.tsx";
import { DeskKeys } from "./desk-keys.tsx";
import { FileView } from "./file-view.tsx";
import { R } from "./registration-texts.ts";

export type RegistrationDeskProps = {
  readonly lang: Lang;
  readonly actor: PersonActor;
  readonly asked: Asked;
  readonly place: "/desk/registration" | "/desk/second-review";
  /** The tabs of this desk; the first is where it opens. */
  readonly groups: readonly QueueGroup[];
};

const PAGE = 50;

/** A desk of the office: the queue by deadline, and the open file beside it. */
export async function RegistrationDesk({ lang, actor, asked, place, groups }: RegistrationDeskProps) {
  const group = groups.find((one) => one === askedText(asked, "group")) ?? groups[0]!;
  const filters = {
    group: group === groups[0] ? undefined : group,
    urgency: ["warned", "overdue"].find((one) => one === askedText(asked, "urgency")),
    class: ["1", "2", "3", "4", "5"].find((one) => one === askedText(asked, "class")),
    mine: askedText(asked, "mine") === "true" ? "true" : undefined,
    q: askedText(asked, "q").slice(0, 100) || undefined,
  };
  const open = askedText(asked, "file");
  const cursor = askedText(asked, "cursor") || undefined;
  const input = { group, urgency: filters.urgency, contractClass: filters.class, mine: filters.mine ?? false, text: filters.q, cursor, limit: PAGE };
  const [page, { counts, overdue, warned }, file] = await Promise.all([
    readFor(actor, registrationQueue, input),
    readFor(actor, queueCounts, {}),
    open === "" ? null : readFor(actor, readFile, { contractId: open }),
  ]);
  const consequences = file?.state === "REVOKED" ? await readFor(actor, readConsequences, { contractId: file.contractId }) : null;
  const address = (changes: Readonly<Record<string, string | undefined>>): string => href(lang, place, { ...filters, cursor, ...changes });
  const at = page.items.findIndex(({ id }) => id === open);
  const neighbour = (by: number): string | undefined => {
    const item = at === -1 ? (by === 1 ? page.items[0] : undefined) : page.items[at + by];
    return item && item.id !== open ? address({ file: item.id }) : undefined;
  };
  const second = place === "/desk/second-review";
  return (
    <div className="grid gap-4">
      <PageHeader lang={lang} title={pick(lang, second ? R.secondTitle : R.deskTitle)} intro={file ? undefined : pick(lang, second ? R.secondIntro : R.deskIntro)} status={second ? undefined : <Standing lang={lang} overdue={overdue} warned={warned} />} />
      <Tabs label={pick(lang, R.groups)} tabs={groups.map((one) => ({ href: href(lang, place, { group: one === groups[0] ? undefined : one }), label: pick(lang, R[one]), count: one === "DONE" ? undefined : counts[one], current: one === group }))} />
      <DeskKeys lang={lang} nextHref={file ? neighbour(1) : undefined} previousHref={file ? neighbour(-1) : undefined} closeHref={file ? address({ file: undefined }) : undefined} />
      {file ? (
        <div className="grid gap-6 xl:grid-cols-[16rem_minmax(0,1fr)]">
          <div className="hidden max-h-[calc(100dvh-8rem)] overflow-y-auto rounded border border-line bg-surface xl:sticky xl:top-18 xl:block"><DeskColumn lang={lang} items={page.items} hrefOf={(id) => address({ file: id })} selected={open} /></div>
          <section aria-label={pick(lang, R.file)} className="min-w-0"><FileView lang={lang} file={file} consequences={consequences} nextHref={neighbour(1)} previousHref={neighbour(-1)} closeHref={address({ file: undefined })} /></section>
        </div>
      ) : (
        <>
          <Filters lang={lang} place={place} group={filters.group} filters={filters} />
          <DeskTable lang={lang} items={page.items} hrefOf={(id) => address({ file: id })} />
          <div className="flex flex-wrap gap-3"><ExportLinks lang={lang} path="/registration/files/export" filters={{ group, urgency: filters.urgency, contractClass: filters.class, mine: filters.mine, text: filters.q }} /></div>
          <Pager lang={lang} nextHref={nextPage(href(lang, place, filters), page.nextCursor)} />
        </>
      )}
    </div>
  );
}

function Standing({ lang, overdue, warned }: { readonly lang: Lang; readonly overdue: number; readonly warned: number }) {
  if (overdue === 0 && warned === 0) return null;
  return (
    <>
      {overdue > 0 ? <span className="font-medium text-live">{fillText(pick(lang, R.overdueNow), { count: overdue })}</span> : null}
      {warned > 0 ? <span className="font-medium text-due">{fillText(pick(lang, R.warnedNow), { count: warned })}</span> : null}
    </>
  );
}

type FiltersProps = { readonly lang: Lang; readonly place: RegistrationDeskProps["place"]; readonly group?: string; readonly filters: { readonly urgency?: string; readonly class?: string; readonly mine?: string; readonly q?: string } };

function Filters({ lang, place, group, filters }: FiltersProps) {
  return (
    <form role="search" action={href(lang, place)} className="flex flex-wrap items-end gap-3">
      {group ? <input type="hidden" name="group" value={group} /> : null}
      <label className="grid gap-1 text-sm text-ink-soft">{pick(lang, R.search)}<input data-desk-search type="search" name="q" defaultValue={filters.q} className="control min-h-9 w-64 text-ink" /></label>
      <label className="grid gap-1 text-sm text-ink-soft">{pick(lang, R.class)}
        <select name="class" defaultValue={filters.class ?? ""} className="control min-h-9 text-ink">
          <option value="">{pick(lang, R.anyClass)}</option>
          {CONTRACT_TYPES.roots().map((row) => <option key={row.code} value={row.code}>{pick(lang, row)}</option>)}
        </select>
      </label>
      <label className="grid gap-1 text-sm text-ink-soft">{pick(lang, R.urgency)}
        <select name="urgency" defaultValue={filters.urgency ?? ""} className="control min-h-9 text-ink">
          <option value="">{pick(lang, R.anyUrgency)}</option>
          <option value="warned">{pick(lang, R.warned)}</option>
          <option value="overdue">{pick(lang, R.overdue)}</option>
        </select>
      </label>
      <label className="flex min-h-9 items-center gap-2 text-sm"><input type="checkbox" name="mine" value="true" defaultChecked={filters.mine === "true"} className="size-4" />{pick(lang, R.mine)}</label>
      <Button type="submit" size="small">{pick(lang, R.apply)}</Button>
    </form>
  );
}
