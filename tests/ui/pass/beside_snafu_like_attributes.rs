use errbook::ApiError;

#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, thiserror::Error, ApiError)]
#[serde(rename_all = "snake_case", tag = "kind")]
#[must_use = "an error is answered"]
#[non_exhaustive]
pub enum Problem {
    #[error("no {what}")]
    #[api(status = 404, code = "Lost")]
    #[serde(rename = "lost")]
    Lost {
        #[serde(rename = "w")]
        #[api(detail)]
        what: String,
    },
}

fn main() {
    let lost = Problem::Lost { what: "tea".to_owned() };
    assert_eq!(lost.message(), "no tea");
    assert_eq!(
        errbook::Reply::new(&lost).to_string(),
        r#"{"code":"Lost","message":"no tea","details":{"what":"tea"}}"#
    );
    assert_eq!(serde_json::to_string(&lost).unwrap(), r#"{"kind":"lost","w":"tea"}"#);
}
