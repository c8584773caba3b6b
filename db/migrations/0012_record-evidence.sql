CREATE TABLE `record_evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`record` text NOT NULL,
	`message_id` text NOT NULL,
	`file_key` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`url` text,
	`sha256` text,
	`size` integer,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`record`) REFERENCES `record`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `record_evidence_record` ON `record_evidence` (`record`);