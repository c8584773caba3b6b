CREATE TABLE `received` (
	`id` text PRIMARY KEY NOT NULL,
	`event` text NOT NULL,
	`tries` integer NOT NULL,
	`try_at` integer NOT NULL
);
