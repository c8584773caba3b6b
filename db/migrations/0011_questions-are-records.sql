-- A question that waits holds its key; of two that wait about one row, the first.
WITH moved AS (
  SELECT rowid AS nth, asked_at AS begun, coalesce(answered_at, asked_at) AS last,
    CASE WHEN answer IS NULL THEN 'question ' || town || ' ' || about END AS open_key,
    json_object(
      'id', id, 'procedure', 'question', 'town', town, 'period', '', 'ref', about,
      'state', CASE WHEN answer IS NULL THEN 'asked' ELSE 'answered' END,
      'revision', CASE WHEN answer IS NULL THEN 1 ELSE 2 END,
      'data', json(CASE WHEN answer IS NULL THEN json(filled) ELSE json_set(filled, '$.answer', answer) END),
      'due', NULL,
      'log', json(CASE WHEN answer IS NULL THEN json_array(json(asked)) ELSE json_array(json(asked), json(answered)) END)
    ) AS doc
  FROM (
    SELECT *,
      json_object('step', 'ask', 'from', '', 'to', 'asked', 'by', asked_by, 'name', asker, 'post', asker_post,
        'at', asked_at, 'values', json(filled)) AS asked,
      json_object('step', 'answer', 'from', 'asked', 'to', 'answered', 'by', answered_by, 'name', answerer,
        'post', 'town_official ' || town, 'at', answered_at, 'values', json_object('answer', answer)) AS answered
    FROM (
      SELECT q.*, q.rowid, coalesce(a.name, '') AS asker, coalesce(a.role || ' ' || a.area, '') AS asker_post,
        coalesce(t.name, '') AS answerer,
        json_object('question', q.text, 'title', coalesce(k.doc ->> '$.title', ''), 'said', '', 'officials', 1) AS filled
      FROM tracked_question q
      LEFT JOIN person a ON a.open_id = q.asked_by
      LEFT JOIN person t ON t.open_id = q.answered_by
      LEFT JOIN task k ON q.about = k.id OR q.about LIKE k.id || '/%'
    )
  )
)
INSERT INTO `record` (`id`, `procedure`, `open_key`, `town`, `period`, `state`, `open`, `revision`, `due`, `doc`, `begun_at`, `updated_at`)
SELECT doc ->> '$.id', doc ->> '$.procedure',
  CASE WHEN nth = min(nth) OVER (PARTITION BY open_key) THEN open_key END,
  doc ->> '$.town', '', doc ->> '$.state', doc ->> '$.state' = 'asked', doc ->> '$.revision', NULL, doc, begun, last
FROM moved;
--> statement-breakpoint
INSERT INTO `record_revision` (`record`, `revision`, `at`, `by`, `step`, `doc`)
SELECT id, revision, updated_at, doc ->> '$.log[#-1].by', doc ->> '$.log[#-1].step', doc FROM `record` WHERE `procedure` = 'question';
--> statement-breakpoint
UPDATE `card_shows` SET `subject` = 'record ' || substr(`subject`, 10) WHERE `subject` LIKE 'question %';
--> statement-breakpoint
UPDATE `card_message` SET `kind` = 'record' WHERE `kind` IN ('question', 'asked');
--> statement-breakpoint
UPDATE `outbox` SET `card_kind` = 'record' WHERE `card_kind` IN ('question', 'asked');
--> statement-breakpoint
UPDATE `chase_step` SET `item` = 'record ' || substr(`item`, 10) || ' asked' WHERE `item` LIKE 'question %';
--> statement-breakpoint
DROP TABLE `tracked_question`;
