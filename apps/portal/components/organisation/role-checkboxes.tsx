import { ROLE_LABELS, type Role } from "@ttx/domain/shared/roles";
import { FieldError } from "@ttx/ui/field";
import { pick, type Lang, type Text } from "@ttx/ui/text";

const LABEL: Text = { zh: "角色", en: "Roles" };

type Props = { readonly lang: Lang; readonly id: string; readonly roles: readonly Role[]; readonly given?: readonly Role[]; readonly error?: string };

/** The roles that this organisation can give, several at once. */
export function RoleCheckboxes({ lang, id, roles, given = [], error }: Props) {
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={error ? `${id}-error` : undefined} className="grid gap-2 outline-none">
      <legend className="mb-1 font-medium leading-snug">{pick(lang, LABEL)}</legend>
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        {roles.map((role) => (
          <label key={role} className="flex min-h-9 items-center gap-2">
            <input type="checkbox" name="roles[]" value={role} defaultChecked={given.includes(role)} className="size-5" />
            {pick(lang, ROLE_LABELS[role])}
          </label>
        ))}
      </div>
      {error ? <FieldError id={id}>{error}</FieldError> : null}
    </fieldset>
  );
}
