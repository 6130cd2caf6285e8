/**
 * The file name of a program, in lower case, of what a list of processes says: a name, a path, or a
 * command line.
 */
export const programOf = (text: string): string => {
  const path =
    /^"([^"]+)"/.exec(text)?.[1] ??
    /^.*?\.exe(?=\s|$)/i.exec(text)?.[0] ??
    (text.split(/\s+-/)[0] as string)
  return (path.trim().split(/[\\/]/).at(-1) as string).toLowerCase()
}

/** Whether a command line sets up Chrome Remote Desktop with a PIN that stands in it. */
export const isScriptedDesktop = (text: string): boolean =>
  /remoting_start_host\b/i.test(text) && /\s--?pin[=\s]/i.test(text)
