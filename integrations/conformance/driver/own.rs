//! Replies that are not the layer's to change, beyond their bytes.

use std::time::Duration;

use crate::Run;
use crate::connection::Connection;
use crate::expect;
use crate::http2;
use crate::reply::Reply;
use crate::request::Request;

/// Asks for streams and for the heads of replies of the handlers.
pub fn check(run: &mut Run<'_>) {
    run.check("stream that is not buffered", |run| {
        in_parts(&Connection::open(run.layered.address)?.ask(&Request::get("/stream"))?)?;
        if run.framework.has_http2 {
            in_parts(&http2::ask(run.layered.address, &Request::get("/stream"))?)?;
        }
        Ok(())
    });
    run.check("nothing after a reply", |run| {
        for target in ["/orders/7", "/orders/8", "/own-html", "/nothing"] {
            let mut connection = Connection::open(run.layered.address)?;
            connection.ask(&Request::get(target))?;
            if connection.has_more() {
                return Err(format!("more bytes after the reply to {target}"));
            }
        }
        Ok(())
    });
    run.check("head of the handler's own", |run| {
        for target in ["/orders/7", "/own-json", "/own-html"] {
            let request = Request::get(target).as_head();
            let reply = Connection::open(run.layered.address)?.ask(&request)?;
            let bare = Connection::open(run.bare.address)?.ask(&request)?;
            if run.framework.head.is_none() {
                let (found, expected) = (reply.without_date(), bare.without_date());
                let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
                expect::same(target, &text(&expected), &text(&found))?;
            }
        }
        Ok(())
    });
}

/// The first of three events, 20 ms apart, arrives before the last is sent. Half of that would be a slow machine.
fn in_parts(reply: &Reply) -> Result<(), String> {
    let took = reply.ended.saturating_duration_since(reply.body_began);
    if took >= Duration::from_millis(10) {
        Ok(())
    } else {
        Err(format!("the last event arrived {} ms after the first", took.as_millis()))
    }
}
