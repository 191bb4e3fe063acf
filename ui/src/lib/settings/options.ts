/** What a list of choices offers: the usual ones, and the one that is set, if it is another. */
export function around(usual: readonly number[], present: number): number[] {
  return [...new Set([...usual, present])].sort((one, other) => one - other);
}
