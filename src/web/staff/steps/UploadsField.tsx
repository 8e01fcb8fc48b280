import { Uploads } from '../Uploads.tsx';
import type { Uploaded } from '../useUploads.ts';
import type { StepForm } from './useForm.ts';

/** What goes along with a step: chosen, sent at once, and taken off again. */
export function UploadsField({ form, label }: { form: StepForm; label: string }) {
  const files = (form.values.uploads ?? []) as Uploaded[];
  return (
    <div className="form-wide">
      <Uploads
        id="f-uploads"
        label={label}
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
