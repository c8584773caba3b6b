/**
 * The unrequested messages of the third quarter, from its opening to the ranking: day and hour, reason,
 * number. Computed by hand: 13 towns with an official and a deputy each, 13 counties with one reviewer (Linxian two),
 * three members of the office and no group of theirs; National Day until the 7th, the 10th is a working Saturday, due on
 * the 15th, locked ten working days later at the end of the 29th. The counties review nothing before the 23rd, and
 * Shuangchi never reports.
 */
export const THIRD_QUARTER: string[] = [
  // Whoever is asked first in each town, and each of the office.
  "10-08 09:00 open 13",
  "10-08 09:00 progress 3",
  // The month's digest stands for the week's. Only the leading group: no county has news.
  "10-08 09:10 digest 1",
  "10-10 11:00 review 1",
  "10-10 13:00 review 1",
  // Two towns reported on Sunday, one at 09:00.
  "10-12 09:00 review 3",
  "10-12 09:10 digest 1",
  "10-12 11:00 review 1",
  "10-12 13:00 review 1",
  "10-13 09:00 review 1",
  // The fourth working day after the opening, two before the due day: the officials of five towns.
  "10-13 09:05 chase 5",
  "10-13 11:00 review 1",
  "10-13 13:00 review 1",
  // The due day: three towns, and the four counties that have had their report for more than three working days.
  "10-15 09:05 chase 7",
  // One day overdue: officials and deputies of three towns, and seven counties (eight reviewers).
  "10-16 09:05 chase 14",
  // One day overdue for the three counties that got theirs on the 13th.
  "10-19 09:05 chase 3",
  // The leading group, and the three counties with a late town.
  "10-19 09:10 digest 4",
  "10-19 10:00 review 1",
  // Three days overdue: Kaishan's reviewer, Shuangchi's reviewer and head; the office for the counties'
  // reviews.
  "10-20 09:05 chase 6",
  "10-21 09:05 chase 3",
  // Five days overdue: two towns and seven counties, for Linxian to its group; the others have none, and hear it each.
  "10-22 09:05 chase 8",
  "10-22 09:05 overdue 1",
  // The three counties that got theirs on the 13th; and the review of Xinyi, which reported late on the 19th, is one day
  // overdue.
  "10-23 09:05 chase 4",
  // Four towns get their report returned and submit it again; Kaishan reports.
  "10-23 10:00 returned 4",
  "10-23 10:00 review 5",
  // Seven days overdue: only Shuangchi, to the leading group. No county has news.
  "10-26 09:05 overdue 1",
  "10-26 09:10 digest 1",
  // Locked: Shuangchi's official and deputy and the office. Towns that cannot be ranked any more are no longer
  // reminded.
  "10-30 09:00 locked 5",
  "10-30 16:00 provisional 13",
  // The month's digest waits from the 2nd for the ranking, and the week's is part of it. Towns may object until 18:00 on
  // the second working day, the 3rd. Three groups; the towns' own cards become final without a new message.
  "11-04 10:00 ranking 3",
  // The quarterly digest, which stands for both: the leading group and 13 counties.
  "11-05 09:10 digest 14",
];
