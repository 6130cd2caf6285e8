/** Where text goes. Writing waits until the receiver has taken it, so nothing piles up in memory. */
export interface Sink {
  readonly terminal: boolean
  readonly columns: number | undefined
  write(text: string): Promise<void>
  /** All is written: what was written counts from here on. */
  end(): Promise<void>
  /** The run failed: nothing of it shall be taken for an answer. */
  discard(): void
}

/** The reader of the output has gone, as `head` does when it has enough: no error, but no more work. */
export class OutputClosed extends Error {
  constructor() {
    super('nobody reads the output any more')
    this.name = 'OutputClosed'
  }
}

const fullCharacters = 65_536
const waitMs = 30

/**
 * Gathers text into large writes, at most a moment long, and lets the process breathe between them:
 * a run that only computes would otherwise never see Ctrl-C.
 */
export class Gathered {
  private text = ''
  private timer: NodeJS.Timeout | undefined
  private last: Promise<void> = Promise.resolve()
  private failure: unknown
  private readonly put: (text: string) => Promise<void>

  constructor(put: (text: string) => Promise<void>) {
    this.put = put
  }

  async write(text: string): Promise<void> {
    if (this.failure) throw this.failure
    this.text += text
    if (this.text.length >= fullCharacters) return this.flush()
    this.timer ??= setTimeout(() => {
      // The failure is thrown by the next write or flush.
      this.flush().catch(() => undefined)
    }, waitMs)
  }

  /** Writes what is gathered and waits for it. */
  async flush(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    const text = this.text
    this.text = ''
    this.last = this.last.then(async () => {
      if (text !== '' && this.failure === undefined) await this.put(text)
    })
    this.last.catch((error: unknown) => {
      this.failure ??= error
    })
    await this.last
    await new Promise((resolve) => setImmediate(resolve))
  }

  drop(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    this.text = ''
  }
}
