interface Route {
  readonly method: string | readonly string[];
  readonly url: string;
}

/** The addresses there are, to tell a wrong method from a wrong address. */
export class KnownRoutes {
  private readonly routes: { readonly methods: readonly string[]; readonly steps: readonly string[] }[] = [];

  add({ method, url }: Route): void {
    this.routes.push({ methods: [method].flat(), steps: url.split('/') });
  }

  /** The methods that an address takes; none when there is no such address. */
  methodsAt(url: string): readonly string[] {
    const steps = (url.split('?', 1)[0] ?? '').split('/');
    const matching = this.routes.filter(
      (route) =>
        route.steps.length === steps.length &&
        route.steps.every((step, index) => (step.startsWith(':') ? steps[index] !== '' : step === steps[index])),
    );
    return [...new Set(matching.flatMap(({ methods }) => methods))].sort();
  }
}
