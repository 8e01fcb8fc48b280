import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { Field } from '../../../ui/Field.tsx';
import { makeCatalog } from '../../../ui/i18n.ts';
import { regionsQuery } from '../queries.ts';
import { usePost } from '../useMe.ts';

const useWords = makeCatalog({ zh: { county: '区县' }, en: { county: 'County' } });

const CITY = '140100';

/** For posts of the city, which reach all counties; a county's own post has nothing to choose. */
export function CountyPick({ value, onChange }: { value: string; onChange: (county: string) => void }) {
  const t = useWords();
  const { countyCode } = usePost();
  const counties = useQuery({ ...regionsQuery(CITY), enabled: countyCode === CITY }).data ?? [];
  if (countyCode !== CITY) return null;
  const options = counties
    .filter(({ level }) => level === 'city' || level === 'county')
    .map(({ code, name }) => ({ value: code, label: name }));
  return (
    <Field name="county" label={t.county}>
      {(control) => (
        <Select
          {...control}
          className="wide-select"
          value={value}
          options={options}
          onChange={(county: string) => onChange(county)}
        />
      )}
    </Field>
  );
}
