import type { TaskStep } from '../../../taskForces/procedure.ts';
import type { TaskView } from '../../../taskForces/taskViews.ts';
import type { FieldsProps } from '../steps/forms.ts';
import { UploadsField } from '../steps/UploadsField.tsx';
import { useTaskWords } from './words.ts';

/** Photos and papers that go along with a report. */
export function TaskFiles({ form }: FieldsProps<TaskView, TaskStep>) {
  return <UploadsField form={form} label={useTaskWords().uploads} />;
}
