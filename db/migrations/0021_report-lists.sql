ALTER TABLE `report` ADD `alike` text;--> statement-breakpoint
ALTER TABLE `report` ADD `brief` text;--> statement-breakpoint
CREATE INDEX `report_alike` ON `report` (`period`,`alike`);