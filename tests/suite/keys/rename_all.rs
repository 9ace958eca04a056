//! `rename_all` derives codes as serde derives names, by all eight rules.

use errbook::ApiError;
use serde::Serialize;

macro_rules! rule {
    ($name:ident, $rule:literal, $($expected:literal),*) => {
        #[test]
        fn $name() {
            #[derive(Debug, Serialize, ApiError)]
            #[api(display, status = 400, rename_all = $rule)]
            #[serde(rename_all = $rule)]
            enum Renamed {
                NotFound,
                HTTPError,
                Http2Error,
                X,
                #[serde(rename = "Own-Code")]
                #[api(code = "Own-Code")]
                HasItsOwn,
            }
            let all = [Renamed::NotFound, Renamed::HTTPError, Renamed::Http2Error, Renamed::X, Renamed::HasItsOwn];
            let codes: Vec<_> = Renamed::CATALOG.entries().map(errbook::Entry::code).collect();
            assert_eq!(codes, [$($expected,)* "Own-Code"]);
            for error in all {
                assert_eq!(serde_json::to_value(&error).unwrap(), error.code());
            }
        }
    };
}

rule!(lower, "lowercase", "notfound", "httperror", "http2error", "x");
rule!(upper, "UPPERCASE", "NOTFOUND", "HTTPERROR", "HTTP2ERROR", "X");
rule!(pascal, "PascalCase", "NotFound", "HTTPError", "Http2Error", "X");
rule!(camel, "camelCase", "notFound", "hTTPError", "http2Error", "x");
rule!(snake, "snake_case", "not_found", "h_t_t_p_error", "http2_error", "x");
rule!(screaming_snake, "SCREAMING_SNAKE_CASE", "NOT_FOUND", "H_T_T_P_ERROR", "HTTP2_ERROR", "X");
rule!(kebab, "kebab-case", "not-found", "h-t-t-p-error", "http2-error", "x");
rule!(screaming_kebab, "SCREAMING-KEBAB-CASE", "NOT-FOUND", "H-T-T-P-ERROR", "HTTP2-ERROR", "X");

/// Underscores, digits, keywords and single letters, by each rule, compared with serde itself.
macro_rules! as_serde {
    ($($name:ident $rule:literal),*) => {$(
        #[test]
        #[allow(non_camel_case_types)]
        fn $name() {
            #[derive(Debug, Serialize, ApiError)]
            #[api(display, status = 400, rename_all = $rule, prefix = "a.")]
            #[serde(rename_all = $rule)]
            enum Odd {
                V1_2,
                _Hidden,
                Already_Snake,
                Trailing_,
                Two__Lines,
                lower,
                lower_snake,
                SHOUTED_NAME,
                r#Type,
                r#match,
                A,
                b,
                _1,
                X509,
                Sha256Sum,
                IPv4Only,
            }
            use Odd::*;
            let all = [
                V1_2, _Hidden, Already_Snake, Trailing_, Two__Lines, lower, lower_snake, SHOUTED_NAME, r#Type,
                r#match, A, b, _1, X509, Sha256Sum, IPv4Only,
            ];
            for error in all {
                let name = serde_json::to_value(&error).unwrap();
                assert_eq!(error.code(), format!("a.{}", name.as_str().unwrap()));
            }
        }
    )*};
}

as_serde! {
    odd_names_lower "lowercase",
    odd_names_upper "UPPERCASE",
    odd_names_pascal "PascalCase",
    odd_names_camel "camelCase",
    odd_names_snake "snake_case",
    odd_names_screaming_snake "SCREAMING_SNAKE_CASE",
    odd_names_kebab "kebab-case",
    odd_names_screaming_kebab "SCREAMING-KEBAB-CASE"
}

#[test]
fn kebab_case_has_no_underscores() {
    #[derive(Debug, ApiError)]
    #[api(display, status = 400, rename_all = "kebab-case")]
    #[allow(non_camel_case_types)]
    enum Version {
        V1_2,
        _Hidden,
        Already_Snake,
    }
    assert_eq!(Version::V1_2.code(), "v1-2");
    assert_eq!(Version::_Hidden.code(), "--hidden");
    assert_eq!(Version::Already_Snake.code(), "already--snake");
}

#[test]
fn a_struct_is_its_own_variant() {
    #[derive(Debug, ApiError)]
    #[api(display, status = 410, rename_all = "kebab-case")]
    struct OrderGone;
    assert_eq!(OrderGone.code(), "order-gone");
}
