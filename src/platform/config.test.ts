import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig, repositoryRoot } from './config.ts';

test('with nothing set, the demo runs on this machine only, on port 8610, with its data beside the program', () => {
  expect(readConfig({})).toEqual({
    mode: 'demo',
    host: '127.0.0.1',
    port: 8610,
    dataDir: join(repositoryRoot, '.data'),
    databaseUrl: undefined,
    databaseDirectUrl: undefined,
    tls: undefined,
    trustedProxies: ['loopback'],
    publicUrl: 'http://localhost:8610',
  });
});

test('an empty setting counts as not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: ' ', FENGQIAO_MODE: '' })).toEqual(readConfig({}));
});

test('the demo, whose log-ins everyone knows, is never offered to other machines', () => {
  expect(() => readConfig({ HOST: '0.0.0.0' })).toThrow(/只能在本机打开/);
  expect(readConfig({ HOST: '::1' }).host).toBe('::1');
  expect(readConfig({ HOST: '0.0.0.0', FENGQIAO_MODE: 'production' }).host).toBe('0.0.0.0');
});

test('practice has its own port, data and database, sends nothing, and is offered to every desk', () => {
  expect(readConfig({ FENGQIAO_MODE: 'practice', HOST: '0.0.0.0' })).toMatchObject({
    ...{
      mode: 'demo',
      practice: true,
      host: '0.0.0.0',
      port: 8620,
      dataDir: join(repositoryRoot, '.data', 'practice'),
    },
    databaseUrl: undefined,
  });
  const real = { FENGQIAO_MODE: 'practice', DATABASE_URL: 'postgres://a:b@c/d' };
  expect(() => readConfig(real)).toThrow(/练习只用自己的数据库/);
  const sms = { FENGQIAO_MODE: 'practice', SMS_GATEWAY_URL: 'http://sms', SMS_GATEWAY_SECRET: 'x' };
  expect(() => readConfig(sms)).toThrow(/不发短信/);
});

test('the real one may point to where colleagues practice', () => {
  const real = readConfig({ FENGQIAO_MODE: 'production', PRACTICE_URL: 'http://practice:8620/' });
  expect(real.practiceUrl).toBe('http://practice:8620');
  expect(real.practice).toBeUndefined();
});

test.each([
  ['a proxy that is no address', { TRUSTED_PROXIES: '10.1.0.9, gateway' }, /TRUSTED_PROXIES.*“gateway”/],
  ['a range of proxies that no address has', { TRUSTED_PROXIES: '10.1.0.0/33' }, /TRUSTED_PROXIES.*“10.1.0.0\/33”/],
  ['everybody as a proxy', { TRUSTED_PROXIES: '0.0.0.0/0' }, /TRUSTED_PROXIES.*“0.0.0.0\/0”/],
  ['half of an SMS gateway', { SMS_GATEWAY_URL: 'http://sms' }, /要一起填写/],
  ['a port that is no number', { PORT: '86l0' }, /PORT 应是/],
  ['a port beyond the last one', { PORT: '65536' }, /PORT 应是/],
  ['a mode that does not exist', { FENGQIAO_MODE: 'prod' }, /只能是 demo/],
  ['a database that is not PostgreSQL', { DATABASE_URL: 'mysql://a@b/c' }, /DATABASE_URL 不是能用的地址/],
  ['a direct address alone', { DATABASE_DIRECT_URL: 'postgres://a:b@c/d' }, /也要填写 DATABASE_URL/],
  ['a certificate without its key', { TLS_CERT: '/c.pem' }, /要一起填写/],
  ['a certificate that is not there', { TLS_CERT: '/no/c.pem', TLS_KEY: '/no/k.pem' }, /TLS_CERT 指的文件读不到/],
  ['a public address without its protocol', { PUBLIC_URL: 'fengqiao.gov.cn' }, /PUBLIC_URL 不是能用的地址/],
  [
    'production without a database password',
    { FENGQIAO_MODE: 'production', DATABASE_URL: 'postgres://a@b/c' },
    /要带密码/,
  ],
])('%s is told in a sentence', (_, env, sentence) => {
  expect(() => readConfig(env)).toThrow(sentence);
});

test('a database address with a mistake is not repeated: it may hold a password', () => {
  expect(() => readConfig({ DATABASE_URL: 'postgre://admin:geheim@db/x' })).toThrow(/^(?!.*geheim)/s);
});

test('with a certificate, production listens for everyone and is reached over https', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fengqiao-config-'));
  const [cert, key] = [join(folder, 'c.pem'), join(folder, 'k.pem')];
  writeFileSync(cert, '');
  writeFileSync(key, '');
  const config = readConfig({ FENGQIAO_MODE: 'production', TLS_CERT: cert, TLS_KEY: key });
  expect(config).toMatchObject({ host: '0.0.0.0', publicUrl: 'https://localhost:8610', tls: { certFile: cert } });
  rmSync(folder, { recursive: true });
});

test('migrations and LISTEN go past the pooler when it is told where the server is', () => {
  const [databaseUrl, databaseDirectUrl] = ['postgres://a:b@pooler:6432/f', 'postgres://a:b@db:5432/f'];
  expect(readConfig({ DATABASE_URL: databaseUrl, DATABASE_DIRECT_URL: databaseDirectUrl })).toMatchObject({
    databaseUrl,
    databaseDirectUrl,
  });
  expect(readConfig({ DATABASE_URL: databaseUrl }).databaseDirectUrl).toBe(databaseUrl);
});

test('proxies are named by address or range; whoever names some names this machine too, if it is one', () => {
  const { trustedProxies } = readConfig({ TRUSTED_PROXIES: 'loopback, 10.1.0.9 172.16.0.0/12,fd00::/8' });
  expect(trustedProxies).toEqual(['loopback', '10.1.0.9', '172.16.0.0/12', 'fd00::/8']);
});
