"use client";

import { WHOLE_BP } from "@ttx/domain/result/client";
import { Button } from "@ttx/ui/button";
import { FieldError } from "@ttx/ui/field";
import { PlusIcon } from "@ttx/ui/icons/plus";
import { Trash2Icon } from "@ttx/ui/icons/trash-2";
import { Section } from "@ttx/ui/section";
import { TextInput } from "@ttx/ui/text-input";
import { pick } from "@ttx/ui/text";
import { useState } from "react";
import { F } from "./result-form-texts.ts";
import { equalShares, replaced, shareOf, shareText, without, type FormTools } from "./result-form-tools.ts";

export function ResultCompleters({ lang, draft, change, errorOf, leave, locked }: FormTools) {
  const { completers } = draft;
  const sumBp = completers.reduce((sum, { shareBp }) => sum + (shareBp ?? 0), 0);
  const wrong = errorOf("completers");
  // What stands in a box of a share while it is typed; a new list is a new set of boxes.
  const [round, setRound] = useState(0);
  const rest = shareText(Math.abs(WHOLE_BP - sumBp));
  const verdict = sumBp === WHOLE_BP ? pick(lang, F.whole) : pick(lang, sumBp < WHOLE_BP ? F.short : F.over).replace("{rest}", rest);

  return (
    <Section id="completers" title={pick(lang, F.completers)} intro={pick(lang, F.completersHint)}>
      <ol className="grid gap-4">
        {completers.map((completer, at) => (
          <li key={`${round}-${at}`} className="grid items-start gap-3 rounded border border-line bg-surface p-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)_8rem_auto]">
            <TextInput id={`completers.${at}.name`} label={pick(lang, F.name)} maxLength={60} value={completer.name} disabled={locked} error={errorOf(`completers.${at}.name`)} onBlur={() => leave(`completers.${at}.name`)} onChange={(event) => change({ completers: replaced(completers, at, { name: event.target.value }) })} />
            <TextInput id={`completers.${at}.unit`} label={pick(lang, F.unit)} optional={pick(lang, F.optional)} maxLength={100} value={completer.unit} disabled={locked} onChange={(event) => change({ completers: replaced(completers, at, { unit: event.target.value }) })} />
            <TextInput id={`completers.${at}.shareBp`} label={pick(lang, F.share)} unit="%" inputMode="decimal" className="tabular text-right" defaultValue={shareText(completer.shareBp)} disabled={locked} error={errorOf(`completers.${at}.shareBp`)} onBlur={() => leave(`completers.${at}.shareBp`)} onChange={(event) => change({ completers: replaced(completers, at, { shareBp: shareOf(event.target.value) }) })} />
            <Button
              tone="plain"
              className="sm:mt-7"
              disabled={locked}
              icon={<Trash2Icon size={18} />}
              aria-label={`${pick(lang, F.remove)} ${completer.name || at + 1}`}
              onClick={() => {
                setRound(round + 1);
                change({ completers: without(completers, at) });
              }}
            />
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-3">
        <Button size="small" icon={<PlusIcon size={16} />} disabled={locked} onClick={() => change({ completers: [...completers, { name: "", unit: "", shareBp: completers.length === 0 ? WHOLE_BP : null }] })}>{pick(lang, F.addCompleter)}</Button>
        {completers.length > 1 ? (
          <Button
            size="small"
            tone="plain"
            disabled={locked}
            onClick={() => {
              const shares = equalShares(completers.length);
              setRound(round + 1);
              change({ completers: completers.map((completer, at) => ({ ...completer, shareBp: shares[at] ?? 0 })) });
            }}
          >
            {pick(lang, F.equal)}
          </Button>
        ) : null}
        {completers.length > 0 ? (
          <p role="status" className={`tabular text-sm ${sumBp === WHOLE_BP ? "text-done" : "font-medium text-due"}`}>{`${pick(lang, F.sum).replace("{sum}", shareText(sumBp) || "0")} · ${verdict}`}</p>
        ) : null}
      </div>
      {wrong ? <FieldError id="completers">{wrong}</FieldError> : null}
    </Section>
  );
}
