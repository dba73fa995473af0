"use client";

import { useState, type ReactNode } from "react";
import { capitalYuan } from "./capital-yuan.ts";
import { cx } from "./cx.ts";
import { describedBy, Field } from "./field.tsx";
import { formatWan, formatYuan, parseWan, parseYuan, yuanText } from "./format.ts";
import { pick, type Lang, type Text } from "./text.ts";

const YUAN: Text = { zh: "元", en: "yuan" };
const WAN: Text = { zh: "万元", en: "万元 (10,000 yuan)" };
const UNIT: Text = { zh: "单位", en: "Unit" };
const NOT_EXACT: Text = { zh: "请输入数字；元最多两位小数，万元最多六位。", en: "Type a number: at most two decimals in yuan, six in 万元." };

export type MoneyInputProps = {
  readonly id: string;
  readonly name?: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly help?: ReactNode;
  readonly error?: string;
  readonly optional?: string;
  readonly lang: Lang;
  /** Decimal yuan, as the API writes it. */
  readonly defaultValue?: string;
  readonly defaultUnit?: "yuan" | "wan";
  readonly required?: boolean;
  /** Decimal yuan, or null while what stands in the box is not an amount. */
  readonly onAmount?: (yuan: string | null) => void;
};

/** An amount typed in yuan or 万元, the other shown below with the capital form (大写). Sends decimal yuan under `name`. */
export function MoneyInput({ id, name = id, label, hint, help, error, optional, lang, defaultValue = "", defaultUnit = "yuan", required, onAmount }: MoneyInputProps) {
  const [unit, setUnit] = useState(defaultUnit);
  const [typed, setTyped] = useState(() => shown(defaultValue, defaultUnit));
  const fen = typed.trim() === "" ? null : unit === "wan" ? parseWan(typed) : parseYuan(typed);
  const broken = typed.trim() !== "" && fen === null;

  function change(text: string, as: "yuan" | "wan") {
    setTyped(text);
    setUnit(as);
    const amount = as === "wan" ? parseWan(text) : parseYuan(text);
    onAmount?.(amount === null ? null : yuanText(amount));
  }

  const wrong = error ?? (broken ? pick(lang, NOT_EXACT) : undefined);
  return (
    <Field id={id} label={label} hint={hint} help={help} error={wrong} optional={optional}>
      <div className="flex">
        <input
          {...describedBy(id, { hint, error: wrong })}
          value={typed}
          onChange={(event) => change(event.target.value, unit)}
          inputMode="decimal"
          autoComplete="off"
          required={required}
          className="control tabular min-w-0 flex-1 rounded-r-none text-right"
        />
        <select
          aria-label={`${pick(lang, UNIT)}`}
          value={unit}
          onChange={(event) => change(typed, event.target.value === "wan" ? "wan" : "yuan")}
          className="control w-auto rounded-l-none border-l-0"
        >
          <option value="yuan">{pick(lang, YUAN)}</option>
          <option value="wan">{pick(lang, WAN)}</option>
        </select>
      </div>
      <input type="hidden" name={name} value={fen === null ? typed : yuanText(fen)} />
      <output htmlFor={id} className={cx("block min-h-11 text-sm text-ink-soft", fen === null && "invisible")}>
        <span className="tabular">{fen === null ? "—" : `${formatYuan(fen)}（${formatWan(fen, lang)}）`}</span>
        <span className="block">{fen === null ? "—" : capitalYuan(fen)}</span>
      </output>
    </Field>
  );
}

function shown(yuan: string, unit: "yuan" | "wan"): string {
  const fen = parseYuan(yuan);
  if (fen === null) return yuan;
  if (unit === "yuan") return yuanText(fen).replace(/\.00$/, "");
  const digits = fen.toString().padStart(7, "0");
  const decimals = digits.slice(-6).replace(/0+$/, "");
  return `${digits.slice(0, -6)}${decimals ? `.${decimals}` : ""}`;
}
