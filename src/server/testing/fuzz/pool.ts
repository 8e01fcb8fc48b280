const KEPT = 60;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What answers have told: ids, codes and names by the field they stood in, so that requests reach what is there. */
export class Pool {
  private readonly byName = new Map<string, string[]>();
  private readonly all: Pool | undefined;

  /** `all`: what anybody has been told; somebody's own comes first. */
  constructor(all?: Pool) {
    this.all = all;
  }

  add(name: string, value: string): void {
    this.all?.add(name, value);
    const values = this.byName.get(name) ?? [];
    if (values.length === 0) this.byName.set(name, values);
    if (values.includes(value) || value.length > 300) return;
    values.push(value);
    if (values.length > KEPT) values.shift();
  }

  /** `place`: the address asked, by which the ids of its rows are found again. */
  read(place: string, answer: unknown, depth = 0): void {
    if (depth > 7 || typeof answer !== 'object' || answer === null) return;
    if (Array.isArray(answer)) {
      for (const each of answer.slice(0, 12)) this.read(place, each, depth + 1);
      return;
    }
    for (const [name, value] of Object.entries(answer)) {
      if (typeof value === 'string') this.keep(place, name, value);
      else if (Array.isArray(value) && typeof value[0] === 'string')
        for (const each of value.slice(0, 5)) this.keep(place, name.replace(/s$/, ''), String(each));
      else this.read(place, value, depth + 1);
    }
  }

  private keep(place: string, name: string, value: string): void {
    this.add(name, value);
    if (name === 'id' || name === 'code') this.add(`@${place}`, value);
    if (/^\d{15}$/.test(value)) this.add('code', value);
    if (/^1401\d\d-\w+$|^140106\d{3}-\w+$/.test(value)) this.add('unitId', value);
    if (uuid.test(value)) this.add('id', value);
    if (/PostId$/.test(name)) this.add('postId', value);
  }

  /** Values that stood in a field of this name, or of one that ends so: `toPostId` is a `postId`. */
  of(name: string): readonly string[] {
    const plain = name.replace(/s$/, '');
    const known = this.byName.get(name) ?? this.byName.get(plain);
    if (known) return known;
    const tail = /(Post|Unit|Party|Center|Region|Clock|File)(Id|Code)$/.exec(plain)?.[0] ?? '';
    return this.byName.get(tail.charAt(0).toLowerCase() + tail.slice(1)) ?? this.all?.of(name) ?? [];
  }
}
