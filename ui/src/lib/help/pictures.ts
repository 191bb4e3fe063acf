/** The pictures of the help, made from the real window by `make help-pictures`. */

const PICTURES = import.meta.glob<string>('../../../help/pictures/*/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** Where a picture lies in a language; undefined where there is none. */
export function pictureOf(language: string, name: string): string | undefined {
  return PICTURES[`../../../help/pictures/${language}/${name}.png`];
}
