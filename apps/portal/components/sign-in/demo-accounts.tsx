import { pick, type Lang, type Text } from "@ttx/ui/text";

const TITLE: Text = { zh: "演示账号", en: "Demo accounts" };
const NOTE: Text = { zh: "仅在演示环境出现。点选一个账号，登录信息自动填好。", en: "Shown in the demo only. Choose one and the form is filled in." };
const CODE: Text = { zh: "动态码", en: "Code" };

export type DemoAccount = {
  readonly identifier: string;
  readonly password: string;
  /** Who it is, and of which organisation. */
  readonly person: string;
  readonly role: string;
  /** What the account's authenticator shows right now; null when it has none. */
  readonly code: string | null;
};

type Props = { readonly lang: Lang; readonly accounts: readonly DemoAccount[]; readonly codes: ReadonlyMap<string, string>; readonly onChoose: (account: DemoAccount) => void };

export function DemoAccounts({ lang, accounts, codes, onChoose }: Props) {
  return (
    <section aria-labelledby="demo-title" className="grid content-start gap-3 lg:border-l lg:border-line lg:pl-10">
      <div>
        <h2 id="demo-title" className="text-lg font-semibold">{pick(lang, TITLE)}</h2>
        <p className="text-sm text-ink-soft">{pick(lang, NOTE)}</p>
      </div>
      <ul className="grid gap-2 sm:grid-cols-2">
        {accounts.map((account) => {
          const code = codes.get(account.identifier);
          return (
            <li key={account.identifier}>
              <button type="button" onClick={() => onChoose(account)} className="grid h-full w-full content-start rounded border border-line bg-surface px-4 py-3 text-left hover:border-brand">
                <span className="leading-normal font-medium">{account.role}</span>
                <span className="text-sm text-ink-soft">{account.person}</span>
                {code ? <span className="text-sm text-ink-soft">{pick(lang, CODE)} <span className="tabular font-medium text-ink">{code}</span></span> : null}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
