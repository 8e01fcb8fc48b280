import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { DisputeView, FileView } from '../../../disputes/views.ts';
import { tableTime } from '../../../ui/dates.ts';
import { useWords } from './catalog.ts';

const sizeOf = (bytes: number): string =>
  bytes >= 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${Math.ceil(bytes / 1024)} KB`;

function FileRow({ code, file }: { code: string; file: FileView }) {
  const t = useWords();
  return (
    <li>
      <a href={`/api/disputes/${code}/files/${file.id}`} target="_blank" rel="noreferrer">
        {file.name}
      </a>{' '}
      <span className="second">
        {t.fileBy(file.author, tableTime(file.at), sizeOf(file.size))}
        {file.forResident ? `　${t.seenByResident}` : ''}
      </span>
    </li>
  );
}

export function Files({ view, onAdd }: { view: DisputeView; onAdd: (() => void) | undefined }) {
  const t = useWords();
  return (
    <section className="section-flat" aria-labelledby="files-head">
      <div className="section-head">
        <h2 id="files-head">
          {t.files} {view.files.length > 0 ? view.files.length : ''}
        </h2>
        <Link to="/disputes/$code/scans" params={{ code: view.code }}>
          {t.filedScans}
        </Link>
        {onAdd ? (
          <Button size="small" onClick={onAdd}>
            {t.addFile}
          </Button>
        ) : null}
      </div>
      {view.files.length === 0 ? <p className="second">{t.noFiles}</p> : null}
      <ul className="bare-list">
        {view.files.map((file) => (
          <FileRow key={file.id} code={view.code} file={file} />
        ))}
      </ul>
    </section>
  );
}
