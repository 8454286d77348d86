/** Worked cases of the reply period, each with the count that a clerk can follow: the days by month/day, #n the n-th working day. */

export type ClockCase = {
  readonly title: string;
  readonly receivedOn: string;
  readonly restarts?: readonly string[];
  readonly pauses?: readonly (readonly [string, string])[];
  readonly extension?: number;
  /** Working days that the pauses took out. */
  readonly paused?: number;
  readonly dueOn: string;
  readonly provisional?: true;
  readonly count: string;
};

export const CLOCK_CASES: readonly ClockCase[] = [
  {
    title: 'domain: plain, National Day 2026',
    receivedOn: '2026-09-10',
    dueOn: '2026-10-14',
    count: '09/11 #1, 09/14-09/18 #2-6, 09/20-09/24 #7-11, 09/28-09/30 #12-14, 10/08-10/10 #15-17, 10/12-10/14 #18-20',
  },
  {
    title: 'domain: opinions sought 09-15 to 09-29 take 11 working days',
    receivedOn: '2026-09-10',
    pauses: [['2026-09-15', '2026-09-29']],
    paused: 11,
    dueOn: '2026-10-29',
    count: '09/11 #1, 09/14 #2, 09/30 #3, 10/08-10/10 #4-6, 10/12-10/16 #7-11, 10/19-10/23 #12-16, 10/26-10/29 #17-20',
  },
  {
    title: 'domain: with the whole extension',
    receivedOn: '2026-09-10',
    extension: 20,
    dueOn: '2026-11-11',
    count:
      '09/11 #1, 09/14-09/18 #2-6, 09/20-09/24 #7-11, 09/28-09/30 #12-14, 10/08-10/10 #15-17, 10/12-10/16 #18-22, 10/19-10/23 #23-27, 10/26-10/30 #28-32, 11/02-11/06 #33-37, 11/09-11/11 #38-40',
  },
  {
    title: 'as the posting of 2019-08-01',
    receivedOn: '2019-08-01',
    dueOn: '2019-08-29',
    count: '08/02 #1, 08/05-08/09 #2-6, 08/12-08/16 #7-11, 08/19-08/23 #12-16, 08/26-08/29 #17-20',
  },
  {
    title: 'two make-up Sundays before the May holiday 2019',
    receivedOn: '2019-04-24',
    dueOn: '2019-05-23',
    count: '04/25-04/26 #1-2, 04/28-04/30 #3-5, 05/05-05/10 #6-11, 05/13-05/17 #12-16, 05/20-05/23 #17-20',
  },
  {
    title: 'Spring Festival 2020 as prolonged on 26 January',
    receivedOn: '2020-01-17',
    dueOn: '2020-02-21',
    count: '01/19-01/23 #1-5, 02/03-02/07 #6-10, 02/10-02/14 #11-15, 02/17-02/21 #16-20',
  },
  {
    title: 'Mid-Autumn and National Day 2021, 18 September worked',
    receivedOn: '2021-09-17',
    dueOn: '2021-10-21',
    count: '09/18 #1, 09/22-09/24 #2-4, 09/26-09/30 #5-9, 10/08-10/09 #10-11, 10/11-10/15 #12-16, 10/18-10/21 #17-20',
  },
  {
    title: 'Qingming 2022, Saturday 2 April worked',
    receivedOn: '2022-03-28',
    dueOn: '2022-04-25',
    count: '03/29-04/02 #1-5, 04/06-04/08 #6-8, 04/11-04/15 #9-13, 04/18-04/22 #14-18, 04/24-04/25 #19-20',
  },
  {
    title: 'Spring Festival 2024, its eve worked',
    receivedOn: '2024-01-19',
    dueOn: '2024-02-21',
    count: '01/22-01/26 #1-5, 01/29-02/02 #6-10, 02/04-02/09 #11-16, 02/18-02/21 #17-20',
  },
  {
    title: 'National Day and Mid-Autumn in one leave 2025',
    receivedOn: '2025-09-12',
    dueOn: '2025-10-16',
    count: '09/15-09/19 #1-5, 09/22-09/26 #6-10, 09/28-09/30 #11-13, 10/09-10/11 #14-16, 10/13-10/16 #17-20',
  },
  {
    title: 'ends on Saturday 28 February 2026, which worked',
    receivedOn: '2026-01-26',
    dueOn: '2026-02-28',
    count: '01/27-01/30 #1-4, 02/02-02/06 #5-9, 02/09-02/14 #10-15, 02/24-02/28 #16-20',
  },
  {
    title: 'year end 2019, into the Spring Festival of 2020',
    receivedOn: '2019-12-30',
    dueOn: '2020-02-04',
    count: '12/31 #1, 01/02-01/03 #2-3, 01/06-01/10 #4-8, 01/13-01/17 #9-13, 01/19-01/23 #14-18, 02/03-02/04 #19-20',
  },
  {
    title: 'the last day of 2019',
    receivedOn: '2019-12-31',
    dueOn: '2020-02-05',
    count: '01/02-01/03 #1-2, 01/06-01/10 #3-7, 01/13-01/17 #8-12, 01/19-01/23 #13-17, 02/03-02/05 #18-20',
  },
  {
    title: 'December 2019, New Year off',
    receivedOn: '2019-12-10',
    dueOn: '2020-01-08',
    count:
      '12/11-12/13 #1-3, 12/16-12/20 #4-8, 12/23-12/27 #9-13, 12/30-12/31 #14-15, 01/02-01/03 #16-17, 01/06-01/08 #18-20',
  },
  {
    title: 'year end 2020, New Year bridged',
    receivedOn: '2020-12-15',
    dueOn: '2021-01-13',
    count: '12/16-12/18 #1-3, 12/21-12/25 #4-8, 12/28-12/31 #9-12, 01/04-01/08 #13-17, 01/11-01/13 #18-20',
  },
  {
    title: "New Year's Eve 2021, Friday",
    receivedOn: '2021-12-31',
    dueOn: '2022-01-29',
    count: '01/04-01/07 #1-4, 01/10-01/14 #5-9, 01/17-01/21 #10-14, 01/24-01/29 #15-20',
  },
  {
    title: 'year end 2022, Spring Festival in the period',
    receivedOn: '2022-12-28',
    dueOn: '2023-01-31',
    count: '12/29-12/30 #1-2, 01/03-01/06 #3-6, 01/09-01/13 #7-11, 01/16-01/20 #12-16, 01/28-01/31 #17-20',
  },
  {
    title: 'year end 2023',
    receivedOn: '2023-12-29',
    dueOn: '2024-01-29',
    count: '01/02-01/05 #1-4, 01/08-01/12 #5-9, 01/15-01/19 #10-14, 01/22-01/26 #15-19, 01/29 #20',
  },
  {
    title: 'year end 2024, New Year on a Wednesday',
    receivedOn: '2024-12-20',
    dueOn: '2025-01-20',
    count: '12/23-12/27 #1-5, 12/30-12/31 #6-7, 01/02-01/03 #8-9, 01/06-01/10 #10-14, 01/13-01/17 #15-19, 01/20 #20',
  },
  {
    title: 'year end 2025, Sunday 4 January works',
    receivedOn: '2025-12-12',
    dueOn: '2026-01-12',
    count: '12/15-12/19 #1-5, 12/22-12/26 #6-10, 12/29-12/31 #11-13, 01/04-01/09 #14-19, 01/12 #20',
  },
  {
    title: 'the last receipt whose period ends within 2026',
    receivedOn: '2026-12-03',
    dueOn: '2026-12-31',
    count: '12/04 #1, 12/07-12/11 #2-6, 12/14-12/18 #7-11, 12/21-12/25 #12-16, 12/28-12/31 #17-20',
  },
  {
    title: 'one day later the year 2027 is needed: provisional',
    receivedOn: '2026-12-04',
    dueOn: '2027-01-01',
    provisional: true,
    count: '12/07-12/11 #1-5, 12/14-12/18 #6-10, 12/21-12/25 #11-15, 12/28-01/01 #16-20',
  },
  {
    title: 'the last day of 2026: provisional',
    receivedOn: '2026-12-31',
    dueOn: '2027-01-28',
    provisional: true,
    count: '01/01 #1, 01/04-01/08 #2-6, 01/11-01/15 #7-11, 01/18-01/22 #12-16, 01/25-01/28 #17-20',
  },
  {
    title: 'received on a Saturday',
    receivedOn: '2019-06-15',
    dueOn: '2019-07-12',
    count: '06/17-06/21 #1-5, 06/24-06/28 #6-10, 07/01-07/05 #11-15, 07/08-07/12 #16-20',
  },
  {
    title: 'received on a make-up Sunday, which is not counted itself',
    receivedOn: '2019-09-29',
    dueOn: '2019-10-31',
    count: '09/30 #1, 10/08-10/12 #2-6, 10/14-10/18 #7-11, 10/21-10/25 #12-16, 10/28-10/31 #17-20',
  },
  {
    title: 'received on 1 October, in the middle of the leave',
    receivedOn: '2019-10-01',
    dueOn: '2019-11-01',
    count: '10/08-10/12 #1-5, 10/14-10/18 #6-10, 10/21-10/25 #11-15, 10/28-11/01 #16-20',
  },
  {
    title: 'received on the last day of the Spring Festival leave',
    receivedOn: '2019-02-10',
    dueOn: '2019-03-08',
    count: '02/11-02/15 #1-5, 02/18-02/22 #6-10, 02/25-03/01 #11-15, 03/04-03/08 #16-20',
  },
  {
    title: 'received on 29 February 2024',
    receivedOn: '2024-02-29',
    dueOn: '2024-03-28',
    count: '03/01 #1, 03/04-03/08 #2-6, 03/11-03/15 #7-11, 03/18-03/22 #12-16, 03/25-03/28 #17-20',
  },
  {
    title: 'corrected on the fourth working day: afresh, not resumed',
    receivedOn: '2019-06-03',
    restarts: ['2019-06-10'],
    dueOn: '2019-07-08',
    count: '06/11-06/14 #1-4, 06/17-06/21 #5-9, 06/24-06/28 #10-14, 07/01-07/05 #15-19, 07/08 #20',
  },
  {
    title: 'corrected on a Saturday',
    receivedOn: '2019-06-03',
    restarts: ['2019-06-15'],
    dueOn: '2019-07-12',
    count: '06/17-06/21 #1-5, 06/24-06/28 #6-10, 07/01-07/05 #11-15, 07/08-07/12 #16-20',
  },
  {
    title: 'corrected across the year end',
    receivedOn: '2019-12-16',
    restarts: ['2020-01-02'],
    dueOn: '2020-02-06',
    count: '01/03 #1, 01/06-01/10 #2-6, 01/13-01/17 #7-11, 01/19-01/23 #12-16, 02/03-02/06 #17-20',
  },
  {
    title: 'corrected on the day of receipt',
    receivedOn: '2019-07-01',
    restarts: ['2019-07-01'],
    dueOn: '2019-07-29',
    count: '07/02-07/05 #1-4, 07/08-07/12 #5-9, 07/15-07/19 #10-14, 07/22-07/26 #15-19, 07/29 #20',
  },
  {
    title: 'a correction makes a pause before it worthless',
    receivedOn: '2019-06-03',
    restarts: ['2019-06-12'],
    pauses: [['2019-06-05', '2019-06-11']],
    dueOn: '2019-07-10',
    count: '06/13-06/14 #1-2, 06/17-06/21 #3-7, 06/24-06/28 #8-12, 07/01-07/05 #13-17, 07/08-07/10 #18-20',
  },
  {
    title: 'corrected, then the fee was paid: the last restart counts',
    receivedOn: '2021-03-01',
    restarts: ['2021-03-10', '2021-04-06'],
    dueOn: '2021-05-06',
    count: '04/07-04/09 #1-3, 04/12-04/16 #4-8, 04/19-04/23 #9-13, 04/25-04/30 #14-19, 05/06 #20',
  },
  {
    title: 'corrected in December 2026: provisional',
    receivedOn: '2026-11-20',
    restarts: ['2026-12-08'],
    dueOn: '2027-01-05',
    provisional: true,
    count: '12/09-12/11 #1-3, 12/14-12/18 #4-8, 12/21-12/25 #9-13, 12/28-01/01 #14-18, 01/04-01/05 #19-20',
  },
  {
    title: 'a pause of one day',
    receivedOn: '2019-06-03',
    pauses: [['2019-06-13', '2019-06-13']],
    paused: 1,
    dueOn: '2019-07-03',
    count: '06/04-06/06 #1-3, 06/10-06/12 #4-6, 06/14 #7, 06/17-06/21 #8-12, 06/24-06/28 #13-17, 07/01-07/03 #18-20',
  },
  {
    title: 'a pause over a weekend takes nothing',
    receivedOn: '2019-06-03',
    pauses: [['2019-06-15', '2019-06-16']],
    dueOn: '2019-07-02',
    count: '06/04-06/06 #1-3, 06/10-06/14 #4-8, 06/17-06/21 #9-13, 06/24-06/28 #14-18, 07/01-07/02 #19-20',
  },
  {
    title: 'a pause from the day of receipt',
    receivedOn: '2019-06-03',
    pauses: [['2019-06-03', '2019-06-05']],
    paused: 2,
    dueOn: '2019-07-04',
    count: '06/06 #1, 06/10-06/14 #2-6, 06/17-06/21 #7-11, 06/24-06/28 #12-16, 07/01-07/04 #17-20',
  },
  {
    title: 'a pause over the National Day leave takes the make-up days',
    receivedOn: '2019-09-16',
    pauses: [['2019-09-27', '2019-10-12']],
    paused: 8,
    dueOn: '2019-10-29',
    count: '09/17-09/20 #1-4, 09/23-09/26 #5-8, 10/14-10/18 #9-13, 10/21-10/25 #14-18, 10/28-10/29 #19-20',
  },
  {
    title: 'two pauses that overlap take their days once',
    receivedOn: '2019-06-03',
    pauses: [
      ['2019-06-10', '2019-06-19'],
      ['2019-06-17', '2019-06-25'],
    ],
    paused: 12,
    dueOn: '2019-07-18',
    count: '06/04-06/06 #1-3, 06/26-06/28 #4-6, 07/01-07/05 #7-11, 07/08-07/12 #12-16, 07/15-07/18 #17-20',
  },
  {
    title: 'two pauses apart',
    receivedOn: '2019-06-03',
    pauses: [
      ['2019-06-10', '2019-06-12'],
      ['2019-06-20', '2019-06-21'],
    ],
    paused: 5,
    dueOn: '2019-07-09',
    count:
      '06/04-06/06 #1-3, 06/13-06/14 #4-5, 06/17-06/19 #6-8, 06/24-06/28 #9-13, 07/01-07/05 #14-18, 07/08-07/09 #19-20',
  },
  {
    title: 'a pause on the last day moves it',
    receivedOn: '2019-08-01',
    pauses: [['2019-08-29', '2019-08-29']],
    paused: 1,
    dueOn: '2019-08-30',
    count: '08/02 #1, 08/05-08/09 #2-6, 08/12-08/16 #7-11, 08/19-08/23 #12-16, 08/26-08/28 #17-19, 08/30 #20',
  },
  {
    title: 'a pause after the last day changes nothing',
    receivedOn: '2019-08-01',
    pauses: [['2019-08-30', '2019-09-10']],
    dueOn: '2019-08-29',
    count: '08/02 #1, 08/05-08/09 #2-6, 08/12-08/16 #7-11, 08/19-08/23 #12-16, 08/26-08/29 #17-20',
  },
  {
    title: 'a pause across the year end',
    receivedOn: '2019-12-16',
    pauses: [['2019-12-25', '2020-01-15']],
    paused: 15,
    dueOn: '2020-02-11',
    count:
      '12/17-12/20 #1-4, 12/23-12/24 #5-6, 01/16-01/17 #7-8, 01/19-01/23 #9-13, 02/03-02/07 #14-18, 02/10-02/11 #19-20',
  },
  {
    title: 'a pause after the correction',
    receivedOn: '2019-06-03',
    restarts: ['2019-06-12'],
    pauses: [['2019-06-17', '2019-06-28']],
    paused: 10,
    dueOn: '2019-07-24',
    count: '06/13-06/14 #1-2, 07/01-07/05 #3-7, 07/08-07/12 #8-12, 07/15-07/19 #13-17, 07/22-07/24 #18-20',
  },
  {
    title: 'a pause into an uncovered year: provisional',
    receivedOn: '2026-11-25',
    pauses: [['2026-12-10', '2026-12-25']],
    paused: 12,
    dueOn: '2027-01-08',
    provisional: true,
    count: '11/26-11/27 #1-2, 11/30-12/04 #3-7, 12/07-12/09 #8-10, 12/28-01/01 #11-15, 01/04-01/08 #16-20',
  },
  {
    title: 'extended by one day',
    receivedOn: '2019-06-03',
    extension: 1,
    dueOn: '2019-07-03',
    count: '06/04-06/06 #1-3, 06/10-06/14 #4-8, 06/17-06/21 #9-13, 06/24-06/28 #14-18, 07/01-07/03 #19-21',
  },
  {
    title: 'extended by ten over the National Day leave',
    receivedOn: '2019-08-30',
    extension: 10,
    dueOn: '2019-10-17',
    count:
      '09/02-09/06 #1-5, 09/09-09/12 #6-9, 09/16-09/20 #10-14, 09/23-09/27 #15-19, 09/29-09/30 #20-21, 10/08-10/12 #22-26, 10/14-10/17 #27-30',
  },
  {
    title: 'extended across the year end',
    receivedOn: '2019-12-02',
    extension: 20,
    dueOn: '2020-02-04',
    count:
      '12/03-12/06 #1-4, 12/09-12/13 #5-9, 12/16-12/20 #10-14, 12/23-12/27 #15-19, 12/30-12/31 #20-21, 01/02-01/03 #22-23, 01/06-01/10 #24-28, 01/13-01/17 #29-33, 01/19-01/23 #34-38, 02/03-02/04 #39-40',
  },
  {
    title: 'extended and paused',
    receivedOn: '2019-06-03',
    pauses: [['2019-06-17', '2019-07-05']],
    extension: 15,
    paused: 15,
    dueOn: '2019-08-13',
    count:
      '06/04-06/06 #1-3, 06/10-06/14 #4-8, 07/08-07/12 #9-13, 07/15-07/19 #14-18, 07/22-07/26 #19-23, 07/29-08/02 #24-28, 08/05-08/09 #29-33, 08/12-08/13 #34-35',
  },
  {
    title: 'corrected, paused and extended',
    receivedOn: '2019-06-03',
    restarts: ['2019-06-11'],
    pauses: [['2019-06-24', '2019-07-12']],
    extension: 20,
    paused: 15,
    dueOn: '2019-08-27',
    count:
      '06/12-06/14 #1-3, 06/17-06/21 #4-8, 07/15-07/19 #9-13, 07/22-07/26 #14-18, 07/29-08/02 #19-23, 08/05-08/09 #24-28, 08/12-08/16 #29-33, 08/19-08/23 #34-38, 08/26-08/27 #39-40',
  },
  {
    title: 'extended into 2027: provisional',
    receivedOn: '2026-11-16',
    extension: 20,
    dueOn: '2027-01-11',
    provisional: true,
    count:
      '11/17-11/20 #1-4, 11/23-11/27 #5-9, 11/30-12/04 #10-14, 12/07-12/11 #15-19, 12/14-12/18 #20-24, 12/21-12/25 #25-29, 12/28-01/01 #30-34, 01/04-01/08 #35-39, 01/11 #40',
  },
];
