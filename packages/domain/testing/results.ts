import { declareProjectContract } from "../src/project-contract/index.ts";
import { draftResult, editResult, publishResult, withdrawResult, type DraftResultInput } from "../src/result/index.ts";
import { applicationCheckDigit } from "../src/result/index.ts";
import type { Deps } from "../src/shared/database.ts";
import { execute } from "../src/shared/execute.ts";
import type { z } from "zod";
import { anOrganisation, aPerson, type Actor } from "./people.ts";
import { anOrigin } from "./origin.ts";

type Typed = Partial<z.input<typeof DraftResultInput>>;
export type ResultOptions = Typed & {
  /** Who writes it; a seller's officer of a new university unless given. */
  readonly seller?: Actor;
  /** Leaves the contract of the project behind it unsaid. */
  readonly undeclared?: true;
};
export type TestResult = { readonly resultId: string; readonly version: number; readonly seller: Actor };

/** A project whose contract leaves its unit free. */
const FREE_PROJECT = { projectNo: "2021YFB3701200", funder: "国家重点研发计划办公室", demand: "FREE", clause: "成果归承担单位，自主转化。" } as const;

let serial = 0;

/** A granted invention patent's number with the right check digit; another one at every call. */
export function aPatentNumber(): string {
  serial += 1;
  const digits = `20211${String(serial).padStart(7, "0")}`;
  return `ZL${digits}.${applicationCheckDigit(digits)}`;
}

/** Everything that publication asks for. */
export function aResultDraft(changes: Typed = {}): z.input<typeof DraftResultInput> {
  return {
    secrecy: "NO",
    secrecyOfficer: "保密办 周慎",
    title: "高强韧钛合金粉末近净成形技术",
    titleEn: "Near-net-shape forming of high-strength titanium powder",
    summary: "针对航空结构件材料利用率低的问题，本成果以等离子旋转电极制粉与热等静压近净成形相结合，抗拉强度稳定在一千零五十兆帕以上，材料利用率提高到百分之八十五，已在三家单位完成装机验证。",
    field: "05",
    stage: "PILOT",
    readinessLevel: 6,
    programme: "105",
    projectNo: "2021YFB3701200",
    tradeModes: ["ASSIGNMENT", "LICENCE"],
    askedPrice: "1200000",
    divisionCode: "330106",
    contactName: "赵联",
    contactPhone: "13800000000",
    completers: [
      { name: "钱研", unit: "材料学院", shareBp: 6000 },
      { name: "孙创", unit: "材料学院", shareBp: 4000 },
    ],
    rights: [{ kind: "21", number: aPatentNumber(), title: "一种钛合金粉末近净成形方法", status: "GRANTED", filedOn: "2021-03-01", grantedOn: "2023-05-09" }],
    ...changes,
  };
}

/** A complete result that is not published yet. */
export async function aDraftResult(deps: Deps, { seller, undeclared: _undeclared, ...changes }: ResultOptions = {}): Promise<TestResult> {
  const author = seller ?? (await aPerson(deps, await anOrganisation(deps, { kind: "UNIVERSITY" }), ["SELLER"]));
  const { resultId, version } = await execute(deps, draftResult, author, aResultDraft(changes), anOrigin());
  return { resultId, version, seller: author };
}

export async function aPublishedResult(deps: Deps, options: ResultOptions = {}): Promise<TestResult> {
  const { resultId, version, seller } = await aDraftResult(deps, options);
  const published = await execute(deps, publishResult, seller, { resultId, version }, anOrigin());
  if (!options.undeclared) await execute(deps, declareProjectContract, seller, { resultId, ...FREE_PROJECT }, anOrigin());
  return { resultId, version: published.version, seller };
}

export async function aWithdrawnResult(deps: Deps, options: ResultOptions = {}): Promise<TestResult> {
  const { resultId, version, seller } = await aPublishedResult(deps, options);
  const withdrawn = await execute(deps, withdrawResult, seller, { resultId, version, reason: "另行安排" }, anOrigin());
  return { resultId, version: withdrawn.version, seller };
}

/** The same result with something else typed into it. */
export async function anEditedResult(deps: Deps, { resultId, version, seller }: TestResult, changes: Typed): Promise<TestResult> {
  const edited = await execute(deps, editResult, seller, { resultId, version, ...changes }, anOrigin());
  return { resultId, version: edited.version, seller };
}
