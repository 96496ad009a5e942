/** Whether a line has letters of a script that is written from right to left, so that its own letters must say which way it runs. */
export const rightToLeft = (line: string): boolean =>
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(line);
