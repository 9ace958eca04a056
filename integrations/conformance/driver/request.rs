//! Requests, as data and as the bytes of HTTP/1.1.

/// A request.
#[derive(Debug, Clone)]
pub struct Request {
    pub method: String,
    /// The path with the query, as it is sent.
    pub target: String,
    pub headers: Vec<(String, Vec<u8>)>,
    pub body: Vec<u8>,
    is_chunked: bool,
}

impl Request {
    pub fn new(method: &str, target: &str) -> Self {
        Self {
            method: method.to_owned(),
            target: target.to_owned(),
            headers: Vec::new(),
            body: Vec::new(),
            is_chunked: false,
        }
    }

    pub fn get(target: &str) -> Self {
        Self::new("GET", target)
    }

    /// `POST` with a body of a content type.
    pub fn post(target: &str, content_type: &str, body: &str) -> Self {
        let mut request = Self::new("POST", target).with("content-type", content_type);
        request.body = body.as_bytes().to_vec();
        request
    }

    pub fn with(mut self, name: &str, value: impl AsRef<[u8]>) -> Self {
        self.headers.push((name.to_owned(), value.as_ref().to_vec()));
        self
    }

    /// Sends the body in chunks, without its length.
    pub fn in_chunks(mut self) -> Self {
        self.is_chunked = true;
        self
    }

    /// The same request for the head of the reply alone.
    pub fn as_head(&self) -> Self {
        Self { method: "HEAD".to_owned(), ..self.clone() }
    }

    pub fn is_head(&self) -> bool {
        self.method == "HEAD"
    }

    /// The target without its query.
    pub fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }

    /// The request as it is sent.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes =
            format!("{} {} HTTP/1.1\r\nhost: localhost\r\n", self.method, self.target).into_bytes();
        for (name, value) in &self.headers {
            bytes.extend([name.as_bytes(), b": ", value, b"\r\n"].concat());
        }
        if self.is_chunked {
            bytes.extend(b"transfer-encoding: chunked\r\n\r\n");
            for chunk in self.body.chunks(8192) {
                bytes.extend([format!("{:x}\r\n", chunk.len()).as_bytes(), chunk, b"\r\n"].concat());
            }
            bytes.extend(b"0\r\n\r\n");
            return bytes;
        }
        if !self.body.is_empty() {
            bytes.extend(format!("content-length: {}\r\n", self.body.len()).into_bytes());
        }
        bytes.extend([b"\r\n", self.body.as_slice()].concat());
        bytes
    }
}
