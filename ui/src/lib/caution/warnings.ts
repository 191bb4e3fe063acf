/** Warnings of one kind are said once, with every place that they are about. */

import type { ErrorArgument, WarningView } from '$lib/backend/backend';

export interface WarningGroup {
  code: string;
  arguments: ErrorArgument[];
  excerpts: string[];
}

export function grouped(warnings: readonly WarningView[]): WarningGroup[] {
  const groups = new Map<string, WarningGroup>();
  for (const { code, arguments: given, excerpt } of warnings) {
    const key = JSON.stringify([code, given]);
    const group = groups.get(key);
    if (group) group.excerpts.push(excerpt);
    else groups.set(key, { code, arguments: given, excerpts: [excerpt] });
  }
  return [...groups.values()];
}
