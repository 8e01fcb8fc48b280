import type { TaskStep } from '../../../taskForces/procedure.ts';
import type { TaskView } from '../../../taskForces/taskViews.ts';
import type { FieldsProps } from '../steps/forms.ts';
import { Uploads } from '../Uploads.tsx';
import type { Uploaded } from '../useUploads.ts';
import { useTaskWords } from './words.ts';

/** Photos and papers that go along with a report. */
export function TaskFiles({ form }: FieldsProps<TaskView, TaskStep>) {
  const t = useTaskWords();
  const files = (form.values.uploads ?? []) as Uploaded[];
  return (
    <div className="form-wide">
      <Uploads
        id="f-uploads"
        label={t.uploads}
        files={files}
        onAdd={(file) => form.set('uploads', [...files, file])}
        onRemove={(id) =>
          form.set(
            'uploads',
            files.filter((file) => file.id !== id),
          )
        }
        error={form.errors.uploads}
      />
    </div>
  );
}
