import { ReLogin } from './people/login/ReLogin.tsx';
import { TablePage } from './signing/TablePage.tsx';
import { useMe } from './useMe.ts';

/** Without the frame of the workbench: residents look at this screen. Whoever was logged out meanwhile logs in over it. */
export function SigningTable() {
  const me = useMe();
  return (
    <>
      <TablePage />
      <ReLogin me={me} />
    </>
  );
}
