//! The plug-in and the middleware of actix-web, in process: what the shared driver of all frameworks cannot see.

mod hostile;
mod layers;
mod leaks;
mod pitfalls;
mod policy;
mod wire;

use std::sync::{Arc, Mutex};

use actix_web::body::{MessageBody, to_bytes};
use actix_web::dev::{Service, ServiceResponse};
use actix_web::test::TestRequest;
use errbook::{ApiError, Book};
use errbook_actix::{ErrorEvent, Policy};

#[derive(Debug, ApiError)]
#[api(display)]
enum OrderError {
    #[api(status = 409, code = "LOCKED", message = "the order is locked")]
    Locked,
    #[api(status = 500, code = "STORE_DOWN")]
    StoreDown(#[api(from)] std::fmt::Error),
}

errbook_actix::api_impls! { [static] [] [OrderError] [] [] }

static BOOK: Book = Book::new("Orders API", &[OrderError::CATALOG]);

/// A response as a client gets it.
#[derive(Debug)]
struct Reply {
    status: u16,
    headers: Vec<(String, String)>,
    body: String,
}

impl Reply {
    fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    fn count(&self, name: &str) -> usize {
        self.headers.iter().filter(|(known, _)| known == name).count()
    }

    /// The status, the body and the trace id, in one line.
    fn line(&self) -> String {
        format!("{} {} {}", self.status, self.body, self.header("x-request-id").unwrap_or("-"))
    }
}

/// Sends a request with the identifier `id-1`, and answers an error as the server of actix-web does.
async fn ask<R, B, S>(app: &S, request: TestRequest, to_request: fn(TestRequest) -> R) -> Reply
where
    S: Service<R, Response = ServiceResponse<B>, Error = actix_web::Error>,
    B: MessageBody,
{
    let request = request.insert_header(("x-request-id", "id-1"));
    match app.call(to_request(request)).await {
        Ok(response) => reply(response.into_parts().1).await,
        Err(error) => reply(error.error_response()).await,
    }
}

async fn reply(response: actix_web::HttpResponse<impl MessageBody>) -> Reply {
    let status = response.status().as_u16();
    let headers = response.headers().iter();
    let headers =
        headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap_or("?").to_owned())).collect();
    let body = to_bytes(response.into_body()).await.unwrap_or_default();
    Reply { status, headers, body: String::from_utf8_lossy(&body).into_owned() }
}

/// What was logged: code, status, trace id, route and chain of each error.
#[derive(Debug, Default, Clone)]
struct Log(Arc<Mutex<Vec<String>>>);

impl Log {
    fn policy(&self) -> Policy {
        let log = self.clone();
        Policy::new(&BOOK).with_log(move |event| log.push(event))
    }

    fn push(&self, event: &ErrorEvent<'_>) {
        let (code, status) = (event.occurrence.error().code(), event.status.as_u16());
        let trace_id = event.trace_id.map_or("-", errbook::TraceId::as_str);
        let line = format!("{code} {status} {trace_id} {} [{}]", event.route.unwrap_or("-"), event.chain());
        self.0.lock().unwrap().push(line);
    }

    fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}
