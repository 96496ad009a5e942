/** A short interview of our own: a young person about a boat-building project. */
export const interviewText = `Interviewer: How did you hear about the boat shed?
Robin: My cousin went first. I thought it would be dull, to be honest.
Interviewer: And was it?
Robin: No. We built a rowing boat from nothing, and Sal showed me how to measure twice and cut once. I trust Sal.
Interviewer: What is different now?
Robin: I turn up. At school as well \u{1F6A3} \u2014 most days.
`;

export const secondText = `Interviewer: What do you see on the slipway?
Sal: They argue less. When a plank splits nobody shouts any more, they laugh and start again.
`;

export const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

export const fileOf = (name: string, text: string) => ({ name, bytes: utf8(text) });
