import { codeLabel, provinceLabel } from "@ttx/domain/reference";
import { RESULT_STAGE_LABELS, RESULT_STAGES, TRADE_MODE_LABELS } from "@ttx/domain/result";
import { PRICE_BANDS, type FilterName, type FacetValue } from "@ttx/domain/search";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { nameIn } from "#lang/name-in.ts";
import { askedValues, toggled, type Asked } from "./asked.ts";
import type { FacetGroup } from "./facets.tsx";

const TITLES: Readonly<Record<FilterName | "owner", Text>> = {
  field: { zh: "技术领域", en: "Field" },
  region: { zh: "地区", en: "Place" },
  stage: { zh: "所处阶段", en: "Stage" },
  price: { zh: "价格", en: "Price" },
  mode: { zh: "交易方式", en: "Way to trade" },
  owner: { zh: "仅看该单位", en: "This owner only" },
};

const named = (name: string): Text => ({ zh: name, en: name });
const among = (labels: Readonly<Record<string, Text>>, value: string): Text => labels[value] ?? named(value);

const LABELS: Readonly<Record<FilterName, (value: string) => Text>> = {
  field: (value) => codeLabel("tech-fields", value),
  region: (value) => provinceLabel(`${value}0000`),
  stage: (value) => among(RESULT_STAGE_LABELS, value),
  price: (value) => PRICE_BANDS.find(({ code }) => code === value) ?? named(value),
  mode: (value) => among(TRADE_MODE_LABELS, value),
};

/** Stages and prices stand in their own order, everything else by how much there is. */
const ORDERS: Partial<Record<FilterName, readonly string[]>> = { stage: RESULT_STAGES, price: PRICE_BANDS.map(({ code }) => code) };

export type FacetSource = {
  readonly lang: Lang;
  readonly asked: Asked;
  readonly names: readonly FilterName[];
  readonly facets: Readonly<Record<FilterName, readonly FacetValue[]>>;
  readonly address: (changes: Readonly<Record<string, readonly string[]>>) => string;
  /** Of the first hit: the owner that the list is narrowed to. */
  readonly owner: { readonly ownerName: string; readonly ownerNameEn: string | null } | undefined;
};

/** The filters of a search page, each choice an address with its count. */
export function facetGroups({ lang, asked, names, facets, address, owner }: FacetSource): FacetGroup[] {
  const groups = names.map((name): FacetGroup => {
    const chosen = askedValues(asked, name);
    const uncounted = chosen.filter((value) => !facets[name].some((one) => one.value === value)).map((value) => ({ value, count: 0, more: false }));
    const order = ORDERS[name];
    const values = [...facets[name], ...uncounted].sort((a, b) => (order === undefined ? 0 : order.indexOf(a.value) - order.indexOf(b.value)));
    return {
      name,
      title: pick(lang, TITLES[name]),
      choices: values.map(({ value, count, more }) => ({ value, label: pick(lang, LABELS[name](value)), count: { count, more }, chosen: chosen.includes(value), href: address({ [name]: toggled(chosen, value) }) })),
    };
  });
  const owners = askedValues(asked, "owner").map((value) => ({ value, label: owner ? nameIn(lang, { name: owner.ownerName, nameEn: owner.ownerNameEn }) : pick(lang, TITLES.owner), chosen: true, href: address({ owner: [] }) }));
  return [...groups, { name: "owner", title: pick(lang, TITLES.owner), choices: owners }];
}
