import { listOwnContracts } from "@ttx/domain/contract";
import { listRegistrations, RECOGNITION_STATE_LABELS, registrationQueue } from "@ttx/domain/recognition";
import { codeLabel } from "@ttx/domain/reference";
import { REVIEW_STATE_LABELS, reviewQueue } from "@ttx/domain/review";
import { toYuanText } from "@ttx/domain/shared/money";
import { dayOf } from "@ttx/domain/shared/clock";
import type { Cell } from "@ttx/domain/spreadsheet";
import type { Endpoint, Language } from "../door/endpoint.ts";
import { listExport, type ExportColumn } from "../list-export.ts";

const yuan = (amountFen: bigint | null): Cell => (amountFen === null ? "" : { number: toYuanText(amountFen) });
const day = (at: Date | null): string => (at === null ? "" : dayOf(at));
const typeWords = (code: string | null, language: Language): string => (code === null ? "" : `${code} ${codeLabel("contract-types", code)[language]}`);

type Shared = { readonly projectName: string; readonly registrationNo: string | null; readonly contractType: string | null; readonly technicalFen: bigint | null };

function shared<Item>(of: (item: Item) => Shared): readonly ExportColumn<Item>[] {
  return [
    { head: { zh: "登记编号", en: "Number" }, cell: (item) => of(item).registrationNo ?? "" },
    { head: { zh: "项目名称", en: "Project" }, cell: (item) => of(item).projectName },
    { head: { zh: "合同类别", en: "Class" }, cell: (item, language) => typeWords(of(item).contractType, language) },
    { head: { zh: "技术交易额（元）", en: "Technical amount (yuan)" }, cell: (item) => yuan(of(item).technicalFen) },
  ];
}

type Own = Awaited<ReturnType<typeof listOwnContracts.run>>["items"][number];
type File = Awaited<ReturnType<typeof registrationQueue.run>>["items"][number];
type Review = Awaited<ReturnType<typeof reviewQueue.run>>["items"][number];
type Registration = Awaited<ReturnType<typeof listRegistrations.run>>["items"][number];

/** Lists as files. Each is the list's own query, so who may see what is decided in one place. */
export const LIST_EXPORT_ENDPOINTS: readonly Endpoint[] = [
  listExport("/contracts/export", listOwnContracts, { zh: "本单位技术合同", en: "Own contracts" }, [
    ...shared<Own>((item) => item),
    { head: { zh: "成交额（元）", en: "Turnover (yuan)" }, cell: ({ turnoverFen }) => yuan(turnoverFen) },
    { head: { zh: "买方", en: "Buyer" }, cell: ({ buyers }) => buyers.join("、") },
    { head: { zh: "状态", en: "State" }, cell: ({ state }, language) => RECOGNITION_STATE_LABELS[state][language] },
  ]),
  listExport("/registration/files/export", registrationQueue, { zh: "登记台清单", en: "Files of the desk" }, [
    ...shared<File>((item) => item),
    { head: { zh: "成交额（元）", en: "Turnover (yuan)" }, cell: ({ turnoverFen }) => yuan(turnoverFen) },
    { head: { zh: "卖方", en: "Seller" }, cell: ({ sellers }) => sellers.join("、") },
    { head: { zh: "买方", en: "Buyer" }, cell: ({ buyers }) => buyers.join("、") },
    { head: { zh: "状态", en: "State" }, cell: ({ state }, language) => RECOGNITION_STATE_LABELS[state][language] },
    { head: { zh: "受理日期", en: "Accepted on" }, cell: ({ acceptedAt }) => day(acceptedAt) },
    { head: { zh: "剩余工作日", en: "Working days left" }, cell: ({ workingDaysLeft }) => (workingDaysLeft === null ? "" : { number: String(workingDaysLeft) }) },
  ]),
  listExport("/reviews/export", reviewQueue, { zh: "省级审核清单", en: "Reviews" }, [
    ...shared<Review>(({ contract }) => contract),
    { head: { zh: "登记机构", en: "Office" }, cell: ({ contract }) => contract.officeName },
    { head: { zh: "审核状态", en: "State of review" }, cell: ({ state }, language) => REVIEW_STATE_LABELS[state][language] },
    { head: { zh: "剩余工作日", en: "Working days left" }, cell: ({ workingDaysLeft }) => (workingDaysLeft === null ? "" : { number: String(workingDaysLeft) }) },
  ]),
  listExport("/registrations/export", listRegistrations, { zh: "技术合同登记清单", en: "List of registrations" }, [
    ...shared<Registration>((item) => item),
    { head: { zh: "成交额（元）", en: "Turnover (yuan)" }, cell: ({ turnoverFen }) => yuan(turnoverFen) },
    { head: { zh: "卖方", en: "Seller" }, cell: ({ sellers }) => sellers.join("、") },
    { head: { zh: "买方", en: "Buyer" }, cell: ({ buyers }) => buyers.join("、") },
    { head: { zh: "登记机构", en: "Office" }, cell: ({ officeName }) => officeName },
    { head: { zh: "登记日期", en: "Registered on" }, cell: ({ registeredAt }) => day(registeredAt) },
    { head: { zh: "状态", en: "State" }, cell: ({ state }, language) => RECOGNITION_STATE_LABELS[state][language] },
  ], { tag: "registration" }),
];
