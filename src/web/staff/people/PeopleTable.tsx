import { Button, Dropdown, type MenuProps } from 'antd';
import type { PostView } from '../../../people/me.ts';
import { isAdministrator } from '../../../people/roles.ts';
import type { UserView } from '../../../people/views.ts';
import { clockTime } from '../../../ui/dates.ts';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { useMe } from '../useMe.ts';
import { usePeopleWords } from './words.ts';

export type Doing =
  | { act: 'add' }
  | { act: 'give'; user: UserView }
  | { act: 'end'; user: UserView; post: PostView }
  | { act: 'reset' | 'disable' | 'enable' | 'factor'; user: UserView };

type Props = { users: readonly UserView[]; role: string; onAct: (doing: Doing) => void };

/** What this administrator may do with this person; the rest is absent, the server says why when asked anyway. */
function useActsOf(user: UserView, role: string, onAct: Props['onAct']): NonNullable<MenuProps['items']> {
  const t = usePeopleWords();
  const { today } = useMe();
  const standing = user.posts.filter(({ validTo }) => validTo === null || validTo >= today);
  const kept = standing.some((post) => isAdministrator(post.role)) === (role === 'securityAdmin');
  const ends = standing
    .filter((post) => isAdministrator(post.role) === (role === 'securityAdmin'))
    .map((post) => ({
      key: post.id,
      label: t.endPost(`${post.unitShort} ${post.roleLabel}`),
      onClick: () => onAct({ act: 'end', user, post }),
    }));
  const own = kept
    ? [
        { key: 'reset', label: t.reset, onClick: () => onAct({ act: 'reset', user }) },
        user.active
          ? { key: 'disable', label: t.disable, onClick: () => onAct({ act: 'disable', user }) }
          : { key: 'enable', label: t.enable, onClick: () => onAct({ act: 'enable', user }) },
      ]
    : [];
  const factor =
    role === 'securityAdmin' && user.enrolled
      ? [{ key: 'factor', label: t.resetFactor, onClick: () => onAct({ act: 'factor', user }) }]
      : [];
  return [...own, ...factor, ...ends];
}

function Posts({ posts, today }: { posts: readonly PostView[]; today: string }) {
  const t = usePeopleWords();
  const standing = posts.filter(({ validTo }) => validTo === null || validTo >= today);
  if (standing.length === 0) return <span className="third">{t.noPost}</span>;
  return standing.map((post) => (
    <div key={post.id}>
      {post.unitShort} {post.roleLabel}
      <span className="second">
        {post.validFrom > today && ` ${t.from(post.validFrom)}`}
        {post.validTo && ` ${t.until(post.validTo)}`}
      </span>
    </div>
  ));
}

function Row({ user, role, onAct }: { user: UserView } & Omit<Props, 'users'>) {
  const t = usePeopleWords();
  const { user: me, today } = useMe();
  const items = useActsOf(user, role, onAct);
  const mine = user.id === me.id;
  const standing = user.posts.filter(({ validTo }) => validTo === null || validTo >= today);
  const mayGive = !mine && standing.every((post) => isAdministrator(post.role) === (role === 'securityAdmin'));
  return (
    <tr>
      <td className="nowrap">{user.name}</td>
      <td>{user.login}</td>
      <td>
        <Posts posts={user.posts} today={today} />
      </td>
      <td>
        {user.active ? t.active : <b>{t.disabled}</b>}
        {user.lockedUntil && <div className="late-text">{t.locked(clockTime(user.lockedUntil))}</div>}
        {user.enrolled && <div className="second">{t.factor}</div>}
      </td>
      <td className="nowrap">
        {mayGive && (
          <Button size="small" onClick={() => onAct({ act: 'give', user })}>
            {t.give}
          </Button>
        )}{' '}
        {!mine && items.length > 0 && (
          <Dropdown menu={{ items }} trigger={['click']}>
            <Button size="small" type="text">
              {t.more}
            </Button>
          </Dropdown>
        )}
      </td>
    </tr>
  );
}

export function PeopleTable({ users, ...props }: Props) {
  const t = usePeopleWords();
  return (
    <TableScroll label={t.title}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.login}</th>
            <th scope="col">{t.posts}</th>
            <th scope="col">{t.state}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <Row key={user.id} user={user} {...props} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
