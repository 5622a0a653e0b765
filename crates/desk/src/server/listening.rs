//! Listening: connections are let in and served, so many at once, and none that does not get on.

use std::{
    io,
    net::SocketAddr,
    pin::{Pin, pin},
    sync::Arc,
    task::{Context, Poll, ready},
    time::Duration,
};

use axum::{
    Router,
    body::Body,
    extract::{ConnectInfo, Request},
};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::{TcpListener, TcpStream},
    sync::Semaphore,
    task::JoinSet,
    time::{Instant, Sleep, sleep, sleep_until},
};
use tower::ServiceExt;

/// So many connections at once; more wait. Each may take a file of the system, of which a process often has 1,024.
const AT_ONCE: usize = 800;
/// So long nobody is let in after the system could not take a connection.
const REST: Duration = Duration::from_secs(1);

/// How long is waited for the other side.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Patience {
    /// For the lines before a request's body, and for the next request on a connection.
    pub(crate) head: Duration,
    /// For the other side to take any of what is sent.
    pub(crate) stalled: Duration,
    /// For those that are being served when it is told to stop.
    pub(crate) ending: Duration,
}

impl Default for Patience {
    /// Longer than any request takes that is let in last.
    fn default() -> Self {
        let seconds = Duration::from_secs;
        Self { head: seconds(30), stalled: seconds(30), ending: seconds(45) }
    }
}

/// Serves until it is told to stop; what has begun by then is finished, within the patience for it.
pub(crate) async fn serve(
    listener: TcpListener,
    app: Router,
    patience: Patience,
    told_to_stop: impl Future<Output = ()>,
) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(patience.head);
    let places = Arc::new(Semaphore::new(AT_ONCE));
    let (ending, mut served) = (GracefulShutdown::new(), JoinSet::new());
    let mut stop = pin!(told_to_stop);
    loop {
        let next = async {
            let place = Arc::clone(&places).acquire_owned().await.ok();
            (accepted(&listener).await, place)
        };
        let ((stream, from), place) = tokio::select! {
            () = &mut stop => break,
            next = next => next,
        };
        while served.try_join_next().is_some() {}
        let app = app.clone();
        let service = service_fn(move |request: hyper::Request<Incoming>| {
            let mut request: Request = request.map(Body::new);
            request.extensions_mut().insert(ConnectInfo(from));
            app.clone().oneshot(request)
        });
        let stream = TokioIo::new(Patient::new(stream, patience.stalled));
        let connection = ending.watch(http.serve_connection(stream, service));
        served.spawn(async move {
            // Whoever breaks off, or is let go of, is told nothing.
            let _ = connection.await;
            drop(place);
        });
    }
    drop(listener);
    let _ = tokio::time::timeout(patience.ending, ending.shutdown()).await;
    served.shutdown().await;
}

/// The next connection.
async fn accepted(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    loop {
        match listener.accept().await {
            Ok((stream, from)) => {
                // Answers are written whole; nothing is gained by holding back their last piece.
                let _ = stream.set_nodelay(true);
                return (stream, from);
            }
            Err(error) if is_theirs(&error) => {}
            Err(error) => {
                tracing::error!(%error, "no connection can be taken");
                sleep(REST).await;
            }
        }
    }
}

/// Whether it is the other side that broke off.
fn is_theirs(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionRefused | ConnectionAborted | ConnectionReset)
}

/// A stream that breaks when the other side takes nothing for too long.
#[derive(Debug)]
struct Patient {
    stream: TcpStream,
    patience: Duration,
    /// Until when something must be taken, while something waits to be.
    until: Option<Pin<Box<Sleep>>>,
}

impl Patient {
    fn new(stream: TcpStream, patience: Duration) -> Self {
        Self { stream, patience, until: None }
    }

    /// What came of a try to send, or that it waits for too long.
    fn held<T>(&mut self, tried: Poll<io::Result<T>>, context: &mut Context<'_>) -> Poll<io::Result<T>> {
        if tried.is_ready() {
            self.until = None;
            return tried;
        }
        let patience = self.patience;
        let until = self.until.get_or_insert_with(|| Box::pin(sleep_until(Instant::now() + patience)));
        ready!(until.as_mut().poll(context));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for Patient {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        to: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, to)
    }
}

impl AsyncWrite for Patient {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        from: &[u8],
    ) -> Poll<io::Result<usize>> {
        let tried = Pin::new(&mut self.stream).poll_write(context, from);
        self.held(tried, context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        from: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let tried = Pin::new(&mut self.stream).poll_write_vectored(context, from);
        self.held(tried, context)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let tried = Pin::new(&mut self.stream).poll_flush(context);
        self.held(tried, context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let tried = Pin::new(&mut self.stream).poll_shutdown(context);
        self.held(tried, context)
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use axum::{body::Bytes, routing::get};
    use futures_util::stream;
    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        sync::{Notify, mpsc, oneshot},
        task::JoinHandle,
        time::timeout,
    };

    use super::*;

    /// Long enough for anything that comes.
    const LONG: Duration = Duration::from_mins(1);
    const SHORT: Duration = Duration::from_millis(50);

    /// A server with an endless answer, and one that is given when the test says so.
    struct Served {
        at: SocketAddr,
        stop: oneshot::Sender<()>,
        ended: JoinHandle<()>,
        /// Hears when an endless answer is let go of.
        let_go: mpsc::UnboundedReceiver<()>,
        /// Hears when the one that waits is asked for.
        asked: Arc<Notify>,
        give: Arc<Notify>,
    }

    struct Told(mpsc::UnboundedSender<()>);

    impl Drop for Told {
        fn drop(&mut self) {
            let _ = self.0.send(());
        }
    }

    async fn begin(patience: Patience) -> Served {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let at = listener.local_addr().unwrap();
        let (told, let_go) = mpsc::unbounded_channel();
        let (asked, give) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let endless = move || {
            let told = Told(told.clone());
            async move {
                let piece = Bytes::from(vec![b'x'; 1 << 16]);
                Body::from_stream(stream::unfold(told, move |told| {
                    let piece = piece.clone();
                    async move { Some((Ok::<_, Infallible>(piece), told)) }
                }))
            }
        };
        let waits = {
            let (asked, give) = (Arc::clone(&asked), Arc::clone(&give));
            move || async move {
                asked.notify_one();
                give.notified().await;
                "given"
            }
        };
        let app = Router::new()
            .route("/", get(|ConnectInfo(from): ConnectInfo<SocketAddr>| async move { from.to_string() }))
            .route("/endless", get(endless))
            .route("/waits", get(waits));
        let (stop, stopped) = oneshot::channel();
        let ended = tokio::spawn(serve(listener, app, patience, async move {
            let _ = stopped.await;
        }));
        Served { at, stop, ended, let_go, asked, give }
    }

    async fn sent(to: SocketAddr, bytes: &str) -> TcpStream {
        let mut stream = TcpStream::connect(to).await.unwrap();
        stream.write_all(bytes.as_bytes()).await.unwrap();
        stream
    }

    /// All that comes until the other side closes.
    async fn heard(mut stream: TcpStream) -> String {
        let mut bytes = Vec::new();
        // A connection that is broken off says no less than one that is closed.
        let _ = timeout(LONG, stream.read_to_end(&mut bytes)).await.expect("it is closed");
        String::from_utf8(bytes).unwrap()
    }

    const PATIENT: Patience = Patience { head: LONG, stalled: LONG, ending: LONG };

    #[tokio::test]
    async fn an_answer_knows_where_it_was_asked_from() {
        let served = begin(PATIENT).await;
        let stream = sent(served.at, "GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await;
        let from = stream.local_addr().unwrap().to_string();
        let answer = heard(stream).await;
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.ends_with(&from), "{answer}");
    }

    #[tokio::test]
    async fn who_does_not_finish_asking_is_let_go() {
        let served = begin(Patience { head: SHORT, ..PATIENT }).await;
        for begun in ["", "GET / HT", "GET / HTTP/1.1\r\nhost: x\r\n"] {
            let answer = heard(sent(served.at, begun).await).await;
            assert!(!answer.contains("200"), "{begun:?}: {answer}");
        }
        let answer = heard(sent(served.at, "GET / HTTP/1.1\r\nhost: x\r\n\r\n").await).await;
        assert!(answer.starts_with("HTTP/1.1 200"), "then nothing more is asked: {answer}");
    }

    #[tokio::test]
    async fn who_does_not_listen_is_let_go() {
        let mut served = begin(Patience { stalled: SHORT, ..PATIENT }).await;
        let _deaf = sent(served.at, "GET /endless HTTP/1.1\r\nhost: x\r\n\r\n").await;
        timeout(LONG, served.let_go.recv()).await.expect("nothing more is made for them");
    }

    #[tokio::test]
    async fn what_has_begun_is_finished_and_nobody_more_is_let_in() {
        let served = begin(PATIENT).await;
        let idle = sent(served.at, "").await;
        let waiting = sent(served.at, "GET /waits HTTP/1.1\r\nhost: x\r\n\r\n").await;
        served.asked.notified().await;
        served.stop.send(()).unwrap();
        heard(idle).await;
        assert!(!served.ended.is_finished(), "it waits for what has begun");
        let refused = async {
            while TcpStream::connect(served.at).await.is_ok() {
                sleep(SHORT).await;
            }
        };
        timeout(LONG, refused).await.expect("nobody more is let in");
        served.give.notify_one();
        assert!(heard(waiting).await.ends_with("given"));
        timeout(LONG, served.ended).await.expect("it ends").unwrap();
    }

    #[tokio::test]
    async fn who_never_ends_does_not_keep_it_from_ending() {
        let mut served = begin(Patience { ending: SHORT, ..PATIENT }).await;
        let _deaf = sent(served.at, "GET /endless HTTP/1.1\r\nhost: x\r\n\r\n").await;
        let waiting = sent(served.at, "GET /waits HTTP/1.1\r\nhost: x\r\n\r\n").await;
        served.asked.notified().await;
        served.stop.send(()).unwrap();
        timeout(LONG, served.ended).await.expect("it ends").unwrap();
        timeout(LONG, served.let_go.recv()).await.expect("nothing more is made");
        assert_eq!(heard(waiting).await, "");
    }
}
