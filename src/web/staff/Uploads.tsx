import { Button } from 'antd';
import { useRef } from 'react';
import { makeCatalog } from '../../ui/i18n.ts';
import './uploads.css';
import { type Uploaded, useUploads } from './useUploads.ts';

const useWords = makeCatalog({
  zh: {
    add: '加文件',
    addPhoto: '拍照或选照片',
    sending: (name: string, percent: number) => `${name} 正在传 ${percent}%`,
    failed: (name: string, why: string) => `${name} 没有传上：${why}`,
    size: (kilobytes: number) => `${kilobytes} KB`,
    remove: (name: string) => `去掉 ${name}`,
    removeShort: '去掉',
    kinds: '照片、PDF、Word、Excel，每个不超过 20 MB',
  },
  en: {
    add: 'Add files',
    addPhoto: 'Take or choose photos',
    sending: (name: string, percent: number) => `${name}: ${percent}% sent`,
    failed: (name: string, why: string) => `${name} was not sent: ${why}`,
    size: (kilobytes: number) => `${kilobytes} KB`,
    remove: (name: string) => `Remove ${name}`,
    removeShort: 'Remove',
    kinds: 'Photos, PDF, Word, Excel, up to 20 MB each',
  },
});

type UploadsProps = {
  id: string;
  label: string;
  files: readonly Uploaded[];
  onAdd: (file: Uploaded) => void;
  onRemove: (id: string) => void;
  error?: string | undefined;
  /** On a phone this opens the camera. */
  photos?: boolean;
};

/** Files are sent at once, one progress each, and listed with a way to take them off again. */
export function Uploads({ id, label, files, onAdd, onRemove, error, photos = false }: UploadsProps) {
  const t = useWords();
  const input = useRef<HTMLInputElement>(null);
  const { pending, add, drop } = useUploads(onAdd);
  return (
    <div className={error ? 'field field-wrong' : 'field'} data-walk="skip">
      <label htmlFor={id}>{label}</label>
      <input
        ref={input}
        id={id}
        type="file"
        multiple
        {...(photos && { accept: 'image/*' })}
        className="hidden-text"
        tabIndex={-1}
        onChange={(event) => {
          add([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <Button onClick={() => input.current?.click()} title={t.kinds}>
        {photos ? t.addPhoto : t.add}
        {files.length > 0 ? ` ${files.length}` : ''}
      </Button>
      <ul className="uploads" aria-live="polite">
        {files.map((file) => (
          <li key={file.id}>
            <span title={file.name}>{file.name}</span>
            <span className="second">{t.size(Math.ceil(file.size / 1024))}</span>
            <button
              type="button"
              className="link-button"
              aria-label={t.remove(file.name)}
              onClick={() => onRemove(file.id)}
            >
              {t.removeShort}
            </button>
          </li>
        ))}
        {pending.map((one) => (
          <li key={one.key} className={one.problem ? 'late-text' : undefined}>
            {one.problem ? t.failed(one.name, one.problem) : t.sending(one.name, one.percent)}
            {one.problem ? (
              <button type="button" className="link-button" onClick={() => drop(one.key)}>
                {t.removeShort}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {error ? (
        <div className="field-error" role="alert">
          {error}
        </div>
      ) : null}
    </div>
  );
}
