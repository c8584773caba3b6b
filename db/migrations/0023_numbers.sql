ALTER TABLE `record` ADD `number_key` text;--> statement-breakpoint
CREATE UNIQUE INDEX `record_number_key_unique` ON `record` (`number_key`);