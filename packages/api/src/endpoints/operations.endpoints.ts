import { allowJobRetry, listDueActs, listEvents, listMailbox, listMails, readMail, readOperations, retryDueAct, retryMail, setAlarmLimits } from "@ttx/domain/operations";
import { DomainError } from "@ttx/domain/shared/errors";
import { execute, parseInput, read } from "@ttx/domain/shared/execute";
import { decodeCursor, pageOf, PageInput } from "@ttx/domain/shared/paging";
import { answerJson } from "../door/answer-json.ts";
import { endpoint, rawEndpoint, type Call, type Endpoint } from "../door/endpoint.ts";

/** Failed jobs by position, newest first: the queue knows no other order. */
async function listFailedJobs(call: Call) {
  await read(call.deps, readOperations, call.actor, {});
  const { limit, cursor } = parseInput(PageInput, call.parts.query);
  const from = Number(decodeCursor(cursor, 1)?.[0] ?? 0);
  const [jobs, counts] = await Promise.all([call.jobs.failed(from, from + limit), call.jobs.counts()]);
  return answerJson({ counts, ...pageOf(jobs, limit, () => [from + limit]) }, call.origin);
}

/** The permission and its record are committed first; then the queue is asked. */
async function retryJob(call: Call) {
  const { jobId } = await execute(call.deps, allowJobRetry, call.actor, { jobId: call.parts.params["id"] }, call.origin);
  if (!(await call.jobs.retry(jobId))) throw new DomainError("NOTHING_TO_RETRY", "refused");
  return answerJson({ jobId }, call.origin);
}

export const OPERATIONS_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/operations", readOperations, { zh: "平台运行状况：逾期、积压、告警、后台进程与留痕封存", en: "How the platform is doing: what is overdue or waiting, alarms, workers and the last seal" }),
  endpoint("GET", "/operations/due-acts", listDueActs, { zh: "到期事项：逾期、失败或即将到期", en: "Due acts: overdue, failing or upcoming" }),
  endpoint("POST", "/operations/due-acts/{id}/retry", retryDueAct, { zh: "立即重试失败的到期事项", en: "Try a failed due act again at once" }, { input: ({ params }) => ({ dueActId: params["id"] }) }),
  endpoint("GET", "/operations/events", listEvents, { zh: "未投递或未处理的消息", en: "Events not yet delivered or not yet dealt with" }),
  rawEndpoint("GET", "/operations/jobs", ["operations.read"], { zh: "失败的后台任务", en: "Failed jobs" }, listFailedJobs, { inputSchema: PageInput }),
  rawEndpoint("POST", "/operations/jobs/{id}/retry", ["operations.retry"], { zh: "重试失败的后台任务", en: "Have a failed job run again" }, retryJob),
  endpoint("GET", "/operations/mails", listMails, { zh: "邮件发送情况（不含正文）", en: "State of mails, without what they say" }),
  endpoint("POST", "/operations/mails/{id}/retry", retryMail, { zh: "重新发送失败的邮件", en: "Send a failed mail again" }, { input: ({ params }) => ({ mailId: params["id"] }) }),
  endpoint("PUT", "/operations/alarm-limits", setAlarmLimits, { zh: "设定告警阈值", en: "Set from which age on something is an alarm" }),
  endpoint("GET", "/mailbox", listMailbox, { zh: "开发信箱：未配置邮件服务时留存的邮件", en: "Development mailbox: mails as they would have been sent" }, { demoOnly: true }),
  endpoint("GET", "/mailbox/{id}", readMail, { zh: "查看一封留存的邮件", en: "Read one mail" }, { demoOnly: true, input: ({ params }) => ({ mailId: params["id"] }) }),
];
