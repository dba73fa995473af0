import { extensionsOf } from "@ttx/domain/extraordinary-extension";
import { EXTENSION_CLASS_LABELS } from "@ttx/domain/extraordinary-extension/client";
import { formatDateTime } from "@ttx/ui/format";
import { Panel } from "@ttx/ui/panel";
import { pick, type Lang } from "@ttx/ui/text";
import { href } from "#lang/href.ts";
import { readPublic } from "#runtime/read-page.ts";
import { Q } from "./extension-texts.ts";

/** Says on the page of a procedure that a legal notice moved its deadline; nothing where none did. */
export async function ExtensionBanner({ lang, subjectIds }: { readonly lang: Lang; readonly subjectIds: readonly string[] }) {
  const { items } = await readPublic(extensionsOf, { subjectIds });
  if (items.length === 0) return null;
  return (
    <Panel tone="due" title={pick(lang, Q.banner)}>
      <ul className="grid gap-1">
        {items.map((item) => (
          <li key={`${item.id}${item.class}${item.toAt.toISOString()}`}>
            {pick(lang, Q.bannerText).replace("{no}", item.documentNo).replace("{class}", pick(lang, EXTENSION_CLASS_LABELS[item.class]))} <strong className="tabular">{formatDateTime(item.toAt, lang)}</strong>
            {" · "}<a className="link" href={href(lang, `/extensions/${item.id}`)}>{pick(lang, Q.see)}</a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
