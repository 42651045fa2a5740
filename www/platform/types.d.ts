import type { Dossier, FieldPath, FieldPattern, Lang } from "territoires-industrie";

/** A field of a procedure of the form platform. */
export interface PrefillChamp {
  /** Its identifier, as the platform gives it. */
  champ: string;
  /** The repeatable block that it is in, for rows. */
  block?: string;
  label: string;
  /** Its type, in the platform's words: `drop_down_list`. */
  type: string;
  required?: boolean;
  choices?: string[];
}

/** A mapping file, as `ti ds map` writes it and a person confirms it: which field goes where. */
export interface PrefillMapping {
  format: 1;
  procedure: { number: number; title: string; url: string; revision?: string | null };
  matches: {
    /** The path in the dossier; `*` for each row. */
    field: FieldPattern;
    to: PrefillChamp;
    words?: { word: string; choice: string | null }[];
    confidence?: number;
    /** Nothing is sent before it is true. */
    confirmed: boolean;
  }[];
  blocks: PrefillChamp[];
  unmatched_champs: PrefillChamp[];
  unmatched_fields: FieldPattern[];
}

/** Why a value stays behind. */
export type PrefillWhy =
  | "unmatched"
  | "unconfirmed"
  | "not_prefillable"
  | "unreadable"
  | "no_choice"
  | "no_epci"
  | "no_siret"
  | "does_not_fit"
  | "too_long";

/** The link that begins a procedure, of at most 2 000 characters; or what is wrong in the mapping file. */
export type PrefillLink =
  | {
      url: string;
      /** In characters. */
      length: number;
      /** The most that it may have, in characters. */
      limit: number;
      /** What the link carries. */
      sent: { field: FieldPath; label: string }[];
      left_out: { field: FieldPath; why: PrefillWhy; message: string }[];
      /** The fields of the procedure that the person fills there. */
      to_fill: { label: string; type: string; required: boolean; prefillable: boolean }[];
    }
  | { url: null; problems: string[] };
