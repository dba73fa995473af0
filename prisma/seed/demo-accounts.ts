import { DEMO_PASSWORD } from "@ttx/domain/identity";
import { demoCast, ORGANISATIONS } from "./content/index.ts";
import { SEED } from "./seed-number.ts";

const NAMES = new Map(ORGANISATIONS.map(({ key, name }) => [key, name]));

/** One account for each kind of person, for the terminal and the sign-in page. */
export const DEMO_ACCOUNTS = demoCast(SEED).accounts.map(({ email, name, organisation, title, label }) => ({
  email,
  password: DEMO_PASSWORD,
  person: name,
  organisation: NAMES.get(organisation) ?? organisation,
  role: title,
  can: label.zh,
}));
