/**
 * An arrangement of 2027 that nobody published: the real one did not exist when this was written. The days are plausible:
 * 19 weekdays off and 6 weekend days worked make the 13 statutory holidays.
 */
export const INVENTED_2027 = {
  notice: ['https://www.gov.cn/example/2027'],
  off: [
    '2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04',
    '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11', '2027-02-12',
    '2027-04-03', '2027-04-04', '2027-04-05',
    '2027-05-01', '2027-05-02', '2027-05-03', '2027-05-04', '2027-05-05',
    '2027-06-09',
    '2027-09-15',
    '2027-10-01', '2027-10-02', '2027-10-03', '2027-10-04', '2027-10-05', '2027-10-06', '2027-10-07',
  ],
  work: ['2027-01-09', '2027-01-30', '2027-02-20', '2027-05-08', '2027-09-26', '2027-10-09'],
} as const

/** The published shape: what an administrator pastes. */
export const ARRANGEMENT_2027 = { '2027': INVENTED_2027 }
