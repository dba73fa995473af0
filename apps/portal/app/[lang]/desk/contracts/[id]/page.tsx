import { listReaders, readContract } from "@ttx/domain/contract";
import { codeLabel, fullDivisionName } from "@ttx/domain/reference";
import { readConsequences } from "@ttx/domain/review";
import { dayOf } from "@ttx/domain/shared/clock";
import { fillText } from "@ttx/domain/shared/texts";
import { Deadline } from "@ttx/ui/deadline";
import { DefinitionList } from "@ttx/ui/definition-list";
import { formatDateTime, yuanText } from "@ttx/ui/format";
import { DownloadIcon } from "@ttx/ui/icons/download";
import { LinkButton } from "@ttx/ui/link-button";
import { Money } from "@ttx/ui/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { Section } from "@ttx/ui/section";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { OwnAppeal } from "#components/appeal/own-appeal.tsx";
import { SecretReaders } from "#components/contract/secret-readers.tsx";
import { ConsequencesPanel, type Consequences } from "#components/consequence/consequences-panel.tsx";
import { ExtensionBanner } from "#components/extension/extension-banner.tsx";
import { AmountWorksheet } from "#components/contract/amount-worksheet.tsx";
import { ContractForm } from "#components/contract/contract-form.tsx";
import { ContractState, ReviewState } from "#components/contract/contract-state.tsx";
import { C } from "#components/contract/contract-texts.ts";
import { ContractView } from "#components/contract/contract-view.tsx";
import { DecisionTimeline } from "#components/contract/decision-timeline.tsx";
import { MaterialsView } from "#components/contract/materials-view.tsx";
import { OwnContractActs } from "#components/contract/own-contract-acts.tsx";
import { TAX_OPINION_LABELS } from "#components/contract/tax-opinion.ts";
import { typedForm } from "#components/contract/typed-form.ts";
import { deadlineState, lastMinute, leftInWords } from "#components/contract/working-days.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";
import { T } from "../texts.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };
type ContractFile = Awaited<ReturnType<(typeof readContract)["run"]>>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

export default async function OwnContractPage({ params }: Props) {
  const [lang, { id }] = await Promise.all([readLang(params), params]);
  const actor = await requireActor(lang);
  const file = await readFor(actor, readContract, { contractId: id });
  const secret = file.may.listReaders ? await readFor(actor, listReaders, { contractId: id }) : null;
  const consequences = file.state === "REVOKED" ? await readFor(actor, readConsequences, { contractId: id }) : null;
  const name = file.form.projectName || pick(lang, C.untitled);
  return (
    <div className="grid gap-6">
      <PageHeader
        lang={lang}
        crumbs={actor.organisation?.id === file.applicant.id ? [{ href: href(lang, "/desk/contracts"), label: pick(lang, T.title) }, { label: name }] : undefined}
        title={<span lang="zh-CN">{name}</span>}
        status={<><ContractState lang={lang} state={file.state} />{file.review && file.review.state !== file.state ? <ReviewState lang={lang} state={file.review.state} /> : null}{file.registrationNo ? <span className="tabular text-ink-soft">{file.registrationNo}</span> : null}</>}
      />
      <ExtensionBanner lang={lang} subjectIds={[id]} />
      {file.may.edit ? <Filling lang={lang} file={file} /> : <Reading lang={lang} file={file} consequences={consequences} />}
      {secret && file.state !== "DRAFT" ? <SecretReaders lang={lang} contractId={id} readers={secret.readers} mayName={secret.mayName} /> : null}
    </div>
  );
}

/** While the form is the applicant's: what the office asked for, then the form itself. */
function Filling({ lang, file }: { readonly lang: Lang; readonly file: ContractFile }) {
  const names = Object.fromEntries([...file.form.sellers, ...file.form.buyers].flatMap(({ division }) => (division === null ? [] : [[division, fullDivisionName(division)]])));
  return (
    <>
      {file.state === "CORRECTION" ? (
        <Panel tone="due" title={pick(lang, T.correctionTitle)} actions={file.deadline && file.workingDaysLeft !== null ? <Deadline lang={lang} at={lastMinute(file.deadline)} left={leftInWords(file.workingDaysLeft, lang)} state={deadlineState(file.workingDaysLeft)} /> : null}>
          <p className="mb-3">{pick(lang, T.correctionText)}</p>
          <DecisionTimeline lang={lang} decisions={file.decisions.slice(-1)} />
        </Panel>
      ) : null}
      <ContractForm
        key={`${file.contractId}-${file.version}`}
        lang={lang}
        contractId={file.contractId}
        version={file.version}
        draft={file.form}
        typed={typedForm(file.form, names, file.attachments)}
        today={dayOf(file.now)}
        correcting={file.state === "CORRECTION"}
      />
      <OwnContractActs lang={lang} contractId={file.contractId} version={file.version} state={file.state} reviewId={file.review?.reviewId ?? null} may={file.may} form={changeable(file)} />
    </>
  );
}

/** Once it is filed: where it is, what was decided, and the form as it lies at the office. */
function Reading({ lang, file, consequences }: { readonly lang: Lang; readonly file: ContractFile; readonly consequences: Consequences | null }) {
  return (
    <div className="grid items-start gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid min-w-0 gap-8">
        {file.worksheet ? <Section id="worksheet" title={pick(lang, T.worksheet)}><div className="max-w-2xl"><AmountWorksheet lang={lang} worksheet={file.worksheet} decidedFen={file.registrationNo === null ? null : file.technicalFen} /></div></Section> : null}
        <Section id="form" title={pick(lang, T.form)}><ContractView lang={lang} form={file.form} /></Section>
        <Section id="materials" title={pick(lang, T.materials)}><MaterialsView lang={lang} materials={file.materials} attachments={file.attachments} /></Section>
        {file.textWithheld ? <p className="text-ink-soft">{pick(lang, T.textWithheld)}</p> : file.form.text ? (
          <Section id="text" title={pick(lang, T.text)}>
            <div lang="zh-CN" tabIndex={0} role="group" aria-label={pick(lang, T.text)} className="max-h-120 overflow-y-auto rounded border border-line bg-surface p-4 leading-relaxed whitespace-pre-wrap">{file.form.text}</div>
          </Section>
        ) : null}
      </div>
      <div className="grid gap-5 max-xl:order-first xl:sticky xl:top-20">
        <OwnAppeal lang={lang} contractId={file.contractId} version={file.version} appeal={file.appeal} may={file.may} />
        {consequences ? <ConsequencesPanel lang={lang} consequences={consequences} /> : null}
        {file.certificate ? <CertificatePanel lang={lang} file={file} /> : null}
        <Panel title={pick(lang, T.procedure)}>
          <DecisionTimeline lang={lang} decisions={file.decisions} reviewSteps={file.review?.steps} present={presentStep(lang, file)} />
        </Panel>
        <OwnContractActs lang={lang} contractId={file.contractId} version={file.version} state={file.state} reviewId={file.review?.reviewId ?? null} may={file.may} form={changeable(file)} />
      </div>
    </div>
  );
}

function CertificatePanel({ lang, file }: { readonly lang: Lang; readonly file: ContractFile }) {
  const { certificate, registrationNo, technicalFen, review } = file;
  if (!certificate) return null;
  return (
    <Panel tone={certificate.revokedAt ? "plain" : "done"} title={pick(lang, T.certificate)}>
      <div className="grid gap-3">
        <DefinitionList
          items={[
            { term: pick(lang, T.number), value: <span className="tabular">{registrationNo}</span> },
            { term: pick(lang, T.type), value: file.form.contractType === null ? "—" : pick(lang, codeLabel("contract-types", file.form.contractType)) },
            { term: pick(lang, T.technical), value: technicalFen === null ? "—" : <Money lang={lang} amount={technicalFen} /> },
            { term: pick(lang, T.office), value: file.officeName },
            { term: fillText(pick(lang, T.edition), { edition: certificate.edition }), value: formatDateTime(certificate.issuedAt, lang) },
            ...(review?.taxOpinion ? [{ term: pick(lang, T.taxOpinion), value: pick(lang, TAX_OPINION_LABELS[review.taxOpinion] ?? { zh: review.taxOpinion, en: review.taxOpinion }) }] : []),
          ]}
        />
        {certificate.revokedAt ? null : <LinkButton tone="primary" icon={<DownloadIcon />} href={`/api/v1/registrations/${file.contractId}/certificate.pdf`}>{pick(lang, T.download)}</LinkButton>}
        {certificate.revokedAt ? null : <LinkButton icon={<DownloadIcon />} href={`/api/v1/registrations/${file.contractId}/tax-proof.pdf`}>{pick(lang, T.taxProof)}</LinkButton>}
        <a className="link text-sm" href={href(lang, `/desk/performance/${file.contractId}`)}>{pick(lang, T.performance)}</a>
        <a className="link text-sm" href={href(lang, "/tax", taxQuestion(file))}>{pick(lang, T.tax)}</a>
        <a className="link text-sm" href={href(lang, `/verify/${certificate.verifyCode}`)}>{pick(lang, T.verify)}</a>
      </div>
    </Panel>
  );
}

/** The calculator of value-added tax, filled in with this contract. */
function taxQuestion({ form, technicalFen }: ContractFile): Readonly<Record<string, string>> {
  if (form.turnoverFen === null || form.contractType === null || form.signedOn === null) return {};
  const goodsFen = form.turnoverFen - (technicalFen ?? form.turnoverFen);
  return { kind: "vat", asked: "1", on: form.signedOn, contractType: form.contractType, price: yuanText(form.turnoverFen), goods: yuanText(goodsFen), goodsSeparated: "on", registered: "on", separateAccounts: "on" };
}

/** What goes on now, in the applicant's words. */
function presentStep(lang: Lang, file: ContractFile) {
  const words: Partial<Record<ContractFile["state"], Text>> = {
    SUBMITTED: T.waitingOffice, ACCEPTED: T.deciding, SECOND_REVIEW: T.deciding, CORRECTION: T.correcting, CHANGE_PENDING: T.changing, RE_REVIEW: T.reDeciding,
    ...(file.review?.state === "PENDING" ? { REGISTERED: T.reviewing } : {}),
    ...(file.review?.state === "REVOCATION_NOTICE" ? { REGISTERED: T.noticed, RE_REVIEW: T.noticed } : {}),
  };
  const text = words[file.state];
  if (!text) return null;
  const deadline = file.deadline && file.workingDaysLeft !== null ? <Deadline lang={lang} at={lastMinute(file.deadline)} left={leftInWords(file.workingDaysLeft, lang)} state={deadlineState(file.workingDaysLeft)} /> : undefined;
  const atProvince = text === T.reviewing || text === T.noticed;
  return { title: pick(lang, text), who: atProvince ? undefined : (file.officeName ?? undefined), deadline };
}

/** The fields that a change of a standing registration may touch first: name, term and amounts. */
function changeable({ form }: ContractFile) {
  return { projectName: form.projectName, validTo: form.validTo, turnoverFen: form.turnoverFen, instalments: form.instalments.length };
}
