ALTER TABLE `person` ADD `deputy` integer DEFAULT false NOT NULL;--> statement-breakpoint
-- Of the holders of a post whoever was entered first is asked first, as in the file they came from.
UPDATE `person` SET `deputy` = 1 WHERE EXISTS (
  SELECT 1 FROM `person` p WHERE p.`role` = `person`.`role` AND p.`area` = `person`.`area` AND p.rowid < `person`.rowid);
