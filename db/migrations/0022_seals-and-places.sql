ALTER TABLE `audit` ADD `made` text;--> statement-breakpoint
CREATE TABLE `photo_place` (
	`id` text PRIMARY KEY NOT NULL,
	`lat` real NOT NULL,
	`lng` real NOT NULL
);
--> statement-breakpoint
INSERT INTO `photo_place` SELECT `id`, json_extract(`photo`, '$.place.lat'), json_extract(`photo`, '$.place.lng')
  FROM `evidence` WHERE json_extract(`photo`, '$.place.lat') IS NOT NULL AND json_extract(`photo`, '$.place.lng') IS NOT NULL;--> statement-breakpoint
UPDATE `evidence` SET `photo` = json_remove(`photo`, '$.place') WHERE `photo` IS NOT NULL;
