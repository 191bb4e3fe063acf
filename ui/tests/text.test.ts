// @vitest-environment node

import { describe, expect, it } from 'vitest';

import { strength } from '$lib/text/passphrase';

describe('the strength of a passphrase', () => {
  it.each([
    ['', 'empty'],
    ['password', 'very-weak'],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', 'very-weak'],
    ['12345678901234567890', 'very-weak'],
    ['correct horse', 'very-weak'],
    ['correct horse battery', 'weak'],
    ['correct horse battery staple', 'fair'],
    ['correct horse battery staple violin', 'strong'],
    ['قلم نافذة', 'very-weak'],
    ['قلم نافذة مطر كرسي غيمة', 'strong'],
    ['horse horse horse horse horse', 'very-weak'],
    ['x9!Kq2#vLw7&', 'strong'],
  ])('of_%j_is_%s', (passphrase, expected) => {
    expect(strength(passphrase)).toBe(expected);
  });
});
