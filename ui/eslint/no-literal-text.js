/**
 * Words on the screen come from the `.ftl` files. A letter typed into markup is one that nobody can translate.
 *
 * @type {import('eslint').Rule.RuleModule}
 */

const SPOKEN_ATTRIBUTES = new Set([
  'title',
  'placeholder',
  'alt',
  'label',
  'aria-label',
  'aria-description',
]);
const LETTER = /\p{L}/u;

export const noLiteralText = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      text: 'Put “{{text}}” into the .ftl files and write it with l10n.text().',
    },
  },
  create(context) {
    const report = (node, text) => {
      if (LETTER.test(text))
        context.report({ node, messageId: 'text', data: { text: text.trim() } });
    };
    return {
      SvelteText(node) {
        // The text of <script> and <style> is code.
        if (node.parent.type === 'SvelteElement') report(node, node.value);
      },
      SvelteAttribute(node) {
        if (!SPOKEN_ATTRIBUTES.has(node.key.name)) return;
        for (const part of node.value) {
          if (part.type === 'SvelteLiteral') report(part, part.value);
        }
      },
    };
  },
};
