import { pick, type Lang, type Text } from "@ttx/ui/text";

const TITLE: Text = { zh: "演示账号", en: "Demo accounts" };
const NOTE: Text = { zh: "仅在演示环境出现。点选一个账号，左侧自动填好。", en: "Shown in the demo only. Choose one and the form is filled in." };

export type DemoAccount = {
  readonly identifier: string;
  readonly password: string;
  readonly person: string;
  /** What kind of person, and for which organisation. */
  readonly role: string;
  /** What this person can do, in half a sentence. */
  readonly can: string;
};

export function DemoAccounts({ lang, accounts, onChoose }: { readonly lang: Lang; readonly accounts: readonly DemoAccount[]; readonly onChoose: (account: DemoAccount) => void }) {
  return (
    <section aria-labelledby="demo-title" className="grid content-start gap-3 lg:border-l lg:border-line lg:pl-10">
      <div>
        <h2 id="demo-title" className="text-lg font-semibold">{pick(lang, TITLE)}</h2>
        <p className="text-sm text-ink-soft">{pick(lang, NOTE)}</p>
      </div>
      <ul className="grid gap-2 sm:grid-cols-2">
        {accounts.map((account) => (
          <li key={account.identifier}>
            <button type="button" onClick={() => onChoose(account)} className="grid h-full w-full content-start rounded border border-line bg-surface px-4 py-3 text-left hover:border-brand">
              <span className="leading-normal font-medium">{account.role}</span>
              <span className="text-sm text-ink-soft">{account.person}</span>
              <span className="text-sm text-ink-soft">{account.can}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
