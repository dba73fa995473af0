import type { listOwnRecords } from "@ttx/domain/credit";
import { CONDUCTS, RECORD_CLASSES } from "@ttx/domain/credit/client";
import { fillText } from "@ttx/domain/shared/texts";
import { formatDay } from "@ttx/ui/format";
import { Panel } from "@ttx/ui/panel";
import { pick, type Lang } from "@ttx/ui/text";
import { href } from "#lang/href.ts";
import { Q } from "./texts.ts";

/** What stands on the record of one's own organisation today, where its contracts are filed. */
export function OwnRecords({ lang, records }: { readonly lang: Lang; readonly records: Awaited<ReturnType<(typeof listOwnRecords)["run"]>>["items"] }) {
  const shown = records.filter(({ state }) => state === "SHOWN");
  if (shown.length === 0) return null;
  return (
    <Panel tone="due" title={fillText(pick(lang, Q.ownTitle), { count: shown.length })}>
      <p className="mb-2 text-sm">{pick(lang, Q.ownText)}</p>
      <ul className="grid gap-1.5 text-sm">
        {shown.map((record) => (
          <li key={record.recordId} className="flex flex-wrap gap-x-3">
            <a className="link" lang="zh-CN" href={href(lang, `/desk/contracts/${record.contractId}`)}>{record.projectName}</a>
            <span>{pick(lang, CONDUCTS[record.conduct])}</span>
            <span className="tabular text-ink-soft">{pick(lang, RECORD_CLASSES[record.recordClass])} · {fillText(pick(lang, Q.partyUntil), { until: formatDay(record.shownUntil, lang) })}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
