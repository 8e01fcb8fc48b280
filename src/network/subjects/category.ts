import { type Static, Type } from 'typebox';
import type { Book } from '../book.ts';
import { fieldsFor, type Problems, type Subject } from '../subject.ts';
import { active, name, note } from './parts.ts';

export const CategoryForm = Type.Object(
  {
    code: Type.String({ pattern: '^[0-9]{2}$', sentence: '代码是两位数字', title: '代码' }),
    name,
    english: Type.String({ maxLength: 80, title: '英文名' }),
    politicalLegalNames: Type.Array(Type.String({ minLength: 1, maxLength: 40 }), {
      maxItems: 10,
      title: '政法委口径',
    }),
    neverConfirmable: Type.Union([Type.String({ maxLength: 300 }), Type.Null()], { title: '不能司法确认的内容' }),
    note,
    position: Type.Integer({ minimum: 1, maximum: 999, title: '顺序' }),
    active,
  },
  { additionalProperties: false },
);
export type CategoryForm = Static<typeof CategoryForm>;

const { text, number, list, yesNo } = fieldsFor<CategoryForm>();

function check(form: CategoryForm, book: Book): Problems {
  for (const each of book.categories.values())
    if (each.name === form.name && each.code !== form.code && each.active) return { name: '已经有这个名称的类别' };
  return {};
}

/** Kinds of dispute. One list for the whole city, or figures could not be added up. */
export const categories: Subject<CategoryForm> = {
  noun: 'categories',
  title: '纠纷类别',
  form: CategoryForm,
  fields: [
    text('code', '代码', { required: true }),
    text('name', '名称', { width: 20 }),
    text('english', '英文名', { width: 28 }),
    list('politicalLegalNames', '政法委口径', { width: 30 }),
    text('neverConfirmable', '不能司法确认的内容', { width: 40 }),
    text('note', '备注', { width: 40 }),
    number('position', '顺序'),
    yesNo('active', '在用'),
  ],
  fresh: { english: '', politicalLegalNames: [], neverConfirmable: null, note: null, position: 99, active: true },
  complete: (form) => ({ ...form, english: form.english ?? '' }),
  key: ({ code }) => code,
  county: () => null,
  check,
};
