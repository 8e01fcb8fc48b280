import { type Finding, lineAt, type Source } from './source.ts';

type Rule = { readonly in: RegExp; readonly found: RegExp; readonly sentence: string };

const everywhere = /^(?!(?:mutation\/)?package-lock\.json|LICENSE|checks\/)/;
const code = /^(src|bin|seeds)\/(?!(.*\/)?testing\/|.*\.test\.tsx?$)/;

const rules: readonly Rule[] = [
  {
    in: everywhere,
    found:
      /\b([Pp]rompt(s|ed)?|AI|LLMs?|GPT|ChatGPT|[Cc]opilot|[Cc]laude|Anthropic|OpenAI|[Ll]anguage models?|[Ss]ubagents?)\b|人工智能|大模型/g,
    sentence: 'this file is about the product, not about how it was written',
  },
  {
    in: everywhere,
    found: /(?<![\w.:/-])\/(work\/(main|shared)|home\/\w+|root|Users\/\w+|tmp\/bash)\b|\b[A-Z]:\\Users\\/g,
    sentence: 'a path of one machine',
  },
  {
    in: everywhere,
    found: /(?<![\w/-])(house|mission|domain|ux|anchors|dependencies|beyond)\.md\b/g,
    sentence: 'a document that is not in this repository',
  },
  {
    in: code,
    found: /操作成功|操作失败|暂无数据|系统异常|系统繁忙|温馨提示|亲[，,！!]/g,
    sentence: 'say what happened and what to do next, to a person',
  },
  {
    in: code,
    found: /\p{Emoji_Presentation}|\uFE0F/gu,
    sentence: 'no emoji: ui/StateIcon.tsx draws what a word needs',
  },
];

export function words(sources: readonly Source[]): Finding[] {
  return sources.flatMap(({ path, text }) =>
    rules
      .filter((rule) => rule.in.test(path))
      .flatMap(({ found, sentence }) =>
        [...text.matchAll(found)].map((match) => ({
          file: path,
          line: lineAt(text, match.index),
          rule: 'words',
          sentence: `“${match[0]}”: ${sentence}`,
        })),
      ),
  );
}
