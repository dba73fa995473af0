"use client";

import { isNaturalPerson, ORGANISATION_KINDS, ORGANISATION_KIND_LABELS, type OrganisationKind } from "@ttx/domain/identity/client";
import { Combobox } from "@ttx/ui/combobox";
import { Select, type Option } from "@ttx/ui/select";
import { TextInput } from "@ttx/ui/text-input";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { useState } from "react";
import type { PartyTypeOptions } from "./party-type-options.ts";
import { searchDivisions } from "./search-divisions.ts";

const T = {
  kind: { zh: "单位类别", en: "Kind of organisation" },
  kindHint: { zh: "决定单位在平台上可以办理的事项；核验后不能自行更改。", en: "Decides what the organisation can do here; fixed once verified." },
  partyType: { zh: "单位性质", en: "Party type" },
  partyTypeHint: { zh: "按全国技术合同登记的单位性质代码表选择。", en: "From the code table of contract registration." },
  choose: { zh: "请选择", en: "Choose one" },
  name: { zh: "单位全称", en: "Full name" },
  nameHint: { zh: "与营业执照或法人证书一致。", en: "As on the business licence or certificate." },
  ownName: { zh: "姓名", en: "Name" },
  nameEn: { zh: "英文名称", en: "Name in English" },
  creditCode: { zh: "统一社会信用代码", en: "Unified social credit code" },
  creditCodeHint: { zh: "18 位，在营业执照或法人证书上。", en: "18 characters, on the licence or certificate." },
  identityNumber: { zh: "公民身份号码", en: "Resident identity number" },
  identityNumberHint: { zh: "18 位，仅用于核验和合同登记，不公开。", en: "18 characters; for verification and registration only, never public." },
  division: { zh: "所在地", en: "Division" },
  divisionHint: { zh: "输入区县或城市名称，也可输入行政区划代码。", en: "Type the name of a county or city, or a division code." },
  address: { zh: "通信地址", en: "Address" },
  legalPerson: { zh: "法定代表人", en: "Legal representative" },
  optional: { zh: "（选填）", en: "(optional)" },
} as const satisfies Record<string, Text>;

export type OrganisationDetails = {
  readonly name: string;
  readonly nameEn: string | null;
  readonly kind: OrganisationKind;
  readonly partyType: string;
  readonly creditCode: string;
  readonly division: Option;
  readonly address: string | null;
  readonly legalPerson: string | null;
};

type Props = {
  readonly lang: Lang;
  /** Stands before the name of every field: "organisation." in the sign-up. */
  readonly prefix?: string;
  readonly partyTypes: PartyTypeOptions;
  readonly given?: OrganisationDetails;
  readonly errorOf: (path: string) => string | undefined;
};

/** What an organisation says of itself: asked at the sign-up, and again when it corrects its details. */
export function OrganisationFields({ lang, prefix = "", partyTypes, given, errorOf }: Props) {
  const [kind, setKind] = useState<OrganisationKind>(given?.kind ?? "ENTERPRISE");
  const [partyType, setPartyType] = useState(given?.partyType ?? "");
  const say = (text: Text): string => pick(lang, text);
  const field = (name: string) => ({ id: `${prefix}${name}`, error: errorOf(`${prefix}${name}`) });
  const natural = isNaturalPerson(partyType);
  return (
    <>
      <Select
        {...field("kind")}
        label={say(T.kind)}
        hint={say(T.kindHint)}
        value={kind}
        onChange={(event) => {
          setKind(event.target.value as OrganisationKind);
          setPartyType("");
        }}
        options={ORGANISATION_KINDS.map((value) => ({ value, label: say(ORGANISATION_KIND_LABELS[value]) }))}
      />
      <Select {...field("partyType")} label={say(T.partyType)} hint={say(T.partyTypeHint)} empty={say(T.choose)} value={partyType} onChange={(event) => setPartyType(event.target.value)} options={partyTypes[kind] ?? []} />
      <TextInput {...field("name")} label={say(natural ? T.ownName : T.name)} hint={natural ? undefined : say(T.nameHint)} defaultValue={given?.name} autoComplete="organization" maxLength={120} />
      <TextInput {...field("nameEn")} label={say(T.nameEn)} optional={say(T.optional)} defaultValue={given?.nameEn ?? ""} maxLength={200} />
      <TextInput
        {...field("creditCode")}
        label={say(natural ? T.identityNumber : T.creditCode)}
        hint={say(natural ? T.identityNumberHint : T.creditCodeHint)}
        defaultValue={given?.creditCode}
        autoComplete="off"
        spellCheck={false}
        maxLength={30}
        className="tabular max-w-72 uppercase"
      />
      <Combobox {...field("divisionCode")} lang={lang} label={say(T.division)} hint={say(T.divisionHint)} search={searchDivisions} defaultOption={given?.division} />
      <TextInput {...field("address")} label={say(T.address)} optional={say(T.optional)} defaultValue={given?.address ?? ""} autoComplete="street-address" maxLength={200} />
      {natural ? null : <TextInput {...field("legalPerson")} label={say(T.legalPerson)} optional={say(T.optional)} defaultValue={given?.legalPerson ?? ""} maxLength={50} />}
    </>
  );
}
