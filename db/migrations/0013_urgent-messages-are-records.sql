-- One that waits or runs holds the key of its words and towns; of two such, the first.
WITH moved AS (
  SELECT rowid AS nth, proposed_at AS begun,
    CASE status WHEN 'proposed' THEN proposed_at WHEN 'expired' THEN expires_at WHEN 'over' THEN expires_at ELSE decided_at END AS last,
    CASE WHEN status IN ('proposed', 'sent') THEN 'urgent ' || named || ' ' || words END AS open_key,
    json_object(
      'id', id, 'procedure', 'urgent', 'town', '', 'period', '', 'ref', '', 'state', status,
      'revision', CASE status WHEN 'proposed' THEN 1 WHEN 'over' THEN 3 ELSE 2 END,
      'data', json(CASE
        WHEN status IN ('sent', 'over') THEN json_set(filled, '$.sendTo', json(towns))
        WHEN status = 'refused' THEN json_set(filled, '$.why', why)
        ELSE json(filled) END),
      'due', NULL,
      'log', json(CASE status
        WHEN 'proposed' THEN json_array(json(proposed))
        WHEN 'expired' THEN json_array(json(proposed), json(expired))
        WHEN 'over' THEN json_array(json(proposed), json(decided), json(ended))
        ELSE json_array(json(proposed), json(decided)) END)
    ) AS doc
  FROM (
    SELECT *,
      json_object('step', 'propose', 'from', '', 'to', 'proposed', 'by', proposed_by, 'name', proposer,
        'post', 'city_office ', 'at', proposed_at, 'values', json(filled)) AS proposed,
      json_object(
        'step', CASE status WHEN 'refused' THEN 'refuse' WHEN 'withdrawn' THEN 'withdraw' ELSE 'approve' END,
        'from', 'proposed',
        'to', CASE status WHEN 'refused' THEN 'refused' WHEN 'withdrawn' THEN 'withdrawn' ELSE 'sent' END,
        'by', CASE status WHEN 'withdrawn' THEN proposed_by ELSE approver END,
        'name', CASE status WHEN 'withdrawn' THEN proposer ELSE approves END,
        'post', CASE status WHEN 'withdrawn' THEN 'city_office ' ELSE approver_post END,
        'at', decided_at,
        'values', json(CASE status WHEN 'refused' THEN json_object('why', why) ELSE '{}' END)) AS decided,
      json_object('step', 'expire', 'from', 'proposed', 'to', 'expired', 'by', '', 'name', '', 'post', '',
        'at', expires_at, 'values', json('{}')) AS expired,
      json_object('step', 'end', 'from', 'sent', 'to', 'over', 'by', '', 'name', '', 'post', '',
        'at', expires_at, 'values', json('{}')) AS ended
    FROM (
      SELECT u.*, u.rowid, coalesce(p.name, '') AS proposer, coalesce(a.name, '') AS approves,
        coalesce(a.role || ' ' || a.area, '') AS approver_post,
        (SELECT group_concat(value, ',') FROM json_each(u.towns)) AS named,
        -- Why one was refused is in the audit log alone.
        coalesce((SELECT l.detail ->> '$.reason' FROM audit l WHERE l.kind = 'urgent.refuse' AND l.subject = u.id
          ORDER BY l.seq DESC LIMIT 1), '') AS why,
        json_object('towns', json(u.towns), 'to', json(u.towns), 'words', u.words, 'reason', u.reason,
          'approver', u.approver, 'until', CAST(u.expires_at AS TEXT),
          'approvers', json_array(json_object('id', u.approver, 'name', coalesce(a.name, ''), 'nameEn', coalesce(a.name, ''))),
          'ends', json_array(json_object('id', CAST(u.expires_at AS TEXT),
            'name', CAST(strftime('%m', u.expires_at / 1000 + 28800, 'unixepoch') AS INTEGER) || '月'
              || CAST(strftime('%d', u.expires_at / 1000 + 28800, 'unixepoch') AS INTEGER) || '日 '
              || strftime('%H:%M', u.expires_at / 1000 + 28800, 'unixepoch'),
            'nameEn', CAST(strftime('%d', u.expires_at / 1000 + 28800, 'unixepoch') AS INTEGER) || ' '
              || substr('JanFebMarAprMayJunJulAugSepOctNovDec', 3 * strftime('%m', u.expires_at / 1000 + 28800, 'unixepoch') - 2, 3)
              || ' ' || strftime('%H:%M', u.expires_at / 1000 + 28800, 'unixepoch')))) AS filled
      FROM urgent_request u
      LEFT JOIN person p ON p.open_id = u.proposed_by
      LEFT JOIN person a ON a.open_id = u.approver
    )
  )
)
INSERT INTO `record` (`id`, `procedure`, `open_key`, `town`, `period`, `state`, `open`, `revision`, `due`, `doc`, `begun_at`, `updated_at`)
SELECT doc ->> '$.id', doc ->> '$.procedure',
  CASE WHEN nth = min(nth) OVER (PARTITION BY open_key) THEN open_key END,
  '', '', doc ->> '$.state', doc ->> '$.state' IN ('proposed', 'sent'), doc ->> '$.revision', NULL, doc, begun, last
FROM moved;
--> statement-breakpoint
INSERT INTO `record_revision` (`record`, `revision`, `at`, `by`, `step`, `doc`)
SELECT id, revision, updated_at, doc ->> '$.log[#-1].by', doc ->> '$.log[#-1].step', doc FROM `record` WHERE `procedure` = 'urgent';
--> statement-breakpoint
UPDATE `card_shows` SET `subject` = 'record ' || substr(`subject`, 8) WHERE `subject` LIKE 'urgent %' AND `subject` NOT LIKE 'urgent %/%' AND `subject` <> 'urgent messages';
--> statement-breakpoint
DELETE FROM `card_shows` WHERE `subject` = 'urgent messages';
--> statement-breakpoint
UPDATE `card_message` SET `kind` = 'record', `subject` = substr(`subject`, 8) WHERE `kind` = 'urgent';
--> statement-breakpoint
UPDATE `card_message` SET `kind` = 'record_new' WHERE `kind` IN ('ask', 'urgent_form');
--> statement-breakpoint
UPDATE `outbox` SET `card_kind` = 'record', `subject` = substr(`subject`, 8) WHERE `card_kind` = 'urgent';
--> statement-breakpoint
DROP TABLE `urgent_request`;
