import { Checkbox, Modal } from 'antd';
import type { DisputeView } from '../../../disputes/views.ts';
import type { DoorsAbout, WayRow } from '../../../doors/doorViews.ts';
import { OpenDoorInput } from '../../../doors/openDoorInput.ts';
import { api } from '../api.ts';
import { Words } from '../steps/Fields.tsx';
import { FormPanel } from '../steps/FormPanel.tsx';
import { type Act, type StepForm, useForm } from '../steps/useForm.ts';
import { useStepWords } from '../steps/words.ts';
import { doorChanged } from './queries.ts';
import { useDoorWords } from './words.ts';

type Opened = { code: string; sentence: string };
type Parties = DoorsAbout['parties'];
type Props = {
  view: DisputeView;
  way: WayRow;
  parties: Parties;
  onClose: () => void;
  onDone: (opened: Opened) => void;
};

/** Who asks is proposed: both where the law wants both, else whoever asked the center. */
const asking = (way: WayRow, parties: Parties): string[] =>
  parties.filter(({ side }) => (way.joint ? side !== 'third' : side === 'applicant')).map(({ id }) => id);

const opening = ({ code }: DisputeView, way: WayRow, parties: Parties): Act<Opened> => ({
  name: `${code}.${way.way}`,
  schema: OpenDoorInput,
  initial: () => ({ applicantIds: asking(way, parties), bodyName: '' }),
  toInput: ({ applicantIds, bodyName }) => ({
    ...{ way: way.way, applicantIds },
    ...(way.bodyUnitId === null ? { bodyName } : {}),
  }),
  send: (input) => api.post(`/api/disputes/${code}/doors`, input),
  foresee: (input) => api.post(`/api/disputes/${code}/door-previews`, input),
  changed: () => doorChanged('', code),
});

/** Few parties are ticked one by one; of many the whole side is, and who stays away leaves the list of claimants. */
function Applicants({ form, parties }: { form: StepForm; parties: Parties }) {
  const t = useDoorWords();
  const chosen = (form.values.applicantIds ?? []) as string[];
  const toggle = (id: string) =>
    form.set('applicantIds', chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <fieldset className="field form-wide">
      <legend>{t.applicants}</legend>
      {parties.map(({ id, name }) => (
        <div key={id}>
          <Checkbox checked={chosen.includes(id)} onChange={() => toggle(id)}>
            {name}
          </Checkbox>
        </div>
      ))}
      {form.errors.applicantIds ? (
        <div className="field-error" role="alert">
          {form.errors.applicantIds}
        </div>
      ) : null}
    </fieldset>
  );
}

/** One press opens the way: its form is made of what is known. */
export function OpenDoor({ view, way, parties, onClose, onDone }: Props) {
  const t = useDoorWords();
  const { unwritten } = useStepWords();
  const form = useForm(opening(view, way, parties), unwritten, (opened) => {
    onDone(opened);
    onClose();
  });
  const title = t.openTitle(way.label, view.codeShort);
  return (
    <Modal open width={720} title={title} onCancel={onClose} footer={null}>
      <FormPanel form={form} label={title} deed={t.openAct} leave={t.openLeave} inDialog onClose={onClose}>
        <p className="form-wide second">
          {way.words} {way.joint ? t.joint : ''} {way.secret ? t.secret : ''}
        </p>
        <Applicants form={form} parties={parties} />
        {way.bodyUnitId === null ? <Words form={form} field="bodyName" label={t.bodyName} limit={60} rows={1} /> : null}
      </FormPanel>
    </Modal>
  );
}
