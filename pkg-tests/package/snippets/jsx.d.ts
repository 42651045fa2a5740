import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { TiFundingEvent, TiReportEvent } from "territoires-industrie";
import type { TiCofinancing, TiEligibility } from "territoires-industrie/elements";

type Props<Bound extends HTMLElement> = DetailedHTMLProps<HTMLAttributes<Bound>, Bound> &
  Partial<Omit<Bound, keyof HTMLElement>>;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "ti-eligibility": Props<TiEligibility> & { "onti-report"?: (event: TiReportEvent) => void };
      "ti-cofinancing": Props<TiCofinancing> & { "onti-funding"?: (event: TiFundingEvent) => void };
    }
  }
}
