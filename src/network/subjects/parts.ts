import { Type } from 'typebox';

/** What forms share. */
export const regionCode = Type.String({
  pattern: '^[0-9]{6}([0-9]{3}){0,3}$',
  sentence: '地区代码是 6、9、12 或 15 位数字',
  title: '地区代码',
});
export const name = Type.String({ minLength: 1, maxLength: 80, title: '名称' });
export const short = Type.String({ minLength: 1, maxLength: 40, title: '简称' });
export const zone = Type.Union([Type.String({ maxLength: 40 }), Type.Null()], { title: '功能区' });
export const note = Type.Union([Type.String({ maxLength: 500 }), Type.Null()], { title: '备注' });
export const phone = Type.Union(
  [
    Type.String({
      pattern: '^[0-9][0-9-]{2,19}(转[0-9]{1,6})?$',
      sentence: '电话要写成 0351-1234567 这样，也可以是手机或 12345 这样的短号',
    }),
    Type.Null(),
  ],
  { title: '电话' },
);
/** A placeholder of ours until the county has looked at it. */
export const assumed = Type.Boolean({ title: '待确认' });
export const active = Type.Boolean({ title: '在用' });
export const id = Type.String({
  pattern: '^[0-9]{6,15}-[A-Za-z0-9-]{1,60}$',
  sentence: '编号是地区代码加横线和字母、数字，如 140106-court',
});
