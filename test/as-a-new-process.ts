import { setNoticeYears } from "../src/domain/calendar/working-days.ts";

// One process serves many test files. What a server holds in the memory of its process, the confirmed years of the
// calendar, is put back before each file as it is when a process starts, whichever file was served before.
setNoticeYears([]);
