import { useEffect, useState } from 'react';

/** The browser's own voice, where it has one that speaks Chinese; null: somebody has to read it out. */
export function useVoice(text: string): { speaking: boolean; toggle: () => void } | null {
  const [able, setAble] = useState(false);
  const [speaking, setSpeaking] = useState(false);
  useEffect(() => {
    if (!('speechSynthesis' in window)) return;
    const look = () => setAble(speechSynthesis.getVoices().some(({ lang }) => lang.toLowerCase().startsWith('zh')));
    look();
    // Voices come a moment later in most browsers.
    speechSynthesis.addEventListener('voiceschanged', look);
    return () => {
      speechSynthesis.removeEventListener('voiceschanged', look);
      speechSynthesis.cancel();
    };
  }, []);
  // Another person sits down: what was being read is not his.
  useEffect(
    () => () => {
      if ('speechSynthesis' in window && text) speechSynthesis.cancel();
      setSpeaking(false);
    },
    [text],
  );
  if (!able) return null;
  const toggle = () => {
    speechSynthesis.cancel();
    setSpeaking(!speaking);
    if (speaking) return;
    const spoken = new SpeechSynthesisUtterance(text);
    spoken.lang = 'zh-CN';
    spoken.rate = 0.85;
    spoken.onend = () => setSpeaking(false);
    speechSynthesis.speak(spoken);
  };
  return { speaking, toggle };
}
