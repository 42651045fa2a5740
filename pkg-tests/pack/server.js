// The elements on a server that renders pages: it has none, and the browser makes them of the same markup.
export class TiEligibility {}
export class TiCofinancing {}
