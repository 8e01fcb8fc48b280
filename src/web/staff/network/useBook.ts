import { useQuery } from '@tanstack/react-query';
import type { Book } from '../../../network/book.ts';
import { api } from '../api.ts';
import { categoriesQuery, regionsQuery, unitsQuery } from '../queries.ts';

type Named = { id: string; name: string; short: string };

/** The names that help to read a row: of places, units, centers and categories. Nothing else of them is looked at. */
export function useBook(county: string): Book {
  const regions = useQuery(regionsQuery(county)).data ?? [];
  const units = useQuery(unitsQuery(county)).data ?? [];
  const categories = useQuery(categoriesQuery).data ?? [];
  const centers = useQuery({
    queryKey: ['centers', county],
    queryFn: () => api.get<Named[]>('/api/centers', { county }),
  });
  const book = {
    regions: new Map(regions.map((region) => [region.code, region])),
    units: new Map(units.map((unit) => [unit.id, unit])),
    categories: new Map(categories.map((category) => [category.code, category])),
    centers: new Map((centers.data ?? []).map((center) => [center.id, center])),
  };
  return book as unknown as Book;
}
