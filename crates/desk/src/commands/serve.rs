//! `muster serve`: the screens and the interface for programs, on this machine.

use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    path::PathBuf,
    sync::Arc,
};

use model::MissionCode;
use store::{Accounts, IfMissing, Sqlite, SqliteAccounts, Store, accounts_beside};
use tokio::net::TcpListener;

use super::demo;
use crate::{
    Fault, Kind, World,
    book::{Book, WhichLedger},
    mission, report,
    server::{
        self, Desk, Settings,
        invitation::first_administrator,
        listening::{Patience, serve},
    },
};

/// Where the demo is served unless told otherwise.
const PORT: u16 = 8630;

/// Serve the screens and the interface for programs
///
/// Opens the ledger and answers on this machine alone, until it is told to stop; what has begun is then finished. Who is
/// not logged in sees nothing, or with `--open` what is public. `--demo` fills a ledger of its own from the sample
/// reports that this program carries, in a temporary folder that is gone afterwards, and opens it to be read.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  muster serve --demo
  muster serve --ledger haiti.muster --port 8080")]
pub(crate) struct ServeArgs {
    /// The port; 0 takes one that is free
    #[arg(long, value_name = "N", default_value_t = PORT)]
    port: u16,

    /// The address to listen on; others than this machine's own want a proxy in front that speaks TLS
    #[arg(long, value_name = "ADDRESS", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    address: IpAddr,

    /// Let whoever is not logged in read what is public; on this machine's own addresses only
    #[arg(long)]
    open: bool,

    /// Take the word of the proxy in front for where a request comes from, in `X-Forwarded-For`
    #[arg(long)]
    behind_proxy: bool,

    /// Serve the mission in Haiti from sample reports, open to read
    #[arg(long, conflicts_with = "ledger")]
    demo: bool,

    #[command(flatten)]
    ledger: WhichLedger,
}

pub(crate) fn run(world: &mut World, args: &ServeArgs) -> Result<(), Fault> {
    let open = args.open || args.demo;
    if open && !args.address.is_loopback() {
        return Err(Fault::usage(format!(
            "`{}` is no address of this machine alone, so it cannot be open",
            args.address
        ))
        .hint("leave `--open` out, and let people log in"));
    }
    let temporary = tempfile::tempdir()
        .map_err(|error| Fault::new(Kind::Ledger, format!("no temporary folder can be made: {error}")))?;
    let path = if args.demo {
        filled(world, temporary.path().join("demo.muster"))?
    } else {
        args.ledger.path(world)?
    };
    let clock = world.clock()?;
    server::log_to_talk();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| Fault::new(Kind::Ledger, format!("the server cannot begin: {error}")))?;
    runtime.block_on(async {
        let store: Arc<dyn Store> = Arc::new(Sqlite::open(&path, IfMissing::CreateWithFolder).await?);
        let accounts = SqliteAccounts::open(&accounts_beside(&path), IfMissing::CreateWithFolder).await?;
        let accounts: Arc<dyn Accounts> = Arc::new(accounts);
        let first = first_administrator(&*accounts, world.now()?).await?;
        let settings = Settings { open, demo: args.demo, behind_proxy: args.behind_proxy, ..Settings::default() };
        let packs = Arc::new(report::packs());
        let (desk, written) = Desk::on(store, Arc::clone(&accounts), clock, packs, settings).await?;
        let cannot_listen = |error: std::io::Error| {
            let at = SocketAddr::new(args.address, args.port);
            Fault::new(Kind::Output, format!("nothing can be served at {at}: {error}")).hint(
                "another program may have this port; name another with `--port`, or 0 for any that is free",
            )
        };
        let listener =
            TcpListener::bind(SocketAddr::new(args.address, args.port)).await.map_err(cannot_listen)?;
        let at = listener.local_addr().map_err(cannot_listen)?;
        world.say(&format!("Muster is served at http://{at}/\n"));
        if let Some((name, link)) = first {
            world.say(&format!(
                "nobody keeps the accounts yet; who opens this link within an hour does, as `{name}`:\n  http://{at}{}\n",
                link.path()
            ));
        }
        world.say("stop it with Ctrl-C\n");
        serve(listener, server::app(desk), Patience::default(), told_to_stop()).await;
        // Nobody hands in any more: what was handed in is written, and the ledger is one file again.
        let _ = written.await;
        accounts.close().await?;
        world.say("stopped; all that was entered is in the ledger\n");
        Ok(())
    })
}

/// The ledger of the demo.
fn filled(world: &mut World, path: PathBuf) -> Result<PathBuf, Fault> {
    let mission: MissionCode =
        mission::DEMO.parse().map_err(|error: model::NotAMissionCode| Fault::usage(error.to_string()))?;
    let book = Book::at(&path, IfMissing::CreateWithFolder)?;
    demo::fill(world, &book, &mission)?;
    Ok(path)
}

/// Waits for Ctrl-C, or for what a system sends to end a service.
async fn told_to_stop() {
    let interrupted = async {
        // Where no signal can be heard, nothing stops it but the system.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => {}
        () = terminated => {}
    }
}
