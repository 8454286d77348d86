/** What a browser sees that has not been let in: how to get in, in both languages, without script or style. */

export function strangerPage(): string {
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>政务公开文件台账</title>
<h1>请用程序给出的地址打开</h1>
<p>本页只向启动程序的人开放。请回到启动程序的窗口，打开其中显示的完整地址（含 token，一次有效）；地址已用过的，请重新启动程序。</p>
<h1 lang="en">Open the address that the program printed</h1>
<p lang="en">This page is open only to whoever started the program. Go back to where it was started and open the whole address shown there, token included; it works once. If it has been used, start the program again.</p>
</html>
`;
}
