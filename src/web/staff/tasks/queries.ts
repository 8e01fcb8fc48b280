import { queryOptions } from '@tanstack/react-query';
import type { TasksAbout, TaskView } from '../../../taskForces/taskViews.ts';
import { api } from '../api.ts';
import { matterChanged, queryClient } from '../queries.ts';

export const tasksAboutQuery = (code: string) =>
  queryOptions({
    queryKey: ['tasks-about', code],
    queryFn: () => api.get<TasksAbout>(`/api/disputes/${code}/tasks`),
  });

export const taskQuery = (code: string) =>
  queryOptions({ queryKey: ['task', code], queryFn: () => api.get<TaskView>(`/api/tasks/${code}`) });

/** After an act on a task: its page, the list at its dispute, my work. */
export async function taskChanged(code: string, about: string): Promise<void> {
  const keys = [
    ['task', code],
    ['tasks-about', about],
  ];
  await Promise.all([matterChanged(about), ...keys.map((queryKey) => queryClient.invalidateQueries({ queryKey }))]);
}
