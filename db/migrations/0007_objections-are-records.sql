-- One objection per town and indicator holds the key; where two were stored at once, the first.
WITH moved AS (
  SELECT rowid AS nth, at AS begun, coalesce(answered_at, at) AS last,
    'objection ' || period || '/' || town || ' ' || indicator AS open_key,
    json_object(
      'id', id, 'procedure', 'objection', 'town', town, 'period', period, 'ref', '',
      'state', CASE WHEN answer IS NULL THEN 'waiting' WHEN accepted THEN 'accepted' ELSE 'rejected' END,
      'revision', CASE WHEN answer IS NULL THEN 1 ELSE 2 END,
      'data', json_patch(
        json_object('indicator', indicator, 'text', text),
        CASE WHEN answer IS NULL THEN '{}' ELSE json_object('answer', answer) END),
      'due', NULL,
      'log', json(CASE WHEN answer IS NULL THEN json_array(json(raised)) ELSE json_array(json(raised), json(answered)) END)
    ) AS doc
  FROM (
    SELECT o.*, o.rowid,
      json_object('step', 'raise', 'from', '', 'to', 'waiting', 'by', o.by, 'name', coalesce(r.name, ''),
        'post', 'town_official ' || o.town, 'at', o.at,
        'values', json_object('indicator', o.indicator, 'text', o.text)) AS raised,
      json_object('step', CASE WHEN o.accepted THEN 'accept' ELSE 'reject' END, 'from', 'waiting',
        'to', CASE WHEN o.accepted THEN 'accepted' ELSE 'rejected' END, 'by', o.answered_by,
        'name', coalesce(a.name, ''), 'post', 'city_office ', 'at', o.answered_at,
        'values', json_object('answer', o.answer)) AS answered
    FROM objection o
    LEFT JOIN person r ON r.open_id = o.by
    LEFT JOIN person a ON a.open_id = o.answered_by
  )
)
INSERT INTO `record` (`id`, `procedure`, `open_key`, `town`, `period`, `state`, `open`, `revision`, `due`, `doc`, `begun_at`, `updated_at`)
SELECT doc ->> '$.id', doc ->> '$.procedure',
  CASE WHEN nth = min(nth) OVER (PARTITION BY open_key) THEN open_key END,
  doc ->> '$.town', doc ->> '$.period', doc ->> '$.state', doc ->> '$.state' = 'waiting', doc ->> '$.revision', NULL, doc, begun, last
FROM moved;
--> statement-breakpoint
INSERT INTO `record_revision` (`record`, `revision`, `at`, `by`, `step`, `doc`)
SELECT id, revision, updated_at, doc ->> '$.log[#-1].by', doc ->> '$.log[#-1].step', doc FROM `record` WHERE `procedure` = 'objection';
--> statement-breakpoint
DROP TABLE `objection`;
