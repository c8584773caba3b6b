CREATE TABLE `card_shows` (
	`subject` text NOT NULL,
	`message_id` text NOT NULL,
	PRIMARY KEY(`subject`, `message_id`)
);
--> statement-breakpoint
CREATE INDEX `card_shows_message` ON `card_shows` (`message_id`);--> statement-breakpoint
CREATE TABLE `clock_seen` (
	`what` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `card_message` ADD `shown_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `card_message` ADD `shown` text;--> statement-breakpoint
CREATE INDEX `card_reader` ON `card_message` (`open_id`,`subject`);
--> statement-breakpoint
UPDATE `card_message` SET `shown_at` = `at`;--> statement-breakpoint
INSERT INTO `card_shows` SELECT 'report ' || `subject`, `message_id` FROM `card_message` WHERE `kind` IN ('report', 'review') AND `open_id` <> '';--> statement-breakpoint
INSERT INTO `card_shows` SELECT 'quarter ' || substr(`subject`, 1, 6), `message_id` FROM `card_message` WHERE `kind` IN ('report', 'review', 'provisional', 'line') AND `open_id` <> '';--> statement-breakpoint
INSERT INTO `card_shows` SELECT `subject`, `message_id` FROM `card_message` WHERE `kind` IN ('progress', 'task_proposals', 'urgent', 'urgent_news') AND `open_id` <> '';--> statement-breakpoint
INSERT INTO `card_shows` SELECT 'quarter ' || substr(`subject`, 10, 6), `message_id` FROM `card_message` WHERE `kind` = 'progress' AND `open_id` <> '';--> statement-breakpoint
INSERT INTO `card_shows` SELECT 'task ' || `subject`, `message_id` FROM `card_message` WHERE `kind` = 'task' AND `open_id` <> '';--> statement-breakpoint
INSERT INTO `card_shows` SELECT 'question ' || `subject`, `message_id` FROM `card_message` WHERE `kind` IN ('question', 'asked') AND `open_id` <> '';--> statement-breakpoint
INSERT INTO `card_shows` SELECT `kind` || ' ' || `subject`, `message_id` FROM `card_message` WHERE `kind` IN ('record') AND `open_id` <> '';--> statement-breakpoint
INSERT INTO `card_shows` SELECT 'day', `message_id` FROM `card_message` WHERE `kind` IN ('task', 'question', 'asked', 'record') AND `open_id` <> '';
--> statement-breakpoint
UPDATE `outbox` SET `content` = '' WHERE `kind` = 'update' AND `status` = 'pending';
