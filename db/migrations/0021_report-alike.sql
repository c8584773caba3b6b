ALTER TABLE `report` ADD `alike` text;--> statement-breakpoint
CREATE INDEX `report_alike` ON `report` (`period`,`alike`);