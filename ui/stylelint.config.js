/** Logical CSS only: a physical side is right in one direction of reading and wrong in the other. */

const PHYSICAL = [
  '/^(margin|padding|border|inset|scroll-margin|scroll-padding)-(top|right|bottom|left)(-.+)?$/',
  '/^border-(top|bottom)-(left|right)-radius$/',
  '/^(min-|max-)?(width|height)$/',
  '/^overflow-(?:top|left)$/',
  'top',
  'right',
  'bottom',
  'left',
  'float',
  'clear',
];

/** Four values name top, right, bottom and left. */
const FOUR_SIDES = ['/^\\S+\\s+\\S+\\s+\\S+\\s+\\S+$/'];

/** @type {import('stylelint').Config} */
export default {
  extends: ['stylelint-config-standard'],
  overrides: [{ files: ['**/*.svelte'], customSyntax: 'postcss-html' }],
  rules: {
    'property-disallowed-list': [
      PHYSICAL,
      {
        message: (property) =>
          `"${property}" is physical: use its logical twin (inline, block, start, end)`,
      },
    ],
    'declaration-property-value-disallowed-list': {
      'text-align': ['left', 'right'],
      margin: FOUR_SIDES,
      padding: FOUR_SIDES,
      inset: FOUR_SIDES,
      'border-radius': FOUR_SIDES,
      'letter-spacing': ['/^(?!0$|inherit$)/'],
    },
    'color-no-hex': null,
    // Names of classes are the names of states and kinds, as the wire has them.
    'selector-class-pattern': null,
    'selector-pseudo-class-no-unknown': [true, { ignorePseudoClasses: ['global'] }],
    // WebKit does not read the thickness from the shorthand.
    'declaration-block-no-redundant-longhand-properties': [
      true,
      { ignoreShorthands: ['text-decoration'] },
    ],
    'custom-property-empty-line-before': null,
    'no-descending-specificity': null,
    // Needed: WebKit has no other way to draw a progress bar, and smooths light letters on dark too heavily.
    'property-no-vendor-prefix': [true, { ignoreProperties: ['font-smoothing'] }],
  },
};
