CREATE TABLE `picture` (
	`app` text NOT NULL,
	`sha256` text NOT NULL,
	`image_key` text,
	`refused` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`app`, `sha256`)
);
