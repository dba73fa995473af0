import { LinkButton } from "@ttx/ui/link-button";
import { Panel } from "@ttx/ui/panel";
import { pick, type Lang } from "@ttx/ui/text";
import { href } from "#lang/href.ts";
import { S } from "./secrecy-texts.ts";

/** In place of the form, for the owner of what is withheld or sealed. */
export function WithheldPanel({ lang, sealed }: { readonly lang: Lang; readonly sealed: boolean }) {
  return (
    <Panel tone="due" title={pick(lang, sealed ? S.ownSealed : S.ownTitle)} className="max-w-3xl">
      <div className="grid justify-items-start gap-4">
        <p className="prose-column">{pick(lang, sealed ? S.ownSealedText : S.ownText)}</p>
        <LinkButton size="small" href={href(lang, "/desk/secrecy", sealed ? { view: "done" } : {})}>{pick(lang, S.see)}</LinkButton>
      </div>
    </Panel>
  );
}
