-- Which way an award is split was in the audit log alone: one record a quarter, a later choice stands beside the first.
WITH chosen AS (
  SELECT a.seq, a.subject AS period, a.at, a.actor, coalesce(p.name, '') AS name,
    row_number() OVER (PARTITION BY a.subject ORDER BY a.seq) AS nth,
    json_object(
      'pot', a.detail ->> '$.pot', 'floor', a.detail ->> '$.floor', 'base', a.detail ->> '$.base',
      'tied', a.detail ->> '$.tied', 'method', a.detail ->> '$.method', 'reason', a.detail ->> '$.reason',
      'split', json_object(
        'awards', json((SELECT json_group_array(json_object('id', coalesce(s.value ->> '$.id', s.value ->> '$.town'), 'amount', s.value ->> '$.amount'))
          FROM json_each(a.detail, '$.awards') s)),
        'reserve', coalesce(a.detail ->> '$.reserve', 0), 'hash', a.detail ->> '$.hash')) AS filled
  FROM audit a LEFT JOIN person p ON p.open_id = a.actor
  WHERE a.kind = 'award.choose'
), logged AS (
  SELECT period, min(at) AS begun, max(at) AS last, max(nth) AS revision,
    json_group_array(json_object(
      'step', CASE nth WHEN 1 THEN 'choose' ELSE 'change' END, 'from', CASE nth WHEN 1 THEN '' ELSE 'chosen' END,
      'to', 'chosen', 'by', actor, 'name', name, 'post', 'city_office ', 'at', at, 'values', json(filled))) AS log
  FROM (SELECT * FROM chosen ORDER BY seq)
  GROUP BY period
)
INSERT INTO `record` (`id`, `procedure`, `open_key`, `town`, `period`, `state`, `open`, `revision`, `due`, `doc`, `begun_at`, `updated_at`)
SELECT 'award-' || period, 'award', 'award ' || period, '', period, 'chosen', 0, revision, NULL,
  json_object('id', 'award-' || period, 'procedure', 'award', 'town', '', 'period', period, 'ref', '', 'state', 'chosen',
    'revision', revision, 'data', json(log -> '$[#-1].values'), 'due', NULL, 'log', json(log)),
  begun, last
FROM logged;
--> statement-breakpoint
INSERT INTO `record_revision` (`record`, `revision`, `at`, `by`, `step`, `doc`)
SELECT id, revision, updated_at, doc ->> '$.log[#-1].by', doc ->> '$.log[#-1].step', doc FROM `record` WHERE `procedure` = 'award';
