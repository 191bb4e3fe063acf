import { fileURLToPath } from 'node:url';

import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Vite writes the script before its stylesheet, and WebKit then runs it before the stylesheet is there. */
const stylesFirst: Plugin = {
  name: 'styles-first',
  transformIndexHtml: {
    order: 'post',
    handler(html) {
      const script = /\s*<script type="module"[^>]*><\/script>/u;
      const [tag = ''] = script.exec(html) ?? [];
      return html.replace(script, '').replace('</head>', `${tag.trim()}\n  </head>`);
    },
  },
};

export default defineConfig(({ mode }) => {
  // The preview runs the same window on a made-up backend; it has a page of its own and is never shipped.
  const preview = mode === 'preview';
  return {
    base: './',
    plugins: [svelte(), stylesFirst],
    resolve: {
      alias: { $lib: here('./src/lib') },
      // Without it vitest takes Svelte's server build, which has no `mount`.
      ...(process.env.VITEST ? { conditions: ['browser'] } : {}),
    },
    build: {
      outDir: preview ? 'dist-preview' : 'dist',
      // WebKitGTK 2.40 of Debian 12 is Safari 16.4; WebView2 follows Chromium.
      target: ['safari16.4', 'chrome111'],
      cssTarget: ['safari16.4', 'chrome111'],
      // The window's content policy is closed: no `data:` fonts, no inline script for preloading.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: {
        input: preview ? here('./preview.html') : here('./index.html'),
      },
    },
    server: { strictPort: true },
    test: {
      environment: 'jsdom',
      include: ['tests/**/*.test.ts'],
      setupFiles: ['tests/setup.ts'],
      restoreMocks: true,
      unstubGlobals: true,
      // One page after another in one process: a page for each file would take longer than all the tests.
      isolate: false,
    },
  };
});
