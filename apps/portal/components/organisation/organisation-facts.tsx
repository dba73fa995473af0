import type { readOrganisation } from "@ttx/domain/identity";
import { ORGANISATION_KIND_LABELS } from "@ttx/domain/identity/client";
import { codeLabel, fullDivisionName } from "@ttx/domain/reference";
import { DefinitionList } from "@ttx/ui/definition-list";
import { formatDateTime } from "@ttx/ui/format";
import { pick, type Lang, type Text } from "@ttx/ui/text";

const T = {
  nameEn: { zh: "英文名称", en: "Name in English" },
  kind: { zh: "单位类别", en: "Kind" },
  partyType: { zh: "单位性质", en: "Party type" },
  creditCode: { zh: "统一社会信用代码", en: "Credit code" },
  division: { zh: "所在地", en: "Division" },
  address: { zh: "通信地址", en: "Address" },
  legalPerson: { zh: "法定代表人", en: "Legal representative" },
  jurisdiction: { zh: "辖区", en: "Jurisdiction" },
  nation: { zh: "全国", en: "The nation" },
  officeNo: { zh: "登记机构编号", en: "Office number" },
  members: { zh: "平台人员", en: "People here" },
  signedUp: { zh: "注册时间", en: "Signed up" },
  verified: { zh: "核验", en: "Verified" },
} as const satisfies Record<string, Text>;

export type OrganisationView = Awaited<ReturnType<(typeof readOrganisation)["run"]>>;

/** The facts of an organisation, as its own people and its administrators see them. */
export function OrganisationFacts({ lang, organisation: one }: { readonly lang: Lang; readonly organisation: OrganisationView }) {
  const say = (text: Text): string => pick(lang, text);
  const area = one.jurisdiction === null ? null : one.jurisdiction === "" ? say(T.nation) : fullDivisionName(one.jurisdiction.padEnd(6, "0"));
  return (
    <DefinitionList
      as="grid"
      items={[
        { term: say(T.kind), value: say(ORGANISATION_KIND_LABELS[one.kind]) },
        { term: say(T.partyType), value: say(codeLabel("party-types", one.partyType)) },
        { term: say(T.creditCode), value: <span className="tabular">{one.creditCode}</span> },
        { term: say(T.division), value: fullDivisionName(one.divisionCode) },
        { term: say(T.address), value: one.address },
        { term: say(T.legalPerson), value: one.legalPerson },
        { term: say(T.nameEn), value: one.nameEn },
        ...(area === null ? [] : [{ term: say(T.jurisdiction), value: area }]),
        ...(one.officeNo === null ? [] : [{ term: say(T.officeNo), value: <span className="tabular">{one.officeNo}</span> }]),
        { term: say(T.members), value: <span className="tabular">{one.members}</span> },
        { term: say(T.signedUp), value: formatDateTime(one.createdAt, lang) },
        { term: say(T.verified), value: one.verifiedAt === null ? null : `${formatDateTime(one.verifiedAt, lang)}${one.verifiedBy === null ? "" : ` · ${one.verifiedBy}`}` },
      ]}
    />
  );
}
