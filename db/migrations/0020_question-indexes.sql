DROP INDEX `report_period`;--> statement-breakpoint
CREATE INDEX `report_status` ON `report` (`period`,`status`,`town`);--> statement-breakpoint
CREATE INDEX `person_post` ON `person` (`role`,`area`);