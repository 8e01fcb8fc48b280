import { formatDue } from '../../../../platform/now.ts';
import { LegalRoutes } from '../../LegalRoutes.tsx';
import { Uploads } from '../../Uploads.tsx';
import type { Uploaded } from '../../useUploads.ts';
import { useWords } from '../catalog.ts';
import { type FieldsProps, useLabel } from './fields.ts';
import { NamedPosts } from './References.tsx';

/** 人民调解法 art. 26: the ways that remain are told before failure is recorded. */
export function FailRoutes({ view }: FieldsProps) {
  const t = useWords();
  return (
    <section className="form-wide routes-panel" aria-label={t.routesLeft}>
      <h3>{t.routesLeft}</h3>
      <LegalRoutes categoryCode={view.category.code} />
    </section>
  );
}

/** The material that a pause is about. */
export function Waiting({ view }: FieldsProps) {
  const t = useWords();
  const open = view.materials.filter((each) => each.state === 'proposed' || each.state === 'approved');
  return (
    <ul className="form-wide bare-list">
      {open.map((each) => (
        <li key={each.id}>
          {each.ground === 'material' ? t.waitingFor(each.what, formatDue(new Date(each.limitAt))) : each.sentence}
        </li>
      ))}
    </ul>
  );
}

export function FilesToAdd({ step, form }: FieldsProps) {
  const label = useLabel(step);
  const files = (form.values.uploads ?? []) as Uploaded[];
  return (
    <div className="form-wide">
      <Uploads
        id="f-uploads"
        label={label('uploads')}
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

export function RestrictNames(props: FieldsProps) {
  const label = useLabel(props.step);
  return <NamedPosts {...props} field="namedPostIds" label={label('namedPostIds')} />;
}
