/** Drawn on 16 × 16 with round strokes of 1.5. */
export const DRAWINGS = {
  plus: 'M8 3.25v9.5M3.25 8h9.5',
  side: 'M2.75 3.25h10.5v9.5H2.75zM6.25 3.25v9.5',
  send: 'M8 12.75v-9.5M3.75 7.25 8 3l4.25 4.25',
  stop: 'M4.5 4.5h7v7h-7z',
  copy: 'M5.75 5.75h7.5v7.5h-7.5zM10.25 5.5V2.75h-7.5v7.5H5.5',
  more: 'm4.25 6.25 3.75 3.75 3.75-3.75',
  check: 'm3.25 8.5 3 3 6.5-7',
  record: 'M5.75 3.25h-2.5v10.5h9.5V3.25h-2.5M5.75 2h4.5v2.5h-4.5zM5.75 8h4.5M5.75 10.75h4.5',
  again: 'M12.9 6.5A5.25 5.25 0 1 0 13.25 8M13.25 3v3.5h-3.5',
  previous: 'M9.75 3.75 5.5 8l4.25 4.25',
  next: 'M6.25 3.75 10.5 8l-4.25 4.25',
  down: 'M8 3.25v9.5M3.75 8.75 8 13l4.25-4.25',
  pencil: 'm3 13 .6-2.9 7-7a1.2 1.2 0 0 1 1.7 0l.6.6a1.2 1.2 0 0 1 0 1.7l-7 7zM9.5 4.2l2.3 2.3',
  close: 'm4 4 8 8M12 4l-8 8',
  warning: 'M8 2.5 14.25 13H1.75zM8 6.5v3M8 11.35v.05',
  system: 'M2.25 3.25h11.5v7.5H2.25zM5.75 13.25h4.5M8 10.75v2.5',
  light:
    'M8 5.25a2.75 2.75 0 1 1 0 5.5 2.75 2.75 0 0 1 0-5.5M8 1.5v1.25M8 13.25v1.25M1.5 8h1.25M13.25 8h1.25M3.4 3.4l.9.9M11.7 11.7l.9.9M12.6 3.4l-.9.9M4.3 11.7l-.9.9',
  dark: 'M13.25 9.6A5.6 5.6 0 0 1 6.4 2.75a5.5 5.5 0 1 0 6.85 6.85',
  calculator:
    'M3.75 2.25h8.5v11.5h-8.5zM6 4.75h4M6 8v.05M8 8v.05M10 8v.05M6 11v.05M8 11v.05M10 11v.05',
  lock: 'M3.75 7.25h8.5v6h-8.5zM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  seen: 'M1.5 8S3.75 3.75 8 3.75 14.5 8 14.5 8 12.25 12.25 8 12.25 1.5 8 1.5 8M8 6.25a1.75 1.75 0 1 1 0 3.5 1.75 1.75 0 0 1 0-3.5',
} as const;

/** These point along the line of reading and turn with it. */
export const DIRECTED: ReadonlySet<string> = new Set(['side', 'previous', 'next']);

export type IconName = keyof typeof DRAWINGS;
