import type { WordFound } from '../../../imports/importViews.ts';
import { makeCatalog } from '../../../ui/i18n.ts';

const n = (count: number): string => count.toLocaleString('en-US');

const isPerson = (field: string): boolean => field === 'handler' || field === 'registrar';
/** What a person has to look at: what means nothing to us, and what only sounds alike. A name without an account is no question. */
export const isAsked = ({ field, how }: WordFound): boolean => how === 'loose' || (how === 'none' && !isPerson(field));

export const useImportWords = makeCatalog({
  zh: {
    title: '导入旧台账',
    intro: '把中心原来的 Excel 台账接过来。先读、再对应、再检查，看清楚了才写入；写入以后还能整个撤销。',
    choose: '选台账文件…',
    accepts:
      'Excel（.xlsx）或 CSV，最多 60 MB、20 万行。上面有标题、表头两行、日期写法不一样都可以。老格式（.xls、.et）在 WPS 或 Excel 里另存为 .xlsx 再传。',
    uploading: '正在传文件、找表头',
    past: '导入过的',
    nonePast: '还没有导入过。安装包里有一份样表，可以先拿它试一遍。',
    file: '文件',
    uploaded: '传的时间',
    by: '谁传的',
    stands: '到哪一步',
    rowsHead: '行',
    open: '打开',
    state: (name: string) =>
      ({
        draft: '等检查',
        checked: '检查好了，还没写入',
        applying: '正在写入',
        applied: '已写入',
        undoing: '正在撤销',
        undone: '已撤销',
        dropped: '不导入了',
      })[name] ?? name,
    halfWay: '写到一半，可以接着写',
    counts: (applied: number, undone: number, rows: number) =>
      undone > 0
        ? `撤销 ${n(undone)}，留下 ${n(applied)}`
        : applied > 0
          ? `写入 ${n(applied)} / ${n(rows)}`
          : rows > 0
            ? `${n(rows)} 行`
            : '',
    steps: '步骤',
    stepFile: '传文件',
    stepMap: '对应',
    stepCheck: '检查',
    stepApply: '写入',
    stepDone: '结果',
    back: '全部导入',
    drop: '不导入这份',
    table: '表在哪里',
    sheet: '工作表',
    hidden: (name: string) => `${name}（隐藏的）`,
    headerRow: '表头在第几行',
    headerRows: '表头占几行',
    one: '一行',
    two: '两行',
    pointAt: '按这里重新找',
    year: '没写年份的日期算哪一年',
    yearHint: '「3月5日」这样的日期用它；标题里写了年份的已经填好。',
    tenThousand: '金额一列没写单位的，按万元算',
    columns: '哪一列是什么',
    columnsNote: '按列名和内容猜的，改过的下次还记得。不导入的列原样留在原文件里。',
    column: '列名',
    samples: '前几行',
    meaning: '是什么',
    notTaken: '不导入',
    words: '词的对应',
    wordsNote: (asked: number, unlisted: number) =>
      [
        asked > 0
          ? `${asked} 个词要看一眼：对不上的要选，猜的不对就改。选过的以后的文件也照这个来。`
          : '每个词都对上了，一字不差或者是选过的。',
        unlisted > 0 && `词太多，还有 ${n(unlisted)} 行的词没有列出来。`,
      ]
        .filter(Boolean)
        .join(''),
    sureWords: (count: number) => `另外 ${n(count)} 个词`,
    word: '表里的词',
    times: '几行',
    how_: '怎么对上的',
    how: (field: string, how: WordFound['how']) => {
      if (isPerson(field))
        return how === 'none' ? '没有这个名字的账号，名字照留' : how === 'loose' ? '同名的同事，看一眼' : '选的';
      return { none: '对不上', loose: '猜的，看一眼', chosen: '选的', exact: '一字不差' }[how];
    },
    ours: '系统里是',
    chooseOne: '选一个',
    nothingFound: '没有这样的',
    check: '检查每一行',
    checkAgain: '按改过的对应再检查',
    checking: '正在检查，什么都不会写',
    applyingNow: '正在写入',
    undoingNow: '正在撤销',
    stop: '先停下',
    outcome: '检查结果',
    result: (name: string) =>
      ({
        ready: '可以写入',
        wrong: '要改',
        same: '写过了，不再写',
        changed: '编号写过、内容不同',
        possible: '可能是同一件',
        applied: '已写入',
        kept: '撤销时留下的',
      })[name] ?? name,
    left: '没有当成一件事的行',
    empty: (count: number) => `空行 ${n(count)} 行`,
    totals: (rows: string) => `合计：第 ${rows} 行`,
    headers: (rows: string) => `重复的表头：第 ${rows} 行`,
    feet: (rows: string) => `落款：第 ${rows} 行`,
    sensitive: (rows: string) =>
      `第 ${rows} 行写到家庭暴力、性侵害或未成年人，没有标限制知悉。写入后由中心负责人逐件设限，或者在表里加「限制知悉」一列再传。`,
    marked: '下载标好的文件',
    markedNote: '原样的一份，最后一列写着每行要改的地方，有错的格子涂了底色。改好以后传新文件，写过的不会再写一遍。',
    row: '第几行',
    what: '要改的地方',
    likeRow: (row: number, file: string | null) =>
      file === null ? `和这份文件第 ${row} 行像是同一件` : `和还没写入的《${file}》第 ${row} 行像是同一件`,
    both: (rows: string) => `一格里写了两方，前面的算申请人，后面的算对方：第 ${rows} 行`,
    hiddenRows: (rows: string) => `Excel 里隐藏的行也读了：第 ${rows} 行`,
    otherSheets: (names: string) =>
      `这份文件里还有别的表没有读：${names}。一次写入一张；写完这张，再传一次这份文件，在「工作表」里选下一张。`,
    guessed: '猜的词',
    guessedText: (list: string, more: number) =>
      `${list}${more > 0 ? `，还有 ${n(more)} 个` : ''}。不对就先不写入，回去改。`,
    likeBefore: '以前导入过',
    changedNote: '这个编号以前导入过，内容不一样：已有的事不改。要改的到那一件里改。',
    like: '像哪一件',
    alsoTake: '不是同一件，也写入',
    more: '再看 50 行',
    noneOf: '没有这样的行。',
    apply: (count: number) => `把 ${n(count)} 行写入`,
    goOn: (count: number) => `接着写剩下的 ${n(count)} 行`,
    leaveApply: '先不写入',
    applyTitle: (count: number) => `写入 ${n(count)} 件`,
    becomes: '变成什么',
    becomesText: (count: number) => `${n(count)} 件纠纷，各给一个新编号；原编号留着，搜得到。有错的行不写。`,
    who: '谁看得到',
    whoText: '和平常登记的一样：本中心、上级中心、承办单位。标了限制知悉的只有负责人。',
    clocks: '时限',
    clocksText:
      '在办的按真实的登记日期计时。已经过期的照实显示逾期，但不催办、不自动发督办单。办结的没有时限，也不欠回访。',
    told: '告诉谁',
    toldText: '不发通知。在办的会出现在各岗位的待办里。过去的统计会把它们算进去。',
    undoable: '能不能改',
    undoableText: '可以整个撤销，直到有人在其中一件上办了事；办过的那件留下。',
    applied: (count: number) => `已写入 ${n(count)} 件。`,
    undo: '撤销整次导入…',
    undoTitle: '撤销这次导入',
    undoAct: (count: number) => `撤销 ${n(count)} 件`,
    leaveUndo: '先不撤销',
    undoText: (count: number) =>
      `${n(count)} 件从所有人的台账、待办、搜索和统计里拿掉，时限停下，编号不再给别人。办理记录留着。`,
    undoKept: '已经有人办过事的（签收、改过、打过小票……）留下，做完会列出来。',
    undone: (count: number, kept: number) =>
      kept > 0 ? `撤销了 ${n(count)} 件，留下 ${n(kept)} 件：有人已经办过。` : `撤销了 ${n(count)} 件。`,
    stopped: '停下了。已经写好的整批都在，没有写一半的事。',
    failed: (problem: string) => problem,
  },
  en: {
    title: 'Import an old ledger',
    intro:
      'Take over the Excel ledger the center kept. Read, match, check; it is written only then, and can be taken back whole.',
    choose: 'Choose the ledger…',
    accepts:
      'Excel (.xlsx) or CSV, up to 60 MB and 200,000 rows. Titles above, two header rows and mixed dates are fine.',
    uploading: 'Sending the file, looking for the header',
    past: 'Imported before',
    nonePast: 'Nothing yet. A sample workbook comes with the installation; try it first.',
    file: 'File',
    uploaded: 'Sent',
    by: 'By',
    stands: 'Stands at',
    rowsHead: 'Rows',
    open: 'Open',
    state: (name: string) =>
      ({
        draft: 'To be checked',
        checked: 'Checked, not written',
        applying: 'Being written',
        applied: 'Written',
        undoing: 'Being taken back',
        undone: 'Taken back',
        dropped: 'Dropped',
      })[name] ?? name,
    halfWay: 'Half written, can go on',
    counts: (applied: number, undone: number, rows: number) =>
      undone > 0
        ? `${n(undone)} taken back, ${n(applied)} kept`
        : applied > 0
          ? `${n(applied)} of ${n(rows)} written`
          : rows > 0
            ? `${n(rows)} rows`
            : '',
    steps: 'Steps',
    stepFile: 'File',
    stepMap: 'Match',
    stepCheck: 'Check',
    stepApply: 'Write',
    stepDone: 'Result',
    back: 'All imports',
    drop: 'Drop this file',
    table: 'Where the table is',
    sheet: 'Sheet',
    hidden: (name: string) => `${name} (hidden)`,
    headerRow: 'Row of the header',
    headerRows: 'Header rows',
    one: 'One',
    two: 'Two',
    pointAt: 'Look again here',
    year: 'Year of dates without one',
    yearHint: 'For dates such as 3月5日; filled in when the title names a year.',
    tenThousand: 'Amounts without a unit are in ten thousand yuan',
    columns: 'Which column is what',
    columnsNote: 'Guessed by title and contents; what you change is remembered. Other columns stay in your file.',
    column: 'Title',
    samples: 'First cells',
    meaning: 'Is',
    notTaken: 'Not imported',
    words: 'What words are taken for',
    wordsNote: (asked: number, unlisted: number) =>
      [
        asked > 0
          ? `${asked} words to look at: choose where nothing fits, correct what was guessed wrong. Later files follow.`
          : 'Every word is the very name here, or was chosen.',
        unlisted > 0 && ` Too many words: those of ${n(unlisted)} rows are not listed.`,
      ]
        .filter(Boolean)
        .join(''),
    sureWords: (count: number) => `${n(count)} more words`,
    word: 'Word in the file',
    how_: 'How',
    how: (field: string, how: WordFound['how']) => {
      if (isPerson(field))
        return how === 'none'
          ? 'no account; the name stays'
          : how === 'loose'
            ? 'colleague of that name, look'
            : 'chosen';
      return { none: 'nothing fits', loose: 'guessed, look', chosen: 'chosen', exact: 'the very name' }[how];
    },
    times: 'Rows',
    ours: 'Here',
    chooseOne: 'Choose',
    nothingFound: 'None like that',
    check: 'Check every row',
    checkAgain: 'Check again',
    checking: 'Checking; nothing is written',
    applyingNow: 'Writing',
    undoingNow: 'Taking back',
    stop: 'Stop for now',
    outcome: 'What was found',
    result: (name: string) =>
      ({
        ready: 'Can be written',
        wrong: 'To correct',
        same: 'Written before',
        changed: 'Known number, other contents',
        possible: 'Perhaps the same',
        applied: 'Written',
        kept: 'Kept',
      })[name] ?? name,
    left: 'Rows that are no dispute',
    empty: (count: number) => `${n(count)} empty`,
    totals: (rows: string) => `totals: row ${rows}`,
    headers: (rows: string) => `header again: row ${rows}`,
    feet: (rows: string) => `signatures: row ${rows}`,
    sensitive: (rows: string) =>
      `Rows ${rows} speak of violence at home, sexual harm or minors and are not restricted. The center’s leader restricts them one by one, or a column 限制知悉 is added to the file.`,
    marked: 'Fetch the marked file',
    markedNote:
      'Your file as it was, with a last column that says what to correct. Send the corrected file; nothing is written twice.',
    row: 'Row',
    what: 'To correct',
    likeRow: (row: number, file: string | null) =>
      file === null ? `looks like row ${row} of this file` : `looks like row ${row} of ${file}, not written yet`,
    both: (rows: string) => `both sides in one cell, the first taken for the applicant: row ${rows}`,
    hiddenRows: (rows: string) => `Rows hidden in Excel are read as well: ${rows}`,
    otherSheets: (names: string) =>
      `Other sheets of this file were not read: ${names}. One sheet at a time: send the file again and choose the next.`,
    guessed: 'Guessed words',
    guessedText: (list: string, more: number) =>
      `${list}${more > 0 ? ` and ${n(more)} more` : ''}. If one is wrong, go back and choose.`,
    likeBefore: 'imported before',
    changedNote: 'This number was imported before with other contents; what exists is not changed.',
    like: 'Like',
    alsoTake: 'Another one, write it too',
    more: '50 more rows',
    noneOf: 'No such rows.',
    apply: (count: number) => `Write ${n(count)} rows`,
    goOn: (count: number) => `Go on with ${n(count)} rows`,
    leaveApply: 'Not now',
    applyTitle: (count: number) => `Write ${n(count)} disputes`,
    becomes: 'Becomes',
    becomesText: (count: number) =>
      `${n(count)} disputes with new codes; the old number is kept and found. Wrong rows are not written.`,
    who: 'Seen by',
    whoText: 'As if registered: this center, those above, the unit. Restricted ones by the leader only.',
    clocks: 'Clocks',
    clocksText:
      'Open ones run from their true day. What is over is shown late, but nobody is warned and no notice is sent.',
    told: 'Told',
    toldText: 'Nobody. Open ones appear in the lists of work. Figures of the past count them.',
    undoable: 'Undo',
    undoableText: 'As a whole, until somebody works on one of them; that one stays.',
    applied: (count: number) => `${n(count)} disputes written.`,
    undo: 'Take the import back…',
    undoTitle: 'Take this import back',
    undoAct: (count: number) => `Take back ${n(count)}`,
    leaveUndo: 'Not now',
    undoText: (count: number) =>
      `${n(count)} disputes leave all lists, search and figures; their clocks stop; codes are not given again. The history stays.`,
    undoKept: 'Those somebody has worked on stay and are listed.',
    undone: (count: number, kept: number) =>
      kept > 0 ? `${n(count)} taken back, ${n(kept)} kept.` : `${n(count)} taken back.`,
    stopped: 'Stopped. Whole batches are written, nothing by halves.',
    failed: (problem: string) => problem,
  },
});
