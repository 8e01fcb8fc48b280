import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClaimantInput } from '../../../claimants/claimant.ts';
import type { ClaimSheet, PreviewRow } from '../../../claimants/claimSheet.ts';
import { type ApiError, api } from '../api.ts';

const wrong = ({ problems }: PreviewRow): boolean => Object.keys(problems).length > 0;

/** All rows looked at again, after one was mended or left out. */
async function checked(code: string, all: readonly PreviewRow[], changed: number | null): Promise<PreviewRow[]> {
  const claimants = all.map(({ claimant }) => claimant);
  if (claimants.length === 0) return [];
  const answer = await api.post<{ rows: PreviewRow[] }>(`/api/disputes/${code}/claimant-checks`, { claimants });
  return answer.rows.map((row, index) => {
    const { rowNumber, problems } = all[index] as PreviewRow;
    // What only the sheet knows, an amount that could not be read, stands until somebody mends that row.
    const kept = rowNumber !== changed && problems.items ? { items: problems.items } : {};
    return { ...row, rowNumber, problems: { ...row.problems, ...kept } };
  });
}

/** A workbook as it was read, and what people mended of it since; nothing is written until somebody presses. */
export function usePreview(code: string, file: File) {
  const [as, setAs] = useState<Record<number, string>>({});
  const [mended, setMended] = useState<PreviewRow[] | null>(null);
  const text = Object.entries(as)
    .map(([column, field]) => `${column}:${field}`)
    .join(',');
  const read = useQuery<ClaimSheet, ApiError>({
    queryKey: ['claimant-sheet', code, file.name, file.lastModified, file.size, text],
    queryFn: () =>
      api.upload<ClaimSheet>(
        `/api/disputes/${code}/claimant-sheets${text === '' ? '' : `?as=${encodeURIComponent(text)}`}`,
        [file],
      ),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const rows = mended ?? read.data?.rows ?? [];
  const check = useMutation<PreviewRow[], ApiError, { rows: PreviewRow[]; changed: number | null }>({
    mutationFn: ({ rows: all, changed }) => checked(code, all, changed),
    onSuccess: setMended,
  });
  return {
    read,
    check,
    faulty: rows.filter(wrong),
    known: rows.filter((row) => !wrong(row) && row.knownPartyId !== null),
    good: rows.filter((row) => !wrong(row) && row.knownPartyId === null),
    mend: (rowNumber: number, claimant: ClaimantInput, then: () => void) => {
      const next = rows.map((row) => (row.rowNumber === rowNumber ? { ...row, claimant } : row));
      check.mutate({ rows: next, changed: rowNumber }, { onSuccess: then });
    },
    drop: (rowNumber: number) =>
      check.mutate({ rows: rows.filter((row) => row.rowNumber !== rowNumber), changed: null }),
    name: (column: number, field: string) => {
      setMended(null);
      setAs((before) => ({ ...before, [column]: field }));
    },
  };
}
