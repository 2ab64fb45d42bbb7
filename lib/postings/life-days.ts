/** Days: a posting lives 60, at most 90; its company is reminded 7 before its end; unconfirmed it is asked at 14 and hidden at 21. */
export const lifeDays = 60;
export const mostLifeDays = 90;
export const remindOfEndDays = 7;
export const askToConfirmAfterDays = 14;
export const confirmedWithinDays = 21;
