// The markdown of labels: what is emphasised, what stays text, and that nothing ever becomes HTML.
// @vitest-environment happy-dom
import fc from 'fast-check';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadMarkdown, MarkdownText } from '../../../src/app/parts/markdown/MarkdownText.tsx';
import { parseMarkdown } from '../../../src/app/parts/markdown/parse.ts';

beforeAll(loadMarkdown);

function drawn(text: string): string {
  const root = document.createElement('div');
  void act(() => render(<MarkdownText text={text} />, root));
  return root.innerHTML;
}

test.each([
  ['**tebal** dan *miring*', '<strong>tebal</strong> dan <em>miring</em>'],
  ['__tebal__ dan _miring_', '<strong>tebal</strong> dan <em>miring</em>'],
  [
    'normal *italic __both__ italic again* back',
    'normal <em>italic <strong>both</strong> italic again</em> back',
  ],
  ['**Dear Alice _nee_ Sally!** Welcome.', '<strong>Dear Alice <em>nee</em> Sally!</strong> Welcome.'],
  ['<b>tebal</b> <EM>miring</EM>', '<strong>tebal</strong> <em>miring</em>'],
  ['<strong >kuat</strong\t> me', '<strong>kuat</strong> me'],
  ['can <span style="color:red">style</span> things', 'can style things'],
  ['<u>garis</u> <div style=";;;a:b">kotak</div>', 'garis kotak'],
  ['satu\ndua<br>tiga', 'satu<br>dua<br>tiga'],
  ['- satu\n- dua', '• satu<br>• dua'],
  ['1. satu\n2. dua', '1. satu<br>2. dua'],
  ['3. third question', '3. third question'],
  ['## Bagian **dua**\nisi', '<span class="markdown-heading">Bagian <strong>dua</strong></span>isi'],
  ['####### bukan judul', '####### bukan judul'],
  ['#bukan', '#bukan'],
  [
    '[panduan](https://panduan.example)',
    'panduan <bdi class="markdown-address">(https://panduan.example)</bdi>',
  ],
  ['[+555](tel:+555)', '+555'],
  ['[](tel:)', ''],
  ['[lihat] (bukan tautan)', '[lihat] (bukan tautan)'],
  ['![logo](logo.png)', 'logo'],
])('%j', (text, html) => {
  expect(drawn(text)).toBe(html);
});

describe('stays as it was written', () => {
  test.each([
    'nama_lengkap_peserta',
    '2 * 3 * 4',
    'usia < 5 & > 3',
    '**belum selesai',
    '* * *',
    'a ** b',
    '_____',
    'Nama saya ___ dan umur saya ___ tahun',
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
  ])('%s', text => {
    expect(parseMarkdown(text).every(span => typeof span === 'string')).toBe(true);
    expect(parseMarkdown(text).join('')).toBe(text.replace(/^\* /, '• '));
  });

  test('what a backslash protects', () => {
    expect(parseMarkdown('\\# nothing \\*to\\* see here')).toEqual(['# nothing *to* see here']);
  });
});

test('whatever is written, no elements appear but those of the little markdown', () => {
  const piece = fc.constantFrom(
    '*',
    '**',
    '_',
    '__',
    '<b>',
    '</b>',
    '<',
    '>',
    '[',
    '](',
    ')',
    '\n',
    '# ',
    '\\',
    'a',
    ' ',
    '<script>',
    '<img onerror=x>',
  );
  const known = ['STRONG', 'EM', 'BR', 'SPAN', 'BDI'];
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), pieces => {
      const root = document.createElement('div');
      void act(() => render(<MarkdownText text={pieces.join('')} />, root));
      for (const element of root.querySelectorAll('*')) expect(known).toContain(element.tagName);
    }),
  );
});

test('a long label full of marks takes no time', () => {
  for (const text of [
    '*a '.repeat(3000),
    '[a]('.repeat(3000),
    '<b>'.repeat(3000),
    '**'.repeat(3000),
    '_a'.repeat(3000),
  ]) {
    const from = performance.now();
    parseMarkdown(text);
    expect(performance.now() - from).toBeLessThan(1500);
  }
});
