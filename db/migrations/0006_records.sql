CREATE TABLE `record` (
	`id` text PRIMARY KEY NOT NULL,
	`procedure` text NOT NULL,
	`open_key` text,
	`town` text NOT NULL,
	`period` text NOT NULL,
	`state` text NOT NULL,
	`open` integer NOT NULL,
	`revision` integer NOT NULL,
	`due` text,
	`doc` text NOT NULL,
	`begun_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `record_open_key_unique` ON `record` (`open_key`);--> statement-breakpoint
CREATE INDEX `record_procedure` ON `record` (`procedure`,`period`);--> statement-breakpoint
CREATE INDEX `record_town` ON `record` (`town`);--> statement-breakpoint
CREATE INDEX `record_open` ON `record` (`open`);--> statement-breakpoint
CREATE TABLE `record_revision` (
	`record` text NOT NULL,
	`revision` integer NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`step` text NOT NULL,
	`doc` text NOT NULL,
	PRIMARY KEY(`record`, `revision`),
	FOREIGN KEY (`record`) REFERENCES `record`(`id`) ON UPDATE no action ON DELETE no action
);
