-- A task's log and revisions become the record's history: revision n is what entry n made of it. A year task's key is held
-- by the first of its name, a 督办 item's by itself.
WITH entries AS (
  SELECT t.id, e.key AS nth, e.value AS said, r.doc AS after, p.doc ->> '$.status' AS came_from, r.doc ->> '$.status' AS came_to,
    CASE t.to_kind WHEN 'town' THEN 'town_official ' WHEN 'county' THEN 'county_reviewer ' ELSE 'department ' END || t.to_slug AS addressee,
    'department ' || (p.doc ->> '$.blocked.department') AS department,
    coalesce(w.role || ' ' || w.area, '') AS holder,
    CASE e.value ->> '$.kind'
      WHEN 'propose' THEN CASE WHEN e.key > 0 THEN 'amend' WHEN r.doc ->> '$.status' = 'open' THEN 'issue' ELSE 'propose' END
      WHEN 'withdraw' THEN CASE WHEN p.doc ->> '$.status' = 'proposed' THEN 'take_back' ELSE 'withdraw' END
      WHEN 'unblock' THEN CASE WHEN w.role = 'department' AND t.to_kind <> 'department' THEN 'clear' ELSE 'unblock' END
      ELSE e.value ->> '$.kind' END AS step
  FROM task t, json_each(t.doc, '$.log') e
  JOIN task_revision r ON r.task = t.id AND r.revision = e.key + 1
  LEFT JOIN task_revision p ON p.task = t.id AND p.revision = e.key
  LEFT JOIN person w ON w.open_id = e.value ->> '$.by'
), drafts AS (
  SELECT d.id, d.revision, json_object(
      'to', d.doc ->> '$.to.kind' || '.' || (d.doc ->> '$.to.slug'),
      'town', CASE d.doc ->> '$.to.kind' WHEN 'town' THEN d.doc ->> '$.to.slug' ELSE '' END,
      'area', coalesce(d.doc ->> '$.area', ''), 'item', d.doc ->> '$.item', 'title', d.doc ->> '$.title',
      'owner', d.doc ->> '$.ownerPost', 'weight', d.doc -> '$.weight', 'start', d.doc ->> '$.start', 'due', d.doc ->> '$.due',
      'year', CAST(d.doc ->> '$.year' AS TEXT), 'milestones', d.doc -> '$.steps',
      'steps', coalesce((SELECT group_concat((s.value ->> '$.name') || ':' || (s.value ->> '$.due') || ':' || (s.value ->> '$.share'), '；')
        FROM json_each(d.doc, '$.steps') s), ''),
      'evidence_needed', d.doc ->> '$.evidenceNeeded', 'origin', coalesce(d.doc ->> '$.origin.kind', ''), 'percent', 0) AS draft
  FROM (SELECT task AS id, revision, doc FROM task_revision) d
), logs AS (
  SELECT id, json_group_array(json(entry)) AS log FROM (
    SELECT x.id, json_object('step', x.step, 'from', coalesce(x.came_from, ''), 'to', x.came_to,
        'by', x.said ->> '$.by', 'name', coalesce(x.said ->> '$.name', ''), 'at', x.said -> '$.at',
        'post', CASE WHEN x.step IN ('sign', 'progress', 'show', 'request_extension', 'ask_close', 'block') THEN x.addressee
          WHEN x.step IN ('accept_block', 'decline_block', 'clear') THEN x.department ELSE x.holder END,
        'values', json(CASE
          WHEN x.step IN ('propose', 'amend', 'issue') THEN d.draft
          WHEN x.step = 'progress' THEN json_object('percent', x.said -> '$.percent', 'words', x.said ->> '$.words')
          WHEN x.step IN ('show', 'ask_close') THEN json_object('words', x.said ->> '$.words')
          WHEN x.step = 'request_extension' THEN json_object('until', x.said ->> '$.due', 'reason', x.said ->> '$.words')
          WHEN x.step = 'grant_extension' THEN json_object('due', x.said ->> '$.due', 'milestones', x.after -> '$.steps')
          WHEN x.step = 'reopen' THEN json_object('due', x.after ->> '$.due', 'reason', x.said ->> '$.words')
          WHEN x.step = 'block' THEN json_object('department', 'department.' || (x.after ->> '$.blocked.department'), 'reason', x.said ->> '$.words')
          WHEN x.step IN ('refuse', 'take_back', 'withdraw', 'refuse_extension', 'refuse_close', 'decline_block') THEN json_object('reason', x.said ->> '$.words')
          ELSE json_object() END)) AS entry
    FROM entries x JOIN drafts d ON d.id = x.id AND d.revision = x.nth + 1
    ORDER BY x.id, x.nth
  ) GROUP BY id
), moved AS (
  SELECT t.rowid AS nth, t.status, t.revision,
    CASE t.kind WHEN 'plan' THEN 'year_task ' || json_array(d.draft ->> '$.to', d.draft ->> '$.area', d.draft ->> '$.item', d.draft ->> '$.title', d.draft ->> '$.year')
      ELSE 'supervision ' || t.id END AS open_key,
    json_object(
      'id', t.id, 'procedure', CASE t.kind WHEN 'plan' THEN 'year_task' ELSE 'supervision' END,
      'town', d.draft ->> '$.town', 'period', '', 'ref', coalesce(t.doc ->> '$.origin.ref', ''),
      'state', t.status, 'revision', t.revision,
      'data', json(json_set(d.draft, '$.percent', t.doc -> '$.percent',
        '$.until', coalesce(t.doc ->> '$.extension.to', ''),
        '$.department', coalesce('department.' || (t.doc ->> '$.blocked.department'), ''))),
      'due', CASE t.status WHEN 'open' THEN t.due END,
      'log', json(l.log)) AS doc
  FROM task t JOIN logs l ON l.id = t.id JOIN drafts d ON d.id = t.id AND d.revision = t.revision
)
INSERT INTO `record` (`id`, `procedure`, `open_key`, `town`, `period`, `state`, `open`, `revision`, `due`, `doc`, `begun_at`, `updated_at`)
SELECT doc ->> '$.id', doc ->> '$.procedure',
  CASE WHEN nth = min(nth) OVER (PARTITION BY open_key) THEN open_key END,
  doc ->> '$.town', '', status, status IN ('proposed', 'open', 'closing'), revision, doc ->> '$.due', doc,
  doc ->> '$.log[0].at', doc ->> '$.log[#-1].at'
FROM moved;
--> statement-breakpoint
INSERT INTO `record_revision` (`record`, `revision`, `at`, `by`, `step`, `doc`)
SELECT id, revision, updated_at, doc ->> '$.log[#-1].by', doc ->> '$.log[#-1].step', doc FROM `record` WHERE `procedure` IN ('year_task', 'supervision');
--> statement-breakpoint
INSERT INTO `record_evidence` (`id`, `record`, `message_id`, `file_key`, `kind`, `name`, `url`, `sha256`, `size`, `by`, `at`)
SELECT `id`, `task`, `message_id`, `file_key`, `kind`, `name`, `url`, `sha256`, `size`, `by`, `at` FROM `task_evidence`;
--> statement-breakpoint
UPDATE `card_shows` SET `subject` = 'record ' || substr(`subject`, 6) WHERE `subject` LIKE 'task %';
--> statement-breakpoint
DELETE FROM `card_shows` WHERE `subject` LIKE 'proposals %';
--> statement-breakpoint
UPDATE `card_message` SET `kind` = CASE `kind` WHEN 'task' THEN 'record' WHEN 'task_new' THEN 'record_new' ELSE 'record_list' END,
  `subject` = CASE `kind` WHEN 'task' THEN `subject` WHEN 'task_new' THEN '' ELSE 'mine' END
WHERE `kind` IN ('task', 'task_new', 'task_list', 'task_proposals');
--> statement-breakpoint
UPDATE `outbox` SET `card_kind` = CASE `card_kind` WHEN 'task' THEN 'record' WHEN 'task_new' THEN 'record_new' ELSE 'record_list' END
WHERE `card_kind` IN ('task', 'task_new', 'task_list');
--> statement-breakpoint
UPDATE `chase_step` SET `item` = 'record ' || substr(`item`, 6) || ' open' WHERE `item` LIKE 'task %';
--> statement-breakpoint
UPDATE `chase_step` SET `item` = 'record ' || substr(`item`, 10) || ' ' ||
  (SELECT CASE `state` WHEN 'open' THEN 'extension' ELSE `state` END FROM `record` WHERE `id` = substr(`item`, 10)) WHERE `item` LIKE 'decision %';
--> statement-breakpoint
DROP TABLE `task_evidence`;
--> statement-breakpoint
DROP TABLE `task_revision`;
--> statement-breakpoint
DROP TABLE `task`;
