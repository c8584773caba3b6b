WITH moved AS (
  SELECT rowid AS nth, proposed_at AS begun, coalesce(decided_at, proposed_at) AS last,
    CASE WHEN adopted IS NULL THEN 'weights ' || pack END AS open_key,
    json_object(
      'id', id, 'procedure', 'weights', 'town', '', 'period', period, 'ref', '',
      'state', CASE WHEN adopted IS NULL THEN 'proposed' WHEN adopted THEN 'adopted' ELSE 'dropped' END,
      'revision', CASE WHEN adopted IS NULL THEN 1 ELSE 2 END,
      'data', json(filled),
      'due', NULL,
      'log', json(CASE WHEN adopted IS NULL THEN json_array(json(proposed)) ELSE json_array(json(proposed), json(decided)) END)
    ) AS doc
  FROM (
    SELECT *, json_object('step', 'propose', 'from', '', 'to', 'proposed', 'by', proposed_by,
        'name', proposer, 'post', 'city_office ', 'at', proposed_at,
        'values', json_object('version', id, 'pack', pack, 'changes', json(changes))) AS proposed,
      json_object(
        'step', CASE WHEN adopted THEN 'adopt' WHEN decided_by = proposed_by THEN 'withdraw' ELSE 'drop' END,
        'from', 'proposed', 'to', CASE WHEN adopted THEN 'adopted' ELSE 'dropped' END, 'by', decided_by,
        'name', decider, 'post', 'city_office ', 'at', decided_at, 'values', json('{}')) AS decided
    FROM (
      SELECT *, json_object('version', id, 'pack', pack, 'scheme', json(scheme), 'changes', json(changes),
        'rows', json('[]')) AS filled
      FROM (
        SELECT v.*, v.rowid, coalesce(p.name, '') AS proposer, coalesce(d.name, '') AS decider,
          -- Which weights were changed stands in the audit log alone.
          coalesce((SELECT a.detail -> '$.changes' FROM audit a
            WHERE a.kind = 'scheme.propose' AND a.subject = v.id ORDER BY a.seq DESC LIMIT 1), '[]') AS changes
        FROM scheme_version v
        LEFT JOIN person p ON p.open_id = v.proposed_by
        LEFT JOIN person d ON d.open_id = v.decided_by
      )
    )
  )
)
INSERT INTO `record` (`id`, `procedure`, `open_key`, `town`, `period`, `state`, `open`, `revision`, `due`, `doc`, `begun_at`, `updated_at`)
SELECT doc ->> '$.id', doc ->> '$.procedure',
  CASE WHEN nth = min(nth) OVER (PARTITION BY open_key) THEN open_key END,
  '', doc ->> '$.period', doc ->> '$.state', doc ->> '$.state' = 'proposed', doc ->> '$.revision', NULL, doc, begun, last
FROM moved;
--> statement-breakpoint
INSERT INTO `record_revision` (`record`, `revision`, `at`, `by`, `step`, `doc`)
SELECT id, revision, updated_at, doc ->> '$.log[#-1].by', doc ->> '$.log[#-1].step', doc FROM `record` WHERE `procedure` = 'weights';
--> statement-breakpoint
DROP TABLE `scheme_version`;
