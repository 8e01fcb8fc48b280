/** What a column holds of the network. `keys`: viewer keys such as c:140106-center#dispatcher. */
export type Holds = 'unit' | 'region' | 'post' | 'keys' | 'mixed';

/**
 * What becomes of it when a unit, place or post ends. `step`: of matters, one by one, with an event each (reorganize.ts).
 * `network`: with the network itself. `moved`: rewritten to the successor. `key`: the successor's posts hold the old keys.
 * `history`: stays as it was; the old id still leads to a name and a successor.
 */
export type Becomes = 'step' | 'network' | 'moved' | 'key' | 'history';
export type Reference = { table: string; column: string; holds: Holds; becomes: Becomes; label?: string };

type Line = readonly [where: string, holds: Holds, becomes: Becomes, label?: string];

const all =
  (becomes: Becomes) =>
  (table: string, holds: Holds, ...columns: readonly string[]): Line[] =>
    columns.map((column) => [`${table}.${column}`, holds, becomes]);
const [anew, along, past] = [all('step'), all('moved'), all('history')];

/** Every column that names a unit, a place or a post. A test walks the database's catalog: a new one has to be named here. */
// biome-ignore format: one column a line, by what becomes of it
const lines: readonly Line[] = [
  ['matter.lead_unit_id', 'unit', 'step', '牵头承办的纠纷'],
  ['matter.receiving_center_id', 'unit', 'step', '受理的纠纷'],
  ['matter.region_code', 'region', 'step', '发生在这里的纠纷'],
  ['matter.handler_post_id', 'post', 'step', '有承办人的纠纷'],
  ['dispute.township_code', 'region', 'step'],
  ['dispute.community_code', 'region', 'step'],
  ['dispute.grid_code', 'region', 'step'],
  ['dispute.former_unit_ids', 'unit', 'step'],
  ['matter.named_post_ids', 'post', 'step', '限制知悉的知情人'],
  ['dispute.contact_post_id', 'post', 'step'],
  ['dispute.former_post_ids', 'post', 'step'],
  ['dispute.handing_post_ids', 'post', 'step'],
  ['dispute.first_contact_post_id', 'post', 'step', '首问的纠纷'],
  ['dispute_unit.unit_id', 'unit', 'step', '协办的纠纷'], ['matter_clock.unit_id', 'unit', 'step', '时限'],
  ['matter_todo.owner', 'keys', 'step', '待办'],
  ['matter_seen.viewer', 'keys', 'step'],
  ['matter.seen_by', 'keys', 'step'],
  ['dispute_link.lead_unit_id', 'unit', 'step'],
  ['mediator_appointment.unit_id', 'unit', 'step'], ['mediator_appointment.post_id', 'post', 'step', '调解员'],
  ['task.unit_id', 'unit', 'step', '专班任务'], ...anew('task_force', 'post', 'leader_post_id', 'member_post_ids'),
  ['door.body_unit_id', 'unit', 'step', '递到这里的法律手续'], ...anew('door', 'unit', 'about_unit_id'), ...anew('door', 'post', 'about_post_id'), ...anew('task', 'unit', 'about_unit_id'), ...anew('task', 'post', 'about_post_id'),
  ['dispute_link.lead_handler_post_id', 'post', 'step'], ['dispute_link.lead_center_id', 'unit', 'step'],
  ['sitting.host_post_ids', 'post', 'step', '主持的调解会'], ['sitting.leading_unit_id', 'unit', 'step'], ['sitting_invite.unit_id', 'unit', 'step'],
  ['supervision_notice.unit_id', 'unit', 'step', '督办单'],
  ['supervision_notice_unit.unit_id', 'unit', 'step'],
  ['supervision_notice.issuer_center_id', 'unit', 'step', '发出的督办单'],
  // Written anew with the event that each matter gets, or behind it.
  ...anew('listed_dispute', 'unit', 'lead_unit_id', 'receiving_center_id', 'former_unit_ids'),
  ...anew('listed_dispute', 'post', 'handler_post_id', 'first_contact_post_id', 'former_post_ids'),
  ...anew('board_clock', 'unit', 'unit_id', 'lead_unit_id', 'receiving_center_id'),
  ...anew('figure_group', 'unit', 'unit', 'center'),
  ...anew('listed_dispute', 'region', 'region_code'),
  ...anew('board_clock', 'region', 'region_code'),
  ...anew('figure_group', 'region', 'region'),
  ['board_clock.seen_by', 'keys', 'step'],
  ['unit.region_code', 'region', 'network', '单位'],
  ['post.unit_id', 'unit', 'network', '岗位'],
  ['post.region_code', 'region', 'network'],
  ['duty_entry.unit_id', 'unit', 'network', '职责清单'],
  ['duty_entry.region_code', 'region', 'network', '职责清单里的地方'],
  ['duty_entry.supporting_unit_ids', 'unit', 'network', '职责清单里的协办'],
  ['presence.center_id', 'unit', 'network', '在驻安排（中心）'],
  ['presence.unit_id', 'unit', 'network', '在驻安排（单位）'],
  ['presence.counter_id', 'unit', 'network'],
  ['counter.center_id', 'unit', 'network', '窗口'],
  ['room.center_id', 'unit', 'network', '功能室'],
  ...along('mediation_body', 'unit', 'unit_id', 'parent_unit_id'),
  ...along('mediation_body_member', 'unit', 'unit_id'), ...along('mediation_body_member', 'post', 'post_id'),
  ...along('mediator_profile', 'post', 'post_id'), ...along('mediator_profile', 'unit', 'studio_unit_id'),
  ['phrase.unit_id', 'unit', 'moved', '常用语'],
  ['appointment.center_id', 'unit', 'moved', '预约'],
  ['call_contact.center_id', 'unit', 'moved', '随叫联系人（中心）'],
  ['call_contact.unit_id', 'unit', 'moved', '随叫联系人（单位）'],
  ['call_contact.post_id', 'post', 'moved'],
  ['hall_device.center_id', 'unit', 'moved', '大厅设备'],
  ['import_word.center_id', 'unit', 'moved', '导入时记住的叫法'],
  ['report_form.center_id', 'unit', 'moved', '上级的表'],
  ['report_form.filler_post_id', 'post', 'moved'],
  ['ledger_view.unit_id', 'unit', 'moved', '共用的台账视图'],
  ['ledger_view.region_code', 'region', 'moved'],
  ['ledger_view.owner_post_id', 'post', 'moved'],
  ['clue.region_code', 'region', 'moved', '网格上报'],
  ['notice.owner', 'keys', 'key', '没看的消息'],
  ['job.owner', 'keys', 'key'],
  ['upload.owner', 'keys', 'key'],
  ['command_result.actor_key', 'keys', 'key'],
  ['visit.owner', 'keys', 'key', '接待记录'],
  ['ticket.owner', 'keys', 'key'],
  ['counter_seat.owner', 'keys', 'key'],
  ['appointment.owner', 'keys', 'key'],
  ['not_same.owner', 'keys', 'key'],
  ['alarm.seen_by', 'keys', 'key', '报警'],
  ['alarm_answer.seen_by', 'keys', 'key'],
  ['call_out.seen_by', 'keys', 'key', '呼叫到场'],
  ['shift_entry.seen_by', 'keys', 'key'],
  ['shift_handover.seen_by', 'keys', 'key', '值班日志'],
  ['report_form.seen_by', 'keys', 'key'],
  ['report_form_version.seen_by', 'keys', 'key'],
  ['report_fill.seen_by', 'keys', 'key'],
  ['report_snapshot.seen_by', 'keys', 'key'],
  ['dispute.first_contact_unit_id', 'unit', 'history'], ['task.giver_post_id', 'post', 'history'], ['door.opener_post_id', 'post', 'history'],
  ['matter_event.actor_unit_id', 'unit', 'history'],
  ['matter_event.actor_post_id', 'post', 'history'],
  ['note.author_unit_id', 'unit', 'history'],
  ['ruling.from_unit_id', 'unit', 'history', '裁定'],
  ['ruling.to_unit_id', 'unit', 'history'],
  ['unit_dispatch.unit_id', 'unit', 'history', '分流记录'],
  ['unit_dispatch.better_unit_id', 'unit', 'history'],
  ['material_request.unit_id', 'unit', 'history'],
  ['supervision_notice.cosigner_ids', 'unit', 'history'],
  ['doc_number.office_id', 'unit', 'history', '文号'],
  ['visit.center_id', 'unit', 'history', '接待记录（中心）'],
  ['visit_sum.center_id', 'unit', 'history'], ['visit_change.center_id', 'unit', 'history'],
  ['ticket.center_id', 'unit', 'history'], ['ticket_serial.center_id', 'unit', 'history'],
  ['counter_seat.center_id', 'unit', 'history'], ['appointment_slot.center_id', 'unit', 'history'],
  ['scan.owner', 'keys', 'key'], ['scan_file.owner', 'keys', 'key'], ['scan_page.owner', 'keys', 'key'], ...past('scan_page', 'post', 'done_by_post_id'), ...past('scan', 'post', 'by_post_id'), ...past('filed_paper', 'post', 'filed_by_post_id'), ['sitting.place', 'mixed', 'history'], ...past('sitting_invite', 'post', 'post_id'), ...past('sitting_proposal', 'post', 'by_post_id'), ...past('sitting_minutes', 'post', 'scribe_post_id'),
  ['booking.center_id', 'unit', 'history', '订房约人'], ['booking.post_id', 'post', 'history'], ['booking_feed.post_id', 'post', 'history'],
  ['briefing.center_id', 'unit', 'history'], ['briefing_alarm.center_id', 'unit', 'history'],
  ['attendance.center_id', 'unit', 'history', '到岗记录'],
  ['attendance.unit_id', 'unit', 'history'],
  ...past('attendance_change', 'unit', 'center_id', 'unit_id'),
  ['absence.unit_id', 'unit', 'history'],
  ...past('absence', 'post', 'post_id', 'cover_post_id'),
  ['alarm.center_id', 'unit', 'history'],
  ['alarm.place', 'mixed', 'history'],
  ['alarm.told_post_ids', 'post', 'history'],
  ['alarm_answer.post_id', 'post', 'history'],
  ...past('call_out', 'unit', 'center_id', 'unit_id', 'instead_unit_id'),
  ['call_out.place', 'mixed', 'history'],
  ['call_out.called_post_ids', 'post', 'history'],
  ['clue.place', 'mixed', 'history'],
  ['roster_month.center_id', 'unit', 'history', '值班表'],
  ['roster_shift.center_id', 'unit', 'history'], ['roster_swap.center_id', 'unit', 'history'],
  ['shift_entry.center_id', 'unit', 'history'], ['shift_handover.center_id', 'unit', 'history'],
  ['import_run.center_id', 'unit', 'history', '导入的台账'],
  ['import_row.center_id', 'unit', 'history'],
  ['paper_pad.center_id', 'unit', 'history', '纸质登记本'],
  ['paper_code.center_id', 'unit', 'history'],
  ['ledger_output.unit_id', 'unit', 'history'],
  ...past('signature', 'post', 'by_post_id'), ...past('signing_objection', 'post', 'by_post_id', 'ended_by_post_id'), ...past('agreement_attestation', 'post', 'post_id', 'by_post_id'),
  ...past('reassignment', 'post', 'from_post_id', 'to_post_id'),
  ['session.post_id', 'post', 'history'], ['table_pass.post_id', 'post', 'history'], ['inquiry.place', 'mixed', 'history'], ['trail.subject', 'mixed', 'history'],
  ['move_run.subject', 'mixed', 'history'],
  ['reorganization.subject', 'mixed', 'history'],
];

export const references: readonly Reference[] = lines.map(([where, holds, becomes, label]) => {
  const [table = '', column = ''] = where.split('.');
  return { table, column, holds, becomes, ...(label && { label }) };
});

/** Who did it at the time: an author, a signer, a person at the counter. What was done stays theirs. */
export const authors =
  /^((\w+_)?by_post_id|author_post_id|approver_post_id|entered_post_id|reporter_post_id|covers_post_id|other_post_id)$|^(visit|ticket|appointment|return_visit|inquiry|prevention|roster_shift|roster_swap|counter_seat|attendance|ledger_layout|ledger_output|taken_step|shift_entry|trail)\.post_id$/;

/** Names of columns that may hold an id of the network. */
export const suspicious =
  /(^|_)(unit|center|region|township|community|grid|post|office|counter)s?(_id|_ids|_code|_codes)$|^(owner|viewer|seen_by|subject|actor_key|place|cosigner_ids|viewers|keys)$/;

export function isNamed(table: string, column: string): boolean {
  return (
    references.some((each) => each.table === table && each.column === column) ||
    authors.test(column) ||
    authors.test(`${table}.${column}`)
  );
}
