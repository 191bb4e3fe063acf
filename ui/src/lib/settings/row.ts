/** Ids of a row's name and of the sentence about it, for its control. */
export interface RowIds {
  name: string;
  hint: string;
}
