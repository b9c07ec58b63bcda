/** Numbers, + − * / ^, brackets and ln(): enough for the arithmetic of the figures, and nothing that runs code. */
type Token = number | '+' | '-' | '*' | '/' | '^' | '(' | ')' | 'ln';

/**
 * The value of an expression such as `41.06 * 1024^3 / 1408280000`. `^` binds strongest and to the right,
 * a sign less than `^` (−2^2 is −4).
 * @throws SyntaxError where the text is no such expression; RangeError where the value is not finite.
 */
export function evaluate(expression: string): number {
  const parser = new Parser(tokenise(expression), expression);
  const value = parser.parse();
  if (!Number.isFinite(value)) throw new RangeError(`“${expression}” has no finite value`);
  return value;
}

/** Half away from zero at the given decimals, as people round: 0.285 at two decimals is 0.29. */
export function roundTo(value: number, decimals: number): number {
  const scaled = Number(`${Math.abs(value)}e${decimals}`);
  const shifted = Number.isNaN(scaled) ? Math.abs(value) * 10 ** decimals : scaled;
  return (Math.sign(value) * Math.round(shifted)) / 10 ** decimals;
}

function tokenise(expression: string): readonly Token[] {
  const tokens: Token[] = [];
  let rest = expression.trimStart();
  while (rest !== '') {
    const match = /^(?:(?<number>\d+(?:\.\d+)?(?:e[+-]?\d+)?)|(?<word>ln|[-+*/^()]))\s*/u.exec(rest);
    if (!match?.groups) throw new SyntaxError(`“${expression}”: cannot read “${rest}”`);
    const { number, word } = match.groups;
    tokens.push(number === undefined ? (word as Exclude<Token, number>) : Number(number));
    rest = rest.slice(match[0].length);
  }
  return tokens;
}

class Parser {
  readonly #tokens: readonly Token[];
  readonly #expression: string;
  #at = 0;

  constructor(tokens: readonly Token[], expression: string) {
    this.#tokens = tokens;
    this.#expression = expression;
  }

  parse(): number {
    const value = this.#sum();
    if (this.#at < this.#tokens.length) this.#fail();
    return value;
  }

  #sum(): number {
    let value = this.#product();
    for (;;) {
      if (this.#take('+')) value += this.#product();
      else if (this.#take('-')) value -= this.#product();
      else return value;
    }
  }

  #product(): number {
    let value = this.#signed();
    for (;;) {
      if (this.#take('*')) value *= this.#signed();
      else if (this.#take('/')) value /= this.#signed();
      else return value;
    }
  }

  #signed(): number {
    return this.#take('-') ? -this.#signed() : this.#power();
  }

  #power(): number {
    const base = this.#atom();
    return this.#take('^') ? base ** this.#signed() : base;
  }

  #atom(): number {
    const token = this.#tokens[this.#at];
    if (typeof token === 'number') {
      this.#at++;
      return token;
    }
    const logarithm = this.#take('ln');
    if (!this.#take('(')) this.#fail();
    const value = this.#sum();
    if (!this.#take(')')) this.#fail();
    return logarithm ? Math.log(value) : value;
  }

  #take(token: Token): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at++;
    return true;
  }

  #fail(): never {
    throw new SyntaxError(
      `“${this.#expression}” is not complete or has something too much at token ${this.#at + 1}`,
    );
  }
}
