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

#[test]
fn works() {
    let lost = Problem::Lost { what: "tea".to_owned() };
    assert_eq!(crate::message_of(&lost), "no tea");
    assert_eq!(
        errbook::Reply::new(&lost).to_string(),
        r#"{"code":"Lost","message":"no tea","details":{"what":"tea"}}"#
    );
    assert_eq!(serde_json::to_string(&lost).unwrap(), r#"{"kind":"lost","w":"tea"}"#);
}
