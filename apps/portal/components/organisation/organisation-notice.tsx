import { pick, type Lang, type Text } from "@ttx/ui/text";
import type { OrganisationView } from "./organisation-facts.tsx";

const T = {
  pending: { zh: "单位信息待{verifier}核验。核验通过前不能办理交易事项，可以邀请同事、准备材料。", en: "The details wait to be verified by {verifier}. Until then the organisation cannot trade; you can invite colleagues and prepare." },
  authority: { zh: "主管部门", en: "the authority in charge" },
  rejected: { zh: "核验未通过：{reason}。请更正后重新提交。", en: "Not verified: {reason}. Correct the details and send them again." },
  suspended: { zh: "单位已被暂停：{reason}。如有异议，请联系主管部门。", en: "Suspended: {reason}. Contact the authority if you object." },
} as const satisfies Record<string, Text>;

/** What stands between the organisation and the market, and the way out; nothing once it is verified. */
export function OrganisationNotice({ lang, organisation: { state, stateReason, verifier } }: { readonly lang: Lang; readonly organisation: OrganisationView }) {
  if (state === "VERIFIED") return null;
  const text = pick(lang, state === "PENDING" ? T.pending : state === "REJECTED" ? T.rejected : T.suspended);
  const reason = (stateReason ?? "").replace(/[。.]$/, "");
  return (
    <p className={`rounded border border-l-4 p-4 ${state === "PENDING" ? "border-due-line border-l-due bg-due-soft" : "border-live-line border-l-live bg-live-soft"}`}>
      {text.replace("{verifier}", verifier ?? pick(lang, T.authority)).replace("{reason}", reason)}
    </p>
  );
}
