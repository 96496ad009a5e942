/** Pages that the host itself shows. No styles: the policy allows none that are not files. */
export type Page = { readonly status: number; readonly html: string };

export const notAllowedPage: Page = page(
  403,
  'Ninefold is not open in this browser',
  `<p>Ninefold answers only to the browser that opened it. Its address works once, and this browser does not hold the key.</p>
<p>To open it: start Ninefold again (<code>npm start</code>, or <code>npm run -s ninefold -- serve STUDY</code>) and use the whole address that it prints, with everything after <code>?token=</code>.</p>
<p>Nothing is lost: studies save themselves as you work.</p>`,
);

export const notFoundPage: Page = page(
  404,
  'There is nothing at this address',
  '<p><a href="/">Go to Ninefold&rsquo;s start</a></p>',
);

/** A page that says why a request was refused. `message` is our own text, without markup. */
export function refusalPage(status: number, message: string): Page {
  return page(status, 'Not possible', `<p>${message}</p>`);
}

function page(status: number, title: string, body: string): Page {
  return {
    status,
    html: `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>${title}</title></head>
<body>
<h1>${title}</h1>
${body}
</body>
</html>
`,
  };
}
