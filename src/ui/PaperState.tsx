import { makeCatalog } from './i18n.ts';
import { StateIcon } from './StateIcon.tsx';

const useWords = makeCatalog({
  zh: {
    making: (name: string) => `正在做${name}`,
    opened: (name: string) => `${name}已在新的一页打开，在那一页打印。`,
    again: '再打开',
    kept: (name: string) => `${name}做好了，浏览器没让它打开。`,
    open: (name: string) => `打开${name}`,
    failed: (name: string, why: string) => `${name}没有打出来：${why}`,
    retry: '再做一次',
  },
  en: {
    making: (name: string) => `Making the ${name}`,
    opened: (name: string) => `The ${name} is open in a new tab; print it there.`,
    again: 'Open again',
    kept: (name: string) => `The ${name} is ready, but the browser did not open it.`,
    open: (name: string) => `Open the ${name}`,
    failed: (name: string, why: string) => `The ${name} was not printed: ${why}`,
    retry: 'Try again',
  },
});

type Props = {
  /** What is printed, as a person calls it. */
  name: string;
  making: {
    isPending: boolean;
    data: { opened: boolean; address: string } | undefined;
    error: { message: string } | null;
  };
  onAgain: () => void;
};

/** What became of a paper that was to be printed: it lies open, waits for a press, or could not be made and why. */
export function PaperState({ name, making: { isPending, data, error }, onAgain }: Props) {
  const t = useWords();
  const link = (words: string) => (
    <a href={data?.address} target="_blank" rel="noreferrer">
      {words}
    </a>
  );
  return (
    <span role="status" className="paper-state">
      {isPending ? t.making(name) : null}
      {!isPending && error ? (
        <span className="late-text">
          <StateIcon shape="overdue" /> {t.failed(name, error.message)}{' '}
          <button type="button" className="link-button" onClick={onAgain}>
            {t.retry}
          </button>
        </span>
      ) : null}
      {!isPending && data ? (
        <>
          <StateIcon shape={data.opened ? 'done' : 'dueSoon'} /> {data.opened ? t.opened(name) : t.kept(name)}{' '}
          {link(data.opened ? t.again : t.open(name))}
        </>
      ) : null}
    </span>
  );
}
