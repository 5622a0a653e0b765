//! A connection to a server through a socket: one request after another, as HTTP/1.1 has it (RFC 9112).

use std::{
    io::{self, BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

/// Longer than the server lets any request take.
const LONGEST: Duration = Duration::from_mins(1);

/// A connection that is kept open.
#[derive(Debug)]
pub(crate) struct Wire {
    stream: BufReader<TcpStream>,
    /// Headers that go with each request, each with its line's end.
    headers: String,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Heard {
    pub(crate) status: u16,
    pub(crate) body: Vec<u8>,
}

impl Wire {
    /// To this server; `token` stands in each request's `Authorization`.
    pub(crate) fn to(to: SocketAddr, token: &str) -> io::Result<Self> {
        let stream = TcpStream::connect(to)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(LONGEST))?;
        let headers = format!("host: {to}\r\nauthorization: {token}\r\n");
        Ok(Self { stream: BufReader::new(stream), headers })
    }

    /// Asks for this; `more` is further headers, each with its line's end.
    pub(crate) fn get(&mut self, address: &str, more: &str) -> io::Result<Heard> {
        self.send(format!("GET {address} HTTP/1.1\r\n{}{more}\r\n", self.headers).as_bytes())?;
        self.hear()
    }

    /// Sends this JSON.
    pub(crate) fn post(&mut self, address: &str, json: &str) -> io::Result<Heard> {
        let head = self.head_of_post(address, json);
        self.send(format!("{head}\r\n{json}").as_bytes())?;
        self.hear()
    }

    /// The lines before such a request's body, but for the empty one at their end.
    pub(crate) fn head_of_post(&self, address: &str, json: &str) -> String {
        let of_body = format!("content-type: application/json\r\ncontent-length: {}\r\n", json.len());
        format!("POST {address} HTTP/1.1\r\n{}{of_body}", self.headers)
    }

    /// Sends these bytes as they are.
    pub(crate) fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.stream.get_mut().write_all(bytes)
    }

    /// The next answer; of one without a body only the status.
    pub(crate) fn hear(&mut self) -> io::Result<Heard> {
        let broken = |why: &str| io::Error::new(io::ErrorKind::InvalidData, why.to_owned());
        let first = self.line()?;
        let status = first.split(' ').nth(1).and_then(|status| status.parse().ok());
        let status: u16 = status.ok_or_else(|| broken(&format!("`{first}` is no status")))?;
        let mut length = 0;
        loop {
            let line = self.line()?.to_ascii_lowercase();
            match line.split_once(": ") {
                None => break,
                Some(("content-length", value)) => {
                    length = value.parse().map_err(|_| broken("a length that is no number"))?;
                }
                // The desk knows each answer's length before it sends it.
                Some(("transfer-encoding", _)) => return Err(broken("a body in pieces")),
                Some(_) => {}
            }
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body)?;
        Ok(Heard { status, body })
    }

    fn line(&mut self) -> io::Result<String> {
        let mut line = String::new();
        if self.stream.read_line(&mut line)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(line.trim_end().to_owned())
    }
}

impl Heard {
    /// The body as JSON.
    #[track_caller]
    pub(crate) fn json(&self) -> serde_json::Value {
        let text = String::from_utf8_lossy(&self.body);
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {text}"))
    }
}
