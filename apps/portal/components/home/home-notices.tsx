import { EmptyState } from "@ttx/ui/empty-state";
import { formatDay } from "@ttx/ui/format";
import { MegaphoneIcon } from "@ttx/ui/icons/megaphone";
import { Section } from "@ttx/ui/section";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { href } from "#lang/href.ts";
import type { HomeNotice } from "./home-data.ts";

const TITLE: Text = { zh: "公示中", en: "Notices running" };
const MORE: Text = { zh: "全部公示", en: "All notices" };
const NONE: Text = { zh: "目前没有公示中的事项", en: "No notice is running" };
const NONE_TEXT: Text = { zh: "协议定价和成交结果公示期间会列在这里，任何人都可以提出异议。", en: "Agreed prices and outcomes stand here during their notice period; anyone may object." };
const UNTIL: Text = { zh: "至", en: "until" };

export function HomeNotices({ lang, notices }: { readonly lang: Lang; readonly notices: readonly HomeNotice[] }) {
  return (
    <Section id="notices" title={pick(lang, TITLE)} more={{ href: href(lang, "/notices"), label: pick(lang, MORE) }}>
      {notices.length === 0 ? (
        <EmptyState icon={<MegaphoneIcon size={24} />} title={pick(lang, NONE)}>{pick(lang, NONE_TEXT)}</EmptyState>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {notices.map((notice) => (
            <li key={notice.id} className="grid gap-0.5 py-3">
              <a href={notice.href} className="link-quiet leading-normal">{notice.title}</a>
              <p className="text-sm text-ink-soft">{notice.kind} · {notice.until === null ? null : <>{pick(lang, UNTIL)} <time dateTime={notice.until} className="tabular">{formatDay(new Date(Date.parse(notice.until) - 1), lang)}</time> · </>}{notice.left}</p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
