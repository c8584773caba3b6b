-- A figure that is not dropped holds the key; where two were stored at once, the first.
WITH moved AS (
  SELECT rowid AS nth, proposed_at AS begun, coalesce(decided_at, proposed_at) AS last,
    CASE WHEN confirmed IS NULL OR confirmed THEN 'misreport ' || period || '/' || town || ' ' || indicator END AS open_key,
    json_object(
      'id', id, 'procedure', 'misreport', 'town', town, 'period', period, 'ref', '',
      'state', CASE WHEN confirmed IS NULL THEN 'proposed' WHEN confirmed THEN 'confirmed' ELSE 'dropped' END,
      'revision', CASE WHEN confirmed IS NULL THEN 1 ELSE 2 END,
      'data', json(filled),
      'due', NULL,
      'log', json(CASE WHEN confirmed IS NULL THEN json_array(json(proposed)) ELSE json_array(json(proposed), json(decided)) END)
    ) AS doc
  FROM (
    SELECT *, json_object('step', 'propose', 'from', '', 'to', 'proposed', 'by', proposed_by,
        'name', proposer, 'post', 'city_office ', 'at', proposed_at, 'values', json(filled)) AS proposed,
      json_object(
        'step', CASE WHEN confirmed THEN 'confirm' WHEN decided_by = proposed_by THEN 'withdraw' ELSE 'drop' END,
        'from', 'proposed', 'to', CASE WHEN confirmed THEN 'confirmed' ELSE 'dropped' END, 'by', decided_by,
        'name', decider, 'post', 'city_office ', 'at', decided_at, 'values', json('{}')) AS decided
    FROM (
      SELECT m.*, m.rowid, coalesce(p.name, '') AS proposer, coalesce(d.name, '') AS decider,
        json_object('town', m.town, 'indicator', m.indicator, 'found', CAST(m.found AS TEXT), 'reason', m.reason,
          'figures', json_object('claimed', m.claimed, 'found', m.found)) AS filled
      FROM misreport m
      LEFT JOIN person p ON p.open_id = m.proposed_by
      LEFT JOIN person d ON d.open_id = m.decided_by
    )
  )
)
INSERT INTO `record` (`id`, `procedure`, `open_key`, `town`, `period`, `state`, `open`, `revision`, `due`, `doc`, `begun_at`, `updated_at`)
SELECT doc ->> '$.id', doc ->> '$.procedure',
  CASE WHEN nth = min(nth) OVER (PARTITION BY open_key) THEN open_key END,
  doc ->> '$.town', doc ->> '$.period', doc ->> '$.state', doc ->> '$.state' = 'proposed', doc ->> '$.revision', NULL, doc, begun, last
FROM moved;
--> statement-breakpoint
INSERT INTO `record_revision` (`record`, `revision`, `at`, `by`, `step`, `doc`)
SELECT id, revision, updated_at, doc ->> '$.log[#-1].by', doc ->> '$.log[#-1].step', doc FROM `record` WHERE `procedure` = 'misreport';
--> statement-breakpoint
DROP TABLE `misreport`;
