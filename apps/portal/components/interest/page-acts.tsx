import type { SearchKind } from "@ttx/domain/search";
import { LinkButton } from "@ttx/ui/link-button";
import { pick, type Lang } from "@ttx/ui/text";
import { ReportSecrecy } from "#components/secrecy/report-secrecy.tsx";
import { href } from "#lang/href.ts";
import { FollowButton } from "./follow-button.tsx";
import { N } from "./interest-texts.ts";
import { PrintButton } from "./print-button.tsx";
import { ShareMenu } from "./share-menu.tsx";
import { ViewCounter } from "./view-counter.tsx";

const PLACES: Readonly<Record<SearchKind, string>> = { RESULT: "results", DEMAND: "demands", LISTING: "listings" };

/** What a visitor may do with a public page: follow, compare, share, print. */
export function PageActs({ lang, kind, id, title }: { readonly lang: Lang; readonly kind: SearchKind; readonly id: string; readonly title: string }) {
  return (
    <div data-print="no" className="flex flex-wrap gap-2">
      <FollowButton lang={lang} kind={kind} id={id} place={`/${PLACES[kind]}/${id}`} />
      {kind === "RESULT" ? <LinkButton size="small" href={href(lang, "/results/compare", { ids: id })}>{pick(lang, N.compare)}</LinkButton> : null}
      <ShareMenu lang={lang} title={title} />
      <PrintButton lang={lang} />
      <ReportSecrecy lang={lang} seenAs={kind} id={id} />
      <ViewCounter kind={kind} id={id} />
    </div>
  );
}
