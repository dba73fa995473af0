import type pg from "pg";

const SELLERS = 20_000;
const BUYERS = 50_000;

/**
 * Files of a country's offices in one statement each: one in fifty waits on a desk, the others are registered. Parties come back, as they do,
 * and one file in ten touches a patent.
 */
export async function fillCountry(owner: pg.Client, officeIds: readonly string[], applicantId: string, files: number): Promise<void> {
  await owner.query("set synchronous_commit = off");
  await owner.query("create unlogged table bench_file as select uuidv7() as id, n from generate_series(1, $1::int) n", [files]);
  await owner.query(
    `insert into contract (id, applicant_id, office_id, state, project_name, contract_type, signed_on, valid_from, valid_to, turnover_fen, technical_fen, field, ip_kinds, programme, objective, industry, payment,
       tax_claims, text, text_fingerprint, one_place_key, division_code, rule_set, submitted_at, accepted_at, due_at, warn_at, next_due_at, calendar_version, registered_at, registration_no, created_at, updated_at)
     select id, $1, ($2::uuid[])[1 + n / 50 % $3], case when n % 50 = 0 then 'ACCEPTED' else 'REGISTERED' end::"RegistrationState", '国家技术开发项目' || n, '11', date '2026-01-05', date '2026-01-05', date '2028-01-05',
       10000000 + n, 10000000 + n, '05', '{0}', '0', '10', '34', '1', '{}', repeat('研究开发合同正文' || n || '。', 20), md5('text' || n), md5('key' || n), '330106', 'CN-2026', now(), now(),
       now() + (n % 20) * interval '1 day', now() + (n % 12) * interval '1 day', case when n % 50 = 0 then now() + (n % 20) * interval '1 day' + n * interval '1 ms' end, '2026',
       case when n % 50 <> 0 then now() - n * interval '1 minute' end, case when n % 50 <> 0 then '19' || lpad(n::text, 14, '0') end, now() - n * interval '1 minute', now()
     from bench_file`,
    [applicantId, officeIds, officeIds.length],
  );
  await owner.query(
    `insert into contract_party (contract_id, side, position, name, credit_code, country, division_code, party_type)
     select id, s.side::"PartySide", 1, s.side || 's name ' || k, s.side || lpad(k::text, 12, '0'), 'CHN', '330106', '150'
     from bench_file cross join lateral (values ('SELLER', n * 7 % ${SELLERS}), ('BUYER', n * 13 % ${BUYERS})) s(side, k)`,
  );
  await owner.query("insert into contract_patent (contract_id, no, number, title, owner) select id, 1, 'ZL' || n % 60000, '一种装置', '某单位' from bench_file where n % 10 = 0");
  await owner.query("drop table bench_file");
  await owner.query("vacuum analyze contract, contract_party, contract_patent");
}
