import { BLOCKING_STATES } from "../recognition/index.ts";
import { CONTRACT_COLUMNS, STAGED_COLUMNS } from "./staged-row.ts";

const columns = CONTRACT_COLUMNS.join(", ");
const blocking = BLOCKING_STATES.map((state) => `'${state}'`).join(", ");

/** The rows of the batch that is being checked, and what was found of them; they live as long as its transaction. */
export const CREATE_BATCH = `
  create temp table if not exists import_staged (like contract_import_row) on commit delete rows;
  create temp table if not exists import_verdict (row_no int not null, same boolean not null, path text, code text, details jsonb) on commit delete rows`;

/** The rows of a batch with their texts are held once, in memory, while they are taken. */
export const ROOM = "set local work_mem = '64MB'";

export const COPY_STAGED = `copy import_staged (${STAGED_COLUMNS.join(", ")}) from stdin`;
export const COPY_PROBLEMS = "copy contract_import_problem (import_id, row_no, no, path, code, details) from stdin";
/** Only what the checks compare: sampling the texts would cost more than the checks. */
export const ANALYSE = "analyze import_staged (row_no, external_no, one_place_key, text_fingerprint)";

/**
 * What only the whole file or the whole country can say of a row, for all rows of a batch at once. $1 import, $2 applicant.
 * A row that was taken before, with the same content, is the same row and no fault. Each looks its rows up one by one (lateral … limit 1): while a
 * large import runs, nobody knows how large the tables have grown, and a join that is planned for small ones reads all of it for every batch.
 */
export const CHECKS: readonly string[] = [
  `insert into import_verdict
   select s.row_no, o.row_hash = s.row_hash, 'externalNo', 'EXTERNAL_NO_TAKEN', jsonb_build_object('externalNo', s.external_no, 'contractId', o.contract_id)
   from import_staged s cross join lateral (select row_hash, contract_id from contract_import_origin where applicant_id = $2 and external_no = s.external_no limit 1) o where s.import_id = $1`,
  `insert into import_verdict
   select s.row_no, e.row_hash = s.row_hash, 'externalNo', 'EXTERNAL_NO_TWICE', jsonb_build_object('externalNo', s.external_no, 'row', e.row_no)
   from import_staged s cross join lateral (select row_hash, row_no from contract_import_row where import_id = $1 and external_no = s.external_no limit 1) e where $2::uuid is not null`,
  `insert into import_verdict
   select row_no, row_hash = first_hash, 'externalNo', 'EXTERNAL_NO_TWICE', jsonb_build_object('externalNo', external_no, 'row', first_row)
   from (select row_no, row_hash, external_no, first_value(row_no) over earliest as first_row, first_value(row_hash) over earliest as first_hash
         from import_staged where import_id = $1 and $2::uuid is not null window earliest as (partition by external_no order by row_no)) s where row_no > first_row`,
  `insert into import_verdict
   select row_no, false, 'projectName', 'CONTRACT_TWICE_IN_FILE', jsonb_build_object('row', first_row)
   from (select s.row_no, s.external_no, first_value(s.row_no) over earliest as first_row, first_value(s.external_no) over earliest as first_no
         from (select row_no, external_no, one_place_key from import_staged where import_id = $1
               union all select e.row_no, e.external_no, e.one_place_key from contract_import_row e join import_staged s on s.one_place_key = e.one_place_key and s.row_no <> e.row_no where e.import_id = $1) s
         where $2::uuid is not null window earliest as (partition by s.one_place_key order by s.row_no)) s
   where row_no > first_row and external_no <> first_no and exists (select 1 from import_staged i where i.row_no = s.row_no)`,
  `insert into import_verdict
   select s.row_no, false, 'projectName', 'CONTRACT_REGISTERED_ELSEWHERE', jsonb_build_object('office', coalesce(f.name, ''))
   from import_staged s cross join lateral (select office_id from contract where one_place_key = s.one_place_key and state in (${blocking}) limit 1) c left join organisation f on f.id = c.office_id
   where s.import_id = $1 and $2::uuid is not null`,
  `insert into import_verdict
   select s.row_no, false, 'text', 'CONTRACT_REGISTERED_ELSEWHERE', jsonb_build_object('office', coalesce(f.name, ''))
   from import_staged s cross join lateral (
     select c.office_id from contract c
     where c.text_fingerprint = s.text_fingerprint and c.state in (${blocking}) and c.one_place_key is distinct from s.one_place_key and (
       select count(distinct p.side) from contract_party p, jsonb_to_recordset(s.parties) as q(side text, credit_code text)
       where p.contract_id = c.id and p.side::text = q.side and p.credit_code = q.credit_code) = 2
     limit 1) c left join organisation f on f.id = c.office_id
   where s.import_id = $1 and $2::uuid is not null`,
];

/** How the batch came out: rows that are the same as before, and rows that are bad. */
export const COUNT = `
  select count(*) filter (where not bad)::int as same, count(*) filter (where bad)::int as bad
  from (select row_no, bool_or(not same) as bad from import_verdict group by row_no) v`;

export const KEEP_PROBLEMS = `
  insert into contract_import_problem (import_id, row_no, no, path, code, details)
  select $1, row_no, row_number() over (partition by row_no order by code), path, code, details
  from (select distinct on (row_no, code) row_no, path, code, details from import_verdict where not same order by row_no, code, (details ->> 'row')::int) v`;

const free = (source: string): string => (source === "import_staged" ? "and not exists (select 1 from import_verdict v where v.row_no = s.row_no)" : "and s.row_no between $5 and $6");

/** Rows that wait until the whole file is found good. */
export const KEEP_ROWS = `insert into contract_import_row select s.* from import_staged s where s.import_id = $1 ${free("import_staged")}`;

/**
 * Rows become drafts of their applicant, with parties, amounts and rights, in one statement; what was taken is returned as a count and a digest
 * over ids and contents. $1 import, $2 applicant, $3 uploader, $4 now; rows that were kept also $5 and $6, from and to.
 */
export function mergeStatement(source: "import_staged" | "contract_import_row"): string {
  return `
    with s as materialized (select s.*, o.division_code as applicant_division from ${source} s join organisation o on o.id = $2 where s.import_id = $1 ${free(source)}),
    files as (
      insert into contract (id, applicant_id, created_by_id, division_code, created_at, updated_at, prepared_on, ${columns})
      select s.contract_id, $2, $3, s.applicant_division, $4, $4, ($4::timestamptz at time zone 'Asia/Shanghai')::date, ${CONTRACT_COLUMNS.map((column) => `s.${column}`).join(", ")} from s order by s.row_no),
    parties as (
      insert into contract_party (contract_id, side, position, organisation_id, name, credit_code, country, division_code, party_type, contact_name, contact_phone, share_bp)
      select s.contract_id, p.side::"PartySide", p.position, g.id, p.name, p.credit_code, p.country, p.division_code, p.party_type, p.contact_name, p.contact_phone, p.share_bp
      from s cross join lateral jsonb_to_recordset(s.parties) as p(side text, position int, name text, credit_code text, country text, division_code text, party_type text, contact_name text, contact_phone text, share_bp int)
      left join organisation g on g.credit_code = p.credit_code),
    deductions as (
      insert into contract_deduction (contract_id, no, kind, amount_fen, note)
      select s.contract_id, d.no, d.kind, d.amount_fen, d.note from s cross join lateral jsonb_to_recordset(s.deductions) as d(no int, kind text, amount_fen bigint, note text) where s.deductions is not null),
    instalments as (
      insert into contract_instalment (contract_id, no, due_on, amount_fen, estimated, note)
      select s.contract_id, i.no, i.due_on, i.amount_fen, i.estimated, i.note
      from s cross join lateral jsonb_to_recordset(s.instalments) as i(no int, due_on date, amount_fen bigint, estimated boolean, note text) where s.instalments is not null),
    patents as (
      insert into contract_patent (contract_id, no, number, title, owner, filed_on, granted_on, expires_on)
      select s.contract_id, p.no, p.number, p.title, p.owner, p.filed_on, p.granted_on, p.expires_on
      from s cross join lateral jsonb_to_recordset(s.patents) as p(no int, number text, title text, owner text, filed_on date, granted_on date, expires_on date) where s.patents is not null),
    origins as (
      insert into contract_import_origin (contract_id, import_id, row_no, applicant_id, external_no, row_hash) select s.contract_id, $1, s.row_no, $2, s.external_no, s.row_hash from s)
    select count(*)::int as taken, encode(sha256(convert_to(coalesce(string_agg(s.contract_id::text || s.row_hash, ',' order by s.row_no), ''), 'UTF8')), 'hex') as digest from s`;
}
