// What a client does with the types. A line after `@ts-expect-error` must not compile.
import * as flat from "./flat";
import * as nested from "./nested";
import * as problem from "./problem";
import * as jsonApi from "./json_api";
import * as jsonRpc from "./json_rpc";
import * as row from "./row";

export function one(body: unknown): string {
  if (flat.is(body, "NO_ORDER")) {
    const id: number = body.details.id;
    const near: number[] | undefined = body.details.near;
    // @ts-expect-error
    body.details.idd;
    return `${id} ${near?.length ?? 0}`;
  }
  // @ts-expect-error
  if (flat.is(body, "NO_ORDRE")) return "";
  if (flat.is(body, "LIMITED", "NO_STOCK")) {
    const code: "LIMITED" | "NO_STOCK" = body.code;
    return code;
  }
  return "";
}

// Each known code is handled, and the compiler says if one is not.
export function all(error: flat.KnownError): string {
  switch (error.code) {
    case "NO_ORDER":
      return String(error.details.id);
    case "NO_STOCK":
      return error.details.plan;
    case "INVALID":
      return (error.violations ?? []).map((violation) => violation.message).join();
    case "LIMITED":
      return error.details?.reset_at ?? "soon";
    case "FAILED":
      return error.message;
    default: {
      const none: never = error;
      return none;
    }
  }
}

export function missing(error: flat.KnownError): string {
  // @ts-expect-error
  const code: "NO_ORDER" = error.code;
  return code;
}

// A code that is newer than the file flows on.
export function newer(body: unknown): string {
  if (!flat.isApiError(body)) return "not an error";
  if (flat.is(body, "NO_ORDER")) return String(body.details.id);
  const code: string = body.code;
  if (body.code === "FAILED") return body.message;
  return code + (body.trace_id ?? "") + String(body.details?.["role"]);
}

export function inside(error: nested.KnownError): number {
  return error.error.code === "NO_ORDER" ? error.error.details.id : 0;
}

export function members(error: problem.KnownError): number {
  return error.code === "NO_ORDER" ? error.id : error.status;
}

export function first(body: unknown): string {
  return jsonApi.is(body, "NO_ORDER") ? body.errors[0].code + String(body.errors[0].meta.id) : "";
}

export function number(body: unknown): number {
  if (!jsonRpc.is(body, "NO_ORDER")) return 0;
  const code: 1404 = body.error.code;
  return code + body.error.data.id;
}

export function place(body: unknown): string {
  return row.is(body, "NO_ORDER") ? `${body[0]}: ${body[2]}` : "";
}

export const status: number = flat.errors.NO_ORDER.status;
// @ts-expect-error
export const no: number = flat.errors.NO_ORDRE.status;
