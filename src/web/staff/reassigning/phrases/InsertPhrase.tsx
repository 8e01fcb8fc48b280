import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type RefObject, useRef } from 'react';
import { useHotkeys } from '../../../../ui/useHotkeys.ts';
import { phrasesQuery } from './queries.ts';
import { usePhraseWords } from './words.ts';
import './phrases.css';

type Props = {
  step: string;
  /** The form around it: the text field written in last gets the phrase, else the first. */
  box: RefObject<HTMLElement | null>;
  inDialog: boolean;
};

const offeredAtOnce = 9;
const writable = (element: Element | null): element is HTMLTextAreaElement | HTMLInputElement =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text');

/** As if it were typed: the field's own handlers hear of it, and undo works. */
function insert(field: HTMLTextAreaElement | HTMLInputElement, words: string): void {
  field.focus();
  const { value, selectionStart, selectionEnd } = field;
  const [start, end] = [selectionStart ?? value.length, selectionEnd ?? value.length];
  const next = `${value.slice(0, start)}${words}${value.slice(end)}`;
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, next);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.setSelectionRange(start + words.length, start + words.length);
}

/** 常用语 under a form: by its number key, or by pressing it. */
export function InsertPhrase({ step, box, inDialog }: Props) {
  const t = usePhraseWords();
  const last = useRef<Element | null>(null);
  const phrases = (useQuery(phrasesQuery(step)).data ?? []).slice(0, offeredAtOnce);
  const put = (words: string) => {
    const here = document.activeElement;
    const within = (element: Element | null) => element !== null && (box.current?.contains(element) ?? false);
    const wanted = writable(here) && within(here) ? here : last.current;
    const field = wanted && within(wanted) ? wanted : (box.current?.querySelector('textarea') ?? null);
    if (writable(field)) insert(field, words);
  };
  const keys = Object.fromEntries(phrases.map(({ body }, index) => [`Alt+${index + 1}`, () => put(body)]));
  useHotkeys(keys, { inDialog });
  if (phrases.length === 0) return null;
  return (
    <section className="row phrases" aria-label={t.insert}>
      {phrases.map(({ id, body }, index) => (
        <Button
          key={id}
          size="small"
          title={body}
          onMouseDown={() => {
            last.current = document.activeElement;
          }}
          onClick={() => put(body)}
        >
          <span className="phrase-words">{body}</span> <kbd>Alt+{index + 1}</kbd>
        </Button>
      ))}
      <Link to="/phrases" className="second">
        {t.manage}
      </Link>
    </section>
  );
}
