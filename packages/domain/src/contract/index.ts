export { amountWorksheet, technicalIncomeFen, type AmountWorksheet, type Deduction } from "./amounts.rules.ts";
