CREATE TABLE `not_understood` (
	`day` text NOT NULL,
	`role` text NOT NULL,
	`words` text NOT NULL,
	`times` integer NOT NULL,
	PRIMARY KEY(`day`, `role`, `words`)
);
--> statement-breakpoint
CREATE TABLE `thread_topic` (
	`thread` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `thread_topic_at` ON `thread_topic` (`at`);