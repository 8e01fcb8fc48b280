import { useNavigate } from '@tanstack/react-router';
import { useLanguage } from '../../../ui/i18n.ts';
import { useHotkeys } from '../../../ui/useHotkeys.ts';
import { type Job, jobsOf } from './jobs.ts';

/** g then w r t: to one's jobs, as printed in the key help. */
export function useJobKeys(role: string | undefined): void {
  const navigate = useNavigate();
  const language = useLanguage();
  const reachable: readonly Job[] = role ? jobsOf(role) : [];
  const pairs = reachable.flatMap((job) =>
    job.keys ? [[job.keys, () => void navigate({ to: job.to })] as const] : [],
  );
  const help = reachable.flatMap((job): [string, string][] =>
    job.keys ? [[job.keys, language === 'zh' ? `到${job.zh}` : `To ${job.en}`]] : [],
  );
  useHotkeys(Object.fromEntries(pairs), { help });
}
