import { queryOptions } from '@tanstack/react-query';
import type { FormsView } from '../../../templates/templateViews.ts';
import { api } from '../api.ts';

export const formsQuery = queryOptions({
  queryKey: ['paperTemplates'],
  queryFn: () => api.get<FormsView>('/api/paper-templates'),
});
