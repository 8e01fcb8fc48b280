import { expect, test } from 'vitest';
import { html } from './html.ts';

test('what a person typed is shown, never obeyed', () => {
  const typed = `<script>alert("1")</script>'&`;
  expect(html`<p title="${typed}">${typed}</p>`.text).toBe(
    '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;</p>',
  );
});

test('pieces of a page stand in one another; nothing is shown for nothing', () => {
  const items = ['甲', '乙'].map((name) => html`<li>${name}</li>`);
  expect(html`<ul>${items}${null}${false}${undefined}${0}</ul>`.text).toBe('<ul><li>甲</li><li>乙</li>0</ul>');
});
