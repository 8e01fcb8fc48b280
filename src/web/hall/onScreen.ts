// Each function runs in the browser of a machine in the hall and is sent there as its own text: it may use nothing from
// outside of itself.

/** Voice is off until somebody switches it on at this machine; the machine remembers. */
function switchVoice(): void {
  const key = 'fengqiao.hall.voice';
  const button = document.getElementById('voice');
  if (!button) return;
  let on = false;
  try {
    on = localStorage.getItem(key) === 'on';
  } catch {}
  const show = (): void => {
    document.body.dataset.voice = on ? 'on' : 'off';
    button.hidden = !('speechSynthesis' in window);
    button.setAttribute('aria-pressed', String(on));
    button.textContent = on ? '声音：开' : '声音：关';
  };
  button.addEventListener('click', () => {
    on = !on;
    try {
      localStorage.setItem(key, on ? 'on' : 'off');
    } catch {}
    show();
  });
  show();
}

/** Asks for what changed, and says a call that is new. A screen that lost its server says so. */
function renewBoard(): void {
  const board = document.getElementById('board');
  const lost = document.getElementById('lost');
  if (!board || !lost) return;
  const calls = () => [...document.querySelectorAll<HTMLElement>('[data-call]')];
  const heard = new Set(calls().map(({ dataset }) => dataset.call));
  const sayNew = (): void => {
    for (const { dataset } of calls()) {
      if (document.body.dataset.voice === 'on' && !heard.has(dataset.call)) {
        const spoken = new SpeechSynthesisUtterance(dataset.say ?? '');
        spoken.lang = 'zh-CN';
        spoken.rate = 0.9;
        speechSynthesis.speak(spoken);
      }
      heard.add(dataset.call);
    }
  };
  const renew = async (): Promise<void> => {
    try {
      const answer = await fetch(`${location.pathname.replace(/\/$/, '')}/board`, { redirect: 'error' });
      if (answer.status === 401) return location.reload();
      if (!answer.ok) throw new Error(String(answer.status));
      const text = await answer.text();
      lost.hidden = true;
      if (board.innerHTML === text) return;
      board.innerHTML = text;
      sayNew();
    } catch {
      lost.hidden = false;
    }
  };
  setInterval(() => void renew(), 3000);
}

/** A fresh number goes to the printer; a machine without a keyboard has keys on its screen. */
function useMachine(): void {
  if (document.body.dataset.print === 'now') window.print();
  const code = document.getElementById('code') as HTMLInputElement | null;
  for (const key of document.querySelectorAll<HTMLElement>('[data-digit]'))
    key.addEventListener('click', () => {
      if (code) code.value = key.dataset.digit === 'back' ? code.value.slice(0, -1) : code.value + key.dataset.digit;
    });
}

/** Whoever went away leaves the machine to the next; each touch gives the whole time again. */
function goBack(): void {
  const seconds = Number(document.body.dataset.back ?? 0);
  if (seconds === 0) return;
  let waiting = 0;
  const begin = (): void => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => location.assign('/hall'), seconds * 1000);
  };
  for (const touch of ['pointerdown', 'keydown', 'scroll']) document.addEventListener(touch, begin);
  begin();
}

export const screenScript = [switchVoice, renewBoard, useMachine, goBack]
  .map((work) => `(${work.toString()})();`)
  .join('\n');
