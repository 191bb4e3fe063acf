/** What a check can be written as, in the order that they are offered. */
export const CHECK_FORMATS = ['json', 'csv'] as const;
