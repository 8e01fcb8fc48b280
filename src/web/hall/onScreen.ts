/**
 * Runs in the browser of a machine in the hall, sent there as its own text: it may use nothing from outside of itself.
 * Asks for what changed, says new calls aloud when that was switched on, prints a fresh number.
 */
export function onScreen(): void {
  const VOICE = 'fengqiao.hall.voice';
  const board = document.getElementById('board');
  const voice = document.getElementById('voice');
  const lost = document.getElementById('lost');
  const isOn = (): boolean => {
    try {
      return localStorage.getItem(VOICE) === 'on';
    } catch {
      return false;
    }
  };
  const callsOf = (): Map<string, string> =>
    new Map(
      [...document.querySelectorAll<HTMLElement>('[data-call]')].map((each) => [
        each.dataset.call ?? '',
        each.dataset.say ?? '',
      ]),
    );
  let heard = new Set(callsOf().keys());
  const say = (text: string): void => {
    const spoken = new SpeechSynthesisUtterance(text);
    spoken.lang = 'zh-CN';
    spoken.rate = 0.9;
    speechSynthesis.speak(spoken);
  };
  const showVoice = (): void => {
    if (!voice) return;
    voice.hidden = !('speechSynthesis' in window);
    voice.setAttribute('aria-pressed', String(isOn()));
    voice.textContent = isOn() ? '声音：开' : '声音：关';
  };
  voice?.addEventListener('click', () => {
    try {
      localStorage.setItem(VOICE, isOn() ? 'off' : 'on');
    } catch {}
    showVoice();
  });
  showVoice();

  const renew = async (): Promise<void> => {
    try {
      const answer = await fetch(`${location.pathname.replace(/\/$/, '')}/board`, { redirect: 'error' });
      if (answer.status === 401) return location.reload();
      if (!answer.ok) throw new Error(String(answer.status));
      const text = await answer.text();
      if (lost) lost.hidden = true;
      if (!board || board.innerHTML === text) return;
      board.innerHTML = text;
      const calls = callsOf();
      if (isOn()) for (const [call, words] of calls) if (!heard.has(call)) say(words);
      heard = new Set([...heard, ...calls.keys()]);
    } catch {
      if (lost) lost.hidden = false;
    }
  };
  if (board) setInterval(() => void renew(), 3000);

  if (document.body.dataset.print === 'now') window.print();
  const code = document.getElementById('code') as HTMLInputElement | null;
  for (const key of document.querySelectorAll<HTMLElement>('[data-digit]'))
    key.addEventListener('click', () => {
      if (code) code.value = key.dataset.digit === 'back' ? code.value.slice(0, -1) : code.value + key.dataset.digit;
    });
}

export const screenScript = `(${onScreen.toString()})();`;
