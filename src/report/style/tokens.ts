/** Colours and fonts. System fonts only: nothing is fetched, and each system has its own Hangul. */
export const tokens = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --sheet: #fff; --faint: #f3f1eb; --line: #dedcd5;
  --ink: #1b1d20; --soft: #5c626a; --link: #1c5391;
  --toward: #b4530a; --away: #2f6db3; --plain: #7d848d;
  --warn: #fdf3d7; --warnline: #c8961a;
  --text: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Apple SD Gothic Neo",
    "Malgun Gothic", "Noto Sans KR", "Noto Sans CJK KR", "PingFang SC", "Microsoft YaHei",
    "Noto Sans CJK SC", "Hiragino Sans", sans-serif;
  --code: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #141619; --sheet: #1a1d21; --faint: #212529; --line: #33373d;
    --ink: #e8e6e1; --soft: #a3a9b1; --link: #8fbdf2;
    --toward: #f2a14e; --away: #7fb6f3; --plain: #8a929c;
    --warn: #33290f; --warnline: #d6a531;
  }
}
`
