-- A year's appraisals stood in its plans, and who entered them in the audit log: one record a year holds both.
WITH entered AS (
  SELECT year, json_group_object(town, doc ->> '$.appraisal') AS scores
  FROM year_plan WHERE doc ->> '$.appraisal' IS NOT NULL GROUP BY year
), steps AS (
  SELECT a.seq, a.subject AS year, a.at, a.actor, a.detail, coalesce(p.name, '') AS name,
    row_number() OVER (PARTITION BY a.subject ORDER BY a.seq) AS nth
  FROM audit a LEFT JOIN person p ON p.open_id = a.actor
  WHERE a.kind = 'year.appraise'
), logged AS (
  SELECT year, min(at) AS begun, max(at) AS last, max(nth) AS revision,
    json_group_array(json_object(
      'step', CASE nth WHEN 1 THEN 'enter' ELSE 'change' END, 'from', CASE nth WHEN 1 THEN '' ELSE 'entered' END,
      'to', 'entered', 'by', actor, 'name', name, 'post', 'city_office ', 'at', at,
      'values', json_object('appraisal', json(detail)))) AS log
  FROM (SELECT * FROM steps ORDER BY seq)
  GROUP BY year
), moved AS (
  SELECT e.year, e.scores, coalesce(l.begun, 0) AS begun, coalesce(l.last, 0) AS last, coalesce(l.revision, 1) AS revision,
    coalesce(l.log, json_array(json_object('step', 'enter', 'from', '', 'to', 'entered', 'by', '', 'name', '',
      'post', 'city_office ', 'at', 0, 'values', json_object('appraisal', json(e.scores))))) AS log
  FROM entered e LEFT JOIN logged l ON l.year = CAST(e.year AS TEXT)
)
INSERT INTO `record` (`id`, `procedure`, `open_key`, `town`, `period`, `state`, `open`, `revision`, `due`, `doc`, `begun_at`, `updated_at`)
SELECT 'appraisal-' || year, 'appraisal', 'appraisal ' || year, '', '', 'entered', 0, revision, NULL,
  json_object('id', 'appraisal-' || year, 'procedure', 'appraisal', 'town', '', 'period', '', 'ref', CAST(year AS TEXT),
    'state', 'entered', 'revision', revision, 'data', json_object('appraisal', json(scores)), 'due', NULL, 'log', json(log)),
  begun, last
FROM moved;
--> statement-breakpoint
INSERT INTO `record_revision` (`record`, `revision`, `at`, `by`, `step`, `doc`)
SELECT id, revision, updated_at, doc ->> '$.log[#-1].by', doc ->> '$.log[#-1].step', doc FROM `record` WHERE `procedure` = 'appraisal';
--> statement-breakpoint
UPDATE `year_plan` SET `doc` = json_remove(`doc`, '$.appraisal') WHERE `doc` ->> '$.appraisal' IS NOT NULL;
