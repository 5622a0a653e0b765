//! `muster account`: keeps the accounts of a desk from the machine that it is served on.

use clap::Subcommand;
use store::{
    Account, AccountName, Accounts, IfMissing, Made, NewAccount, Role, SqliteAccounts, accounts_beside,
};

use crate::{
    Fault, Kind, World,
    book::WhichLedger,
    server::invitation::{FROM_THE_TERMINAL, invite},
    table::{Column, Rows, Text},
};

/// Keep the accounts of a desk from the machine that it is served on
///
/// Accounts lie beside the ledger, in a file with the ending `.accounts`. Whoever may write that file may let anybody
/// in: so a locked-out administrator gets a new link here.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  muster account list
  muster account make \"A. Clerk\" --role analyst
  muster account invite administrator")]
pub(crate) struct AccountArgs {
    #[command(subcommand)]
    what: What,

    #[command(flatten)]
    ledger: WhichLedger,
}

#[derive(Subcommand, Debug)]
enum What {
    /// List the accounts
    List,
    /// Make an account, and print a link that sets its password
    Make {
        /// The name to log in with
        name: AccountName,

        /// viewer, analyst, planner, administrator, or liaison: and a party, such as liaison:KEN
        #[arg(long, value_name = "ROLE")]
        role: Role,
    },
    /// Print a link that sets the password of an account, good once and for an hour
    Invite {
        /// The name of the account
        name: AccountName,
    },
}

pub(crate) fn run(world: &mut World, args: &AccountArgs) -> Result<(), Fault> {
    let path = accounts_beside(&args.ledger.path(world)?);
    let now = world.now()?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Fault::new(Kind::Ledger, format!("the accounts cannot be worked on: {error}")))?;
    runtime.block_on(async {
        let if_missing = match &args.what {
            What::Make { .. } => IfMissing::Create,
            What::List | What::Invite { .. } => IfMissing::Refuse,
        };
        let accounts = SqliteAccounts::open(&path, if_missing).await?;
        let (account, name) = match &args.what {
            What::List => {
                let all = accounts.accounts().await?;
                accounts.close().await?;
                return list(world, &all);
            }
            What::Make { name, role } => {
                let new = NewAccount { name: name.clone(), role: *role, made: now };
                let Made::Made(account) = accounts.make(new).await? else {
                    return Err(Fault::new(Kind::NotTaken, format!("there is an account `{name}` already"))
                        .hint(format!("`muster account invite \"{name}\"` prints a link for it")));
                };
                (account.id, name)
            }
            What::Invite { name } => {
                let Some(account) = accounts.named(name).await? else {
                    return Err(Fault::new(Kind::NotTaken, format!("there is no account `{name}`"))
                        .hint("`muster account list` lists those that there are"));
                };
                (account.id, name)
            }
        };
        let made = invite(&accounts, account, now, FROM_THE_TERMINAL).await?;
        writeln!(world.out, "{}", made.path())?;
        world.say(&format!(
            "open this behind the address of the desk to set the password of `{name}`; it is good once, for an hour\n"
        ));
        Ok(accounts.close().await?)
    })
}

fn list(world: &mut World, accounts: &[Account]) -> Result<(), Fault> {
    let mut rows = Rows::new(&[Column::Words("name"), Column::Piece("role"), Column::Words("")]);
    for account in accounts {
        let state = match (account.disabled, account.has_password) {
            (true, _) => "disabled",
            (false, false) => "has not set a password",
            (false, true) => "",
        };
        rows.add([
            Text::Strong(account.name.to_string()),
            Text::Plain(account.role.to_string()),
            Text::Quiet(state.to_owned()),
        ]);
    }
    rows.print(world)
}
