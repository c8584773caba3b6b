CREATE TABLE `chase_step` (
	`item` text NOT NULL,
	`since` text NOT NULL,
	`step` integer NOT NULL,
	`at` integer NOT NULL,
	`outbox` text NOT NULL,
	PRIMARY KEY(`item`, `since`, `step`)
);
--> statement-breakpoint
CREATE TABLE `digest` (
	`kind` text NOT NULL,
	`period` text NOT NULL,
	`audience` text NOT NULL,
	`at` integer NOT NULL,
	`facts` text NOT NULL,
	PRIMARY KEY(`kind`, `period`, `audience`)
);
--> statement-breakpoint
CREATE TABLE `job_run` (
	`job` text NOT NULL,
	`period` text NOT NULL,
	`due_at` integer NOT NULL,
	`at` integer NOT NULL,
	`status` text NOT NULL,
	PRIMARY KEY(`job`, `period`)
);
--> statement-breakpoint
CREATE TABLE `task` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`year` integer NOT NULL,
	`to_kind` text NOT NULL,
	`to_slug` text NOT NULL,
	`due` text NOT NULL,
	`status` text NOT NULL,
	`revision` integer NOT NULL,
	`doc` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `task_to` ON `task` (`to_kind`,`to_slug`);--> statement-breakpoint
CREATE INDEX `task_status` ON `task` (`status`);--> statement-breakpoint
CREATE TABLE `task_evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`task` text NOT NULL,
	`message_id` text NOT NULL,
	`file_key` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`url` text,
	`sha256` text,
	`size` integer,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`task`) REFERENCES `task`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `task_evidence_task` ON `task_evidence` (`task`);--> statement-breakpoint
CREATE TABLE `task_revision` (
	`task` text NOT NULL,
	`revision` integer NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`doc` text NOT NULL,
	PRIMARY KEY(`task`, `revision`),
	FOREIGN KEY (`task`) REFERENCES `task`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `tracked_question` (
	`id` text PRIMARY KEY NOT NULL,
	`town` text NOT NULL,
	`about` text NOT NULL,
	`text` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`chat` text NOT NULL,
	`answer` text,
	`answered_by` text,
	`answered_at` integer
);
--> statement-breakpoint
CREATE INDEX `tracked_question_town` ON `tracked_question` (`town`);--> statement-breakpoint
CREATE TABLE `urgent_request` (
	`id` text PRIMARY KEY NOT NULL,
	`towns` text NOT NULL,
	`words` text NOT NULL,
	`reason` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`approver` text NOT NULL,
	`expires_at` integer NOT NULL,
	`status` text NOT NULL,
	`decided_at` integer
);
--> statement-breakpoint
ALTER TABLE `outbox` ADD `quiet` integer DEFAULT 0 NOT NULL;