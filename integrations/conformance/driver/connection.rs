//! A client of HTTP/1.1 that sends any bytes and reads strictly.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use crate::reply::{Framing, NoReply, Reply, ReplyHead};
use crate::request::Request;

/// The time until a reply must be there.
const PATIENCE: Duration = Duration::from_secs(10);

/// A connection to a server.
#[derive(Debug)]
pub struct Connection {
    stream: TcpStream,
    /// What was received and is not part of a reply yet.
    unread: Vec<u8>,
    /// What the reply that is being read is made of.
    raw: Vec<u8>,
}

/// Sends one request on a connection of its own.
pub fn ask(address: SocketAddr, request: &Request) -> Result<Reply, String> {
    Ok(Connection::open(address)?.ask(request)?)
}

impl Connection {
    pub fn open(address: SocketAddr) -> Result<Self, String> {
        let stream = TcpStream::connect(address).and_then(|stream| {
            stream.set_nodelay(true)?;
            stream.set_read_timeout(Some(PATIENCE))?;
            stream.set_write_timeout(Some(PATIENCE))?;
            Ok(stream)
        });
        let stream = stream.map_err(|error| format!("no connection: {error}"))?;
        Ok(Self { stream, unread: Vec::new(), raw: Vec::new() })
    }

    /// Sets the time until a reply must be there.
    pub fn set_patience(&self, patience: Duration) {
        // A zero duration would be the only error.
        let _ = self.stream.set_read_timeout(Some(patience));
    }

    pub fn ask(&mut self, request: &Request) -> Result<Reply, NoReply> {
        self.exchange(&request.to_bytes(), request.is_head())
    }

    /// Sends bytes and reads one reply. A server may reply before it has read everything, and close then: both happen at once.
    pub fn exchange(&mut self, bytes: &[u8], is_head: bool) -> Result<Reply, NoReply> {
        if bytes.len() < 16 * 1024 {
            self.send(bytes);
            return self.receive(is_head);
        }
        let Ok(mut writer) = self.stream.try_clone() else { return Err(NoReply::Closed) };
        std::thread::scope(|scope| {
            scope.spawn(move || writer.write_all(bytes));
            self.receive(is_head)
        })
    }

    /// Sends bytes. Whether they arrived is seen by the reply.
    pub fn send(&mut self, bytes: &[u8]) {
        let _ = self.stream.write_all(bytes);
    }

    /// Says that no more bytes will come.
    pub fn end(&mut self) {
        let _ = self.stream.shutdown(Shutdown::Write);
    }

    /// Reads one reply. `100 Continue` and the like are not one.
    pub fn receive(&mut self, is_head: bool) -> Result<Reply, NoReply> {
        loop {
            let reply = self.receive_one(is_head)?;
            if !(100..200).contains(&reply.status) {
                return Ok(reply);
            }
        }
    }

    fn receive_one(&mut self, is_head: bool) -> Result<Reply, NoReply> {
        self.raw.clear();
        let head = self.until(b"\r\n\r\n")?;
        let head = ReplyHead::parse(&head).map_err(NoReply::Malformed)?;
        let framing = head.framing(is_head).map_err(NoReply::Malformed)?;
        let mut body_began = None;
        let body = match framing {
            Framing::None => Vec::new(),
            Framing::Length(length) => self.exactly(length)?,
            Framing::Chunks => self.chunks(&mut body_began)?,
            Framing::Close => self.rest()?,
        };
        let ended = Instant::now();
        let raw = std::mem::take(&mut self.raw);
        let ReplyHead { status, headers } = head;
        Ok(Reply { status, headers, body, raw, body_began: body_began.unwrap_or(ended), ended })
    }

    /// Whether bytes came that no request asked for.
    pub fn has_more(&mut self) -> bool {
        self.set_patience(Duration::from_millis(50));
        let has_more = !self.unread.is_empty() || matches!(self.fill(), Ok(1..));
        self.set_patience(PATIENCE);
        has_more
    }

    fn chunks(&mut self, began: &mut Option<Instant>) -> Result<Vec<u8>, NoReply> {
        let mut body = Vec::new();
        loop {
            let line = self.until(b"\r\n")?;
            let size =
                std::str::from_utf8(&line).ok().and_then(|digits| usize::from_str_radix(digits, 16).ok());
            let size =
                size.ok_or_else(|| NoReply::Malformed(format!("invalid size of a chunk: {line:?}")))?;
            if size == 0 {
                // Trailers, and the empty line after them.
                while !self.until(b"\r\n")?.is_empty() {}
                return Ok(body);
            }
            body.extend(self.exactly(size)?);
            began.get_or_insert_with(Instant::now);
            if !self.exactly(2)?.eq(b"\r\n") {
                return Err(NoReply::Malformed("a chunk is longer than its size".to_owned()));
            }
        }
    }

    /// Takes the bytes before the next delimiter, and the delimiter.
    fn until(&mut self, delimiter: &[u8]) -> Result<Vec<u8>, NoReply> {
        loop {
            let found = self.unread.windows(delimiter.len()).position(|window| window == delimiter);
            if let Some(at) = found {
                let mut taken = self.take(at + delimiter.len());
                taken.truncate(at);
                return Ok(taken);
            }
            self.fill_more()?;
        }
    }

    fn exactly(&mut self, count: usize) -> Result<Vec<u8>, NoReply> {
        while self.unread.len() < count {
            self.fill_more()?;
        }
        Ok(self.take(count))
    }

    fn rest(&mut self) -> Result<Vec<u8>, NoReply> {
        while self.fill()? > 0 {}
        Ok(self.take(self.unread.len()))
    }

    fn take(&mut self, count: usize) -> Vec<u8> {
        let taken: Vec<u8> = self.unread.drain(..count).collect();
        self.raw.extend_from_slice(&taken);
        taken
    }

    fn fill_more(&mut self) -> Result<(), NoReply> {
        match self.fill()? {
            0 if self.unread.is_empty() && self.raw.is_empty() => Err(NoReply::Closed),
            0 => {
                let received = [self.raw.as_slice(), &self.unread].concat();
                Err(NoReply::Malformed(format!("it ends after {:?}", String::from_utf8_lossy(&received))))
            }
            _ => Ok(()),
        }
    }

    /// Reads what is there; nothing at the end.
    fn fill(&mut self) -> Result<usize, NoReply> {
        let mut buffer = [0; 8192];
        match self.stream.read(&mut buffer) {
            Ok(count) => {
                self.unread.extend_from_slice(&buffer[..count]);
                Ok(count)
            }
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                Err(NoReply::Late)
            }
            // Reset by a server that did not read everything.
            Err(_) => Err(NoReply::Closed),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};
    use std::net::TcpListener;

    use super::*;

    /// What the client says about these bytes as the reply to a request.
    fn read(reply: &'static str, is_head: bool) -> Result<Reply, NoReply> {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let _ = stream.read(&mut [0; 1024]);
            stream.write_all(reply.as_bytes()).unwrap();
        });
        let request = Request::get("/");
        Connection::open(address).unwrap().ask(&if is_head { request.as_head() } else { request })
    }

    #[test]
    fn a_reply_is_read_to_its_end() {
        for (reply, body) in [
            ("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nokHTTP/1.1", "ok"),
            (
                "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\no\r\n1\r\nk\r\n0\r\nx-a: b\r\n\r\n",
                "ok",
            ),
            ("HTTP/1.1 200 OK\r\n\r\nok", "ok"),
            ("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 \r\n\r\n", ""),
        ] {
            assert_eq!(read(reply, false).unwrap().text(), body, "{reply}");
        }
        assert_eq!(read("HTTP/1.1 404 Not Found\r\ncontent-length: 9\r\n\r\n", true).unwrap().text(), "");
    }

    #[test]
    fn a_trailer_is_searched_for_secrets() {
        let reply = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n0\r\nx-why: Hunter2\r\n\r\n";
        assert_eq!(read(reply, false).unwrap().find(&["hunter2"]), Some("hunter2"));
    }

    #[test]
    fn a_malformed_reply_is_refused() {
        for reply in [
            "HTTP/1.1 20 OK\r\n\r\n",
            "HTTP/2 200 OK\r\n\r\n",
            "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
            "HTTP/1.1 200 OK\r\nx-a: \u{7}\r\n\r\n",
            "HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nok",
            "HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 2\r\n\r\nok",
            "HTTP/1.1 200 OK\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
            "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\nok\r\n0\r\n\r\n",
            "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nok\r\n",
        ] {
            assert!(matches!(read(reply, false), Err(NoReply::Malformed(_))), "{reply}");
        }
        assert!(matches!(read("", false), Err(NoReply::Closed)));
    }
}
